// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/spotis.hpp"

#include "ancrage/base/error.hpp"

#include <cmath>

namespace ancrage::decision {

namespace {

void require_within_bounds(const DecisionTable& table) {
  if (table.bounds.empty()) {
    throw Error(ErrorCode::wrong_input, message("SPOTIS needs the bounds of every criterion"), {},
                message("state the least and the greatest value that can be"));
  }
  for (std::size_t i = 0; i < table.values.size(); ++i) {
    const auto [low, high] = table.bounds[i % table.columns()];
    const Quantity& value = table.values[i];
    if (!value.is_number() || (value.value() >= low && value.value() <= high)) continue;
    throw Error(ErrorCode::wrong_input, message("A value lies outside the bounds of its criterion"),
                table.ids[i / table.columns()] + ", " + table.criteria[i % table.columns()],
                message("widen the bounds, which are the least and the greatest value that can be"));
  }
}

}  // namespace

std::vector<Quantity> spotis(const DecisionTable& table, std::span<const double> weights) {
  const std::vector<double> shares = weight_shares(weights, table.columns());
  require_within_bounds(table);
  std::vector<Quantity> distances;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    double known = 0.0;
    double distance = 0.0;
    for (std::size_t k = 0; k < table.columns(); ++k) {
      const Quantity& value = table.at(row, k);
      if (!value.is_number()) continue;
      const auto [low, high] = table.bounds[k];
      const double best = table.directions[k] == Direction::maximise ? high : low;
      known += shares[k];
      distance += shares[k] * std::abs(value.value() - best) / (high - low);
    }
    distances.push_back(known > 0 ? Quantity(distance / known) : Quantity::missing());
  }
  return distances;
}

}  // namespace ancrage::decision

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/topsis.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::decision {

namespace {

void require_values(const DecisionTable& table) {
  for (std::size_t i = 0; i < table.values.size(); ++i) {
    if (table.values[i].is_number()) continue;
    throw Error(ErrorCode::wrong_input, message("TOPSIS needs every value, and one is missing"),
                table.ids[i / table.columns()] + ", " + table.criteria[i % table.columns()],
                message("fill it in, leave the alternative or the criterion out, or take another method"));
  }
}

double column_length(const DecisionTable& table, std::size_t k) {
  double squares = 0.0;
  for (std::size_t row = 0; row < table.rows(); ++row) squares += table.at(row, k).value() * table.at(row, k).value();
  return std::sqrt(squares);
}

}  // namespace

std::vector<double> topsis(const DecisionTable& table, std::span<const double> weights, TopsisScale scale) {
  const std::vector<double> shares = weight_shares(weights, table.columns());
  require_values(table);
  std::vector<double> to_best(table.rows(), 0.0);  // squares
  std::vector<double> to_worst(table.rows(), 0.0);
  const std::vector<Interval> ranges = value_ranges(table);
  for (std::size_t k = 0; k < table.columns(); ++k) {
    const double length = scale == TopsisScale::vector ? column_length(table, k) : 1.0;
    if (!(length > 0)) continue;  // all zero: nothing apart
    const bool rising = table.directions[k] == Direction::maximise;
    const double best = rising ? ranges[k].high : ranges[k].low;
    const double worst = rising ? ranges[k].low : ranges[k].high;
    const double factor = shares[k] / length;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const double value = table.at(row, k).value();
      to_best[row] += factor * (value - best) * factor * (value - best);
      to_worst[row] += factor * (value - worst) * factor * (value - worst);
    }
  }
  std::vector<double> closeness(table.rows(), 1.0);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double best = std::sqrt(to_best[row]);
    const double worst = std::sqrt(to_worst[row]);
    if (best + worst > 0) closeness[row] = worst / (best + worst);
  }
  return closeness;
}

}  // namespace ancrage::decision

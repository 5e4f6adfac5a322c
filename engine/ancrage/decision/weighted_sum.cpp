// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/weighted_sum.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ancrage::decision {

WeightedSum weighted_sum(std::span<const Quantity> utilities, std::span<const double> weights,
                         std::span<double> contributions) {
  double known = 0.0;
  double whole = 0.0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    whole += weights[k];
    if (utilities[k].is_number()) known += weights[k];
  }
  std::fill(contributions.begin(), contributions.end(), 0.0);
  if (!(known > 0)) return {};
  double score = 0.0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (!utilities[k].is_number()) continue;
    contributions[k] = 100.0 * weights[k] * utilities[k].value() / known;
    score += contributions[k];
  }
  return {score, known / whole};
}

void check_weights(std::span<const double> weights) {
  double whole = 0.0;
  for (const double weight : weights) {
    if (!std::isfinite(weight) || weight < 0) {
      throw Error(ErrorCode::wrong_input, message("A weight is negative or no number"), {},
                  message("give weights of 0 or more"));
    }
    whole += weight;
  }
  if (!(whole > 0)) {
    throw Error(ErrorCode::wrong_input, message("All weights are zero"), {},
                message("give at least one a positive weight"));
  }
}

std::vector<std::size_t> ranking(std::span<const Quantity> scores, std::span<const std::string> ids) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (scores[a].is_number() != scores[b].is_number()) return scores[a].is_number();
    if (scores[a].is_number() && scores[a].value() != scores[b].value()) return scores[a].value() > scores[b].value();
    return ids[a] < ids[b];
  });
  return order;
}

}  // namespace ancrage::decision

// SPDX-License-Identifier: Apache-2.0
// Weighted sum of utilities over the criteria that have a value, as a score of 0 to 100 (METHODS section 3).
#pragma once

#include "ancrage/base/quantity.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace ancrage::decision {

struct WeightedSum {
  Quantity score;             // 100 Σ w u / Σ w over the criteria with a utility; missing when they weigh nothing
  double weight_share = 0.0;  // their share of the whole weight
};

// Utilities in 0..1 or not a number, beside non-negative weights. `contributions`, one a criterion, receives the points
// that each adds: they sum to the score. Weights are checked by check_weights, not here.
WeightedSum weighted_sum(std::span<const Quantity> utilities, std::span<const double> weights,
                         std::span<double> contributions);

// Throws Error(wrong_input) when a weight is negative or not finite, or when none is positive.
void check_weights(std::span<const double> weights);

// Positions ordered by score, best first; equal scores by id, missing scores last (by id).
std::vector<std::size_t> ranking(std::span<const Quantity> scores, std::span<const std::string> ids);

}  // namespace ancrage::decision

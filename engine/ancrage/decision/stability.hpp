// SPDX-License-Identifier: Apache-2.0
// How far a ranking by weighted sum holds, exactly, from the scores themselves and without sampling (METHODS.md section
// 4): one weight moves from 0 to all of the weight while the others keep their proportions. Weights are shares of the
// whole weight, 0..1.
//
// Utilities: a table to be maximised (decision_table.hpp, utilities()). A score is the mean of the known utilities,
// weighted, as in weighted_sum.hpp; between alternatives that lack different values the scores are fractions of linear
// functions of the moving weight and cross where a quadratic vanishes, otherwise they are linear. Equal scores go by
// id. At a bound of an interval two scores are equal: it belongs to the interval. When one criterion carries the whole
// weight, the others have no proportions to keep and its intervals are 0..1. Alternatives without a score are left
// out.
//
// Everything here is thread-safe and throws what weight_shares() throws.
#pragma once

#include "ancrage/decision/decision_table.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace ancrage::decision {

struct StabilityInterval {
  double weight = 0.0;  // share as given
  Interval first;       // the first place stays
  Interval order;       // every place stays
};

// One a criterion. Cost: alternatives x criteria, twice.
std::vector<StabilityInterval> weight_stability(const DecisionTable& utilities, std::span<const double> weights);

// A change of one weight after which another alternative stands before.
struct WeightChange {
  std::size_t criterion = 0;
  double from = 0.0;  // share as given
  double to = 0.0;    // share at which the two scores are equal; a little farther the other one leads
};

// The changes of one weight, one a criterion that can do it, by which `behind` passes `ahead`; the smallest change
// first. Empty when no weight alone does it. From = to: the two are level already.
std::vector<WeightChange> weight_changes(const DecisionTable& utilities, std::span<const double> weights,
                                         std::size_t ahead, std::size_t behind);

// A change of one value that moves the score of an alternative to a given one.
struct FactChange {
  std::size_t criterion = 0;
  double from = 0.0;  // raw values
  double to = 0.0;    // the nearest that does it
  double utility_from = 0.0;
  double utility_to = 0.0;
  double step = 0.0;  // |to - from| as a share of the range of the criterion's value function: compares criteria
};

// The changes of one known value, one a criterion that can do it, by which an alternative with these raw values gets
// the score (0..100, as in weighted_sum.hpp): that of the other, to be passed by it or to pass it. The smallest step
// first; empty when no value alone does it. One value function and one weight a value.
std::vector<FactChange> fact_changes(std::span<const Quantity> raw, std::span<const ValueFunction> functions,
                                     std::span<const double> weights, double score);

}  // namespace ancrage::decision

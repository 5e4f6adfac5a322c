// SPDX-License-Identifier: Apache-2.0
// How sure a ranking by weighted sum is: over all weightings thought possible (SMAA-2), and around the given one (exact
// stability intervals). METHODS.md section 4.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/decision/decision_table.hpp"
#include "ancrage/decision/smaa.hpp"
#include "ancrage/decision/stability.hpp"
#include "ancrage/decision/weight_space.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace ancrage::decision {

struct Robustness {
  DecisionTable utilities;
  std::vector<double> weights;  // the given ones, as shares
  WeightConstraints constraints;
  SmaaOptions options;
  std::vector<std::size_t> rank;  // of each alternative under the given weights, from 1; 0 without a score
  Smaa smaa;
  std::vector<StabilityInterval> stability;  // one a criterion

  // The alternative that the given weights put first; nothing when none has a score.
  std::optional<std::size_t> first() const;
  // Share of the weightings that rank the alternative among the first so many.
  double among_first(std::size_t alternative, std::size_t places) const;
  // Mean rank over the weightings, from 1; NaN for one that is never ranked.
  double mean_rank(std::size_t alternative) const;
};

// Utilities as smaa() takes them. Throws what WeightSpace, smaa() and weight_stability() throw.
Robustness robustness(DecisionTable utilities, std::span<const double> weights, WeightConstraints constraints = {},
                      const SmaaOptions& options = {}, const Progress& progress = {});

}  // namespace ancrage::decision

// SPDX-License-Identifier: Apache-2.0
// Whom new practitioners lift over a threshold of access. One more at a site adds a constant to the accessibility of
// every cell that reaches it (what it offers over the demand around it, whatever else is there), so a cell is lifted
// when what its sites add up to is what it needs: an integer programme with a whole number of practitioners a site.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/planning/location_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace ancrage::planning {

struct LiftProblem {
  std::size_t sites = 0;
  std::vector<double> need{};    // by cell, above 0: what is missing to the threshold
  std::vector<double> people{};  // by cell: what counts when it is lifted, 0 or more
  CostRows gain{};               // cell x site, by rising site: what one practitioner there adds, above 0

  std::size_t cells() const { return need.size(); }
};

// How many practitioners go where: by site, in all, and how many must and may.
struct LiftLimits {
  std::size_t count = 0;
  std::vector<std::uint32_t> least{};  // by site
  std::vector<std::uint32_t> most{};
};

using Practitioners = std::vector<std::uint32_t>;  // how many by site

// What a plan is worth: people lifted, and how near the others come, which decides between plans that lift as many:
// Σ people · min(1, gain / need).
struct LiftValue {
  double lifted = 0.0;
  double nearness = 0.0;

  bool better_than(const LiftValue& other) const {
    constexpr double rounding = 1e-9;
    if (lifted > other.lifted * (1 + rounding)) return true;
    return lifted >= other.lifted * (1 - rounding) && nearness > other.nearness * (1 + rounding);
  }
};
LiftValue lift_value(const LiftProblem& problem, std::span<const std::uint32_t> practitioners);

// The site where one more, on top of the given ones, is worth most (of equal ones the first); none when all are full.
std::uint32_t best_addition(const LiftProblem& problem, std::span<const std::uint32_t> practitioners,
                            std::span<const std::uint32_t> most);

// Site after site by best_addition() until there are `limits.count`; the order in `order`, those of `limits.least`
// first.
Practitioners greedy_lift(const LiftProblem& problem, const LiftLimits& limits,
                          std::vector<std::uint32_t>* order = nullptr);

// How long to look for a proof: by the clock, or so many nodes of a search tree, which give the same plan and bound at
// every run; 0: no limit of that kind.
struct LiftEffort {
  double seconds = std::numeric_limits<double>::infinity();
  std::size_t nodes = 0;
};

struct LiftPlan {
  Practitioners practitioners{};
  double lifted = 0.0;
  double bound = 0.0;  // no plan lifts more
  bool proven = false;

  double gap() const { return proven || lifted >= bound ? 0.0 : (bound - lifted) / bound; }
};

// The plan that lifts most. A good one first, by exchanging practitioners between sites from `start` (may be empty) and
// from the greedy plan, seeded; then branch and bound where practitioners are few (planning/lift_search.hpp), else
// CBC looks for a better one and bounds what there can be, within `effort`. The proof is exact in the first case, in
// the second to 1e-6 of each need. Throws Error(interrupted).
LiftPlan best_lift(const LiftProblem& problem, const LiftLimits& limits, std::span<const std::uint32_t> start,
                   const LiftEffort& effort = {}, const Progress& progress = {});

}  // namespace ancrage::planning

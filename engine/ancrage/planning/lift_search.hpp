// SPDX-License-Identifier: Apache-2.0
// The best of all plans of a lift problem, by branch and bound: practitioner after practitioner, the most promising
// site first, leaving out whatever cannot lift more than the best plan known. Proof without a solver, while they are
// few.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/planning/lift_problem.hpp"

#include <cstddef>

namespace ancrage::planning {

struct LiftSearch {
  Practitioners best{};
  bool complete = false;  // no plan lifts more
};

// `best` is a plan within the limits. A node of the effort is a beginning of plans, at the cost of the problem's pairs.
// Of plans that lift as many the one that brings the others nearest is looked for, without proof. Throws
// Error(interrupted).
LiftSearch search_plans(const LiftProblem& problem, const LiftLimits& limits, Practitioners best,
                        const LiftEffort& effort = {}, const Progress& progress = {});

}  // namespace ancrage::planning

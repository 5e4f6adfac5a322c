// SPDX-License-Identifier: Apache-2.0
// The next practitioners as the planner's view has them: what was asked for, what came of it, and what its first places
// mean as changes of a scenario.
#pragma once

#include "ancrage/access/access_change.hpp"
#include "ancrage/planning/practitioner_plan.hpp"
#include "viewer/interview.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ancrage::viewer {

// How long a proof of the optimum may be looked for.
inline constexpr std::array plan_efforts{10.0, 30.0, 120.0};  // seconds

struct PlanRequest {
  std::uint64_t number = 0;  // rising
  PlanInputs inputs;
  double seconds = plan_efforts.front();
};

struct PlanResult {
  PlanRequest request;
  planning::PractitionerPlan plan;
};

// Those of the plan's first `step` practitioners in the order of filling: one change a site, settled.
std::vector<access::Change> plan_changes(const territory::Territory& territory, const planning::PractitionerPlan& plan,
                                         std::size_t step);

// Communes of the territory that are under 2.5 consultations before and not after, and those that are after, both by
// rising access after.
struct PlanCommunes {
  std::vector<std::size_t> lifted;
  std::vector<std::size_t> behind;
};
PlanCommunes plan_communes(const territory::Territory& territory, const access::AccessChange& change);

}  // namespace ancrage::viewer

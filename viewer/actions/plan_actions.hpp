// SPDX-License-Identifier: Apache-2.0
// The next practitioners: how many and for whom is a decision; that they are computed and how they are looked at is
// not.
#pragma once

#include "viewer/actions/context.hpp"

#include <memory>

namespace ancrage::viewer {

struct SetPlanInputs {
  PlanInputs inputs;
  bool dragged = false;
};
struct SetPlanEffort {
  double seconds;
};
// In the background, in place of what is under way.
struct ComputePlan {};
struct CancelPlan {};
// What comes from the background: how far it is, and what has come of it, with the effect of the whole plan.
struct PlanAdvanced {
  std::uint64_t number;
  double share;
  Message doing;
};
struct UsePlan {
  std::shared_ptr<const PlanResult> result;
  std::shared_ptr<WhatIfResults> effect;
};
// The first `step` practitioners on the map, 1 to all.
struct ShowPlanStep {
  std::size_t step;
};
struct ShowPlanMap {
  WhatIfMap map;
};
// Adds the practitioners that the map shows to the scenario, and shows it.
struct PlanToScenario {};

void act(const SetPlanInputs& action, const ActionContext& context);
void act(const SetPlanEffort& action, const ActionContext& context);
void act(const ComputePlan& action, const ActionContext& context);
void act(const CancelPlan& action, const ActionContext& context);
void act(const PlanAdvanced& action, const ActionContext& context);
void act(const UsePlan& action, const ActionContext& context);
void act(const ShowPlanStep& action, const ActionContext& context);
void act(const ShowPlanMap& action, const ActionContext& context);
void act(const PlanToScenario& action, const ActionContext& context);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/actions/plan_actions.hpp"

#include "viewer/actions/view_actions.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::viewer {
namespace {

constexpr std::uint64_t plan_gesture = 4'000'000;

}  // namespace

void act(const SetPlanInputs& action, const ActionContext& context) {
  Interview changed = context.state.interview;
  changed.plan = action.inputs;
  changed.plan.doctors = std::clamp<std::size_t>(changed.plan.doctors, 1, most_planned);
  if (changed.plan.most_per_place.value_or(1) == 0) changed.plan.most_per_place = 1;
  decide(context, std::move(changed), message("choices of the plan"), action.dragged ? plan_gesture : 0);
}

void act(const SetPlanEffort& action, const ActionContext& context) { context.state.planner.seconds = action.seconds; }

void act(const ComputePlan&, const ActionContext& context) {
  PlanBoard& board = context.state.planner;
  board.asked = PlanRequest{++board.asked_so_far, context.state.interview.plan, board.seconds};
  board.share = 0.0;
  board.doing = {};
}

void act(const CancelPlan&, const ActionContext& context) { context.state.planner.asked.reset(); }

void act(const PlanAdvanced& action, const ActionContext& context) {
  PlanBoard& board = context.state.planner;
  if (!board.asked || board.asked->number != action.number) return;
  board.share = action.share;
  board.doing = action.doing;
}

void act(const UsePlan& action, const ActionContext& context) {
  PlanBoard& board = context.state.planner;
  if (!board.asked || board.asked->number != action.result->request.number) return;
  board.asked.reset();
  context.state.legend = {};
  board.result = action.result;
  board.effect = action.effect;
  board.step = board.result->plan.order.size();
  if (board.map == WhatIfMap::chosen) board.map = WhatIfMap::access;
}

void act(const ShowPlanStep& action, const ActionContext& context) {
  PlanBoard& board = context.state.planner;
  if (!board.result) return;
  const auto& plan = board.result->plan;
  const std::size_t step = std::clamp<std::size_t>(action.step, 1, plan.order.size());
  if (step == board.step) return;
  board.effect->follow(context.model, plan_changes(context.model.territory(), plan, step), std::nullopt);
  board.step = step;
}

void act(const ShowPlanMap& action, const ActionContext& context) {
  context.state.planner.map = action.map;
  context.state.legend = {};
}

void act(const PlanToScenario&, const ActionContext& context) {
  const PlanBoard& board = context.state.planner;
  if (!board.result) return;
  access::Scenario scenario;
  scenario.changes = context.state.interview.changes;
  for (auto& change : plan_changes(context.model.territory(), board.result->plan, board.step)) {
    scenario.changes.push_back(std::move(change));
  }
  access::settle(scenario);
  Interview changed = context.state.interview;
  changed.changes = std::move(scenario.changes);
  decide(context, std::move(changed), message("the plan in the scenario"));
  act(ShowView{View::what_if}, context);
}

}  // namespace ancrage::viewer

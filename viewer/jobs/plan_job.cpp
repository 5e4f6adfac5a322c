// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/plan_job.hpp"

#include "viewer/jobs/task.hpp"

namespace ancrage::viewer {
namespace {

UsePlan compute(const Model& model, const PlanRequest& request, const Progress& progress) {
  auto result = std::make_shared<PlanResult>();
  result->request = request;
  result->plan = planning::plan_practitioners(model.territory(), model.travel(), model.access(),
                                              {.count = request.inputs.doctors,
                                               .objective = request.inputs.objective,
                                               .most_per_site = request.inputs.most_per_place,
                                               .seconds = request.seconds},
                                              progress);
  auto effect = std::make_shared<WhatIfResults>();
  effect->follow(model, plan_changes(model.territory(), result->plan, result->plan.order.size()), std::nullopt);
  return {std::move(result), std::move(effect)};
}

class PlanJob final : public Job {
 public:
  PlanJob(const Model& model, const std::function<void()>& wake) : model_(model), task_(wake) {}

  void follow(const State& state) override {
    const auto& asked = state.planner.asked;
    const std::uint64_t wanted = asked ? asked->number : 0;
    if (wanted == number_) return;
    number_ = wanted;
    told_ = 0.0;
    if (!asked) {
      task_.cancel();
      return;
    }
    task_.start(
        [&model = model_, request = *asked](const Progress& progress) { return compute(model, request, progress); });
  }

  Actions collect() override {
    if (auto outcome = task_.take()) {
      if (auto* ready = std::get_if<UsePlan>(&*outcome)) return {std::move(*ready)};
      return {CancelPlan{}, Notify{model_.language().text(std::get<Error>(*outcome)), true}};
    }
    if (!task_.running() || task_.share() == told_) return {};
    told_ = task_.share();
    return {PlanAdvanced{number_, told_, task_.step()}};
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  const Model& model_;
  Task<UsePlan> task_;
  std::uint64_t number_ = 0;  // of the request under way, or done
  double told_ = 0.0;
};

}  // namespace

std::unique_ptr<Job> make_plan_job(const Model& model, const std::function<void()>& wake) {
  return std::make_unique<PlanJob>(model, wake);
}

}  // namespace ancrage::viewer

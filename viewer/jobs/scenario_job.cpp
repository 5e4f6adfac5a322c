// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/scenario_job.hpp"

#include "ancrage/assessment/scenario_assessment.hpp"
#include "viewer/jobs/task.hpp"

#include <optional>

namespace ancrage::viewer {
namespace {

using Changes = std::vector<access::Change>;
using Values = std::shared_ptr<const assessment::Assessment>;

class ScenarioJob final : public Job {
 public:
  ScenarioJob(const Model& model, const std::function<void()>& wake) : model_(model), task_(wake) {}

  void follow(const State& state) override {
    const Changes wanted = counted_changes(state.interview);
    if (wanted.empty() || wanted == state.results.changes() || wanted == failed_) {
      if (wanted != failed_) failed_.clear();
      if (pending_) task_.cancel();
      pending_.reset();
      return;
    }
    if (wanted == pending_) return;
    pending_ = wanted;
    task_.start([&territory = model_.territory(), wanted](const Progress& progress) -> Values {
      access::Scenario scenario;
      scenario.changes = wanted;
      auto under = assessment::assess_scenario(territory, scenario, progress);
      return std::make_shared<const assessment::Assessment>(std::move(under.assessment));
    });
  }

  Actions collect() override {
    auto outcome = task_.take();
    if (!outcome) return {};
    Changes changes = std::move(*pending_);
    pending_.reset();
    if (auto* values = std::get_if<Values>(&*outcome)) {
      failed_ = changes;  // asked for once, even if the results cannot rest on it
      return {UseScenario{std::move(changes), std::move(*values)}};
    }
    failed_ = std::move(changes);
    return {Notify{model_.language().text(std::get<Error>(*outcome)), true}};
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  const Model& model_;
  Task<Values> task_;
  std::optional<Changes> pending_;
  Changes failed_;
};

}  // namespace

std::unique_ptr<Job> make_scenario_job(const Model& model, const std::function<void()>& wake) {
  return std::make_unique<ScenarioJob>(model, wake);
}

}  // namespace ancrage::viewer

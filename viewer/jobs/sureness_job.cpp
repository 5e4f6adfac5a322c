// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/sureness_job.hpp"

#include "viewer/jobs/task.hpp"

namespace ancrage::viewer {
namespace {

class SurenessJob final : public Job {
 public:
  SurenessJob(const Model& model, const std::function<void()>& wake) : model_(model), task_(wake) {}

  // Short works follow each other while a slider moves; none is cut off, so that the words follow too.
  void follow(const State& state) override {
    if (task_.running()) return;
    auto wanted = wanted_sureness(state);
    if (!wanted || wanted == started_) return;
    started_ = wanted;
    task_.start([&language = model_.language(), input = sureness_input(state, model_, std::move(*wanted))](
                    const Progress&) { return sureness_of(input, language); });
  }

  Actions collect() override {
    auto outcome = task_.take();
    if (!outcome) return {};
    if (auto* ready = std::get_if<Sureness>(&*outcome)) return {UseSureness{std::move(*ready)}};
    return {Notify{model_.language().text(std::get<Error>(*outcome)), true}};
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  const Model& model_;
  Task<Sureness> task_;
  std::optional<SurenessKey> started_;
};

}  // namespace

std::unique_ptr<Job> make_sureness_job(const Model& model, const std::function<void()>& wake) {
  return std::make_unique<SurenessJob>(model, wake);
}

}  // namespace ancrage::viewer

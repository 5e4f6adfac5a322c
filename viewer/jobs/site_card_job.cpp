// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/site_card_job.hpp"

#include "viewer/jobs/task.hpp"

namespace ancrage::viewer {
namespace {

class SiteCardJob final : public Job {
 public:
  SiteCardJob(const Model& model, const std::function<void()>& wake) : model_(model), task_(wake) {}

  void follow(const State& state) override {
    const auto wanted = carded_site(state, model_);
    if (!wanted || wanted == started_ || task_.running()) return;
    started_ = wanted;
    task_.start([&model = model_, site = *wanted](const Progress&) { return site_card(model, site); });
  }

  Actions collect() override {
    auto outcome = task_.take();
    if (!outcome) return {};
    if (auto* card = std::get_if<SiteCard>(&*outcome)) return {UseSiteCard{std::move(*card)}};
    return {Notify{model_.language().text(std::get<Error>(*outcome)), true}};
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  const Model& model_;
  Task<SiteCard> task_;
  std::optional<std::size_t> started_;
};

}  // namespace

std::unique_ptr<Job> make_site_card_job(const Model& model, const std::function<void()>& wake) {
  return std::make_unique<SiteCardJob>(model, wake);
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/isochrone_job.hpp"

#include "ancrage/travel/isochrones_around.hpp"
#include "viewer/jobs/task.hpp"
#include "viewer/map/levels.hpp"

namespace ancrage::viewer {
namespace {

// The roads, read once by the first work that needs them; works follow each other, so no two read at once.
struct RoadsOnce {
  const territory::Territory& territory;
  std::once_flag built;
  std::unique_ptr<const travel::RoadsAround> roads;

  explicit RoadsOnce(const territory::Territory& of) : territory(of) {}
  const travel::RoadsAround& read() {
    std::call_once(built, [&] { roads = std::make_unique<const travel::RoadsAround>(territory); });
    return *roads;
  }
};

class IsochroneJob final : public Job {
 public:
  IsochroneJob(const Model& model, const std::function<void()>& wake)
      : model_(model), roads_(std::make_shared<RoadsOnce>(model.territory())), task_(wake) {}

  void follow(const State& state) override {
    const auto wanted = wanted_isochrone(state, model_);
    if (wanted == pending_) return;
    pending_ = wanted;
    if (!wanted) {
      task_.cancel();
    } else if (wanted->second) {
      start_shared(state, *wanted);
    } else {
      task_.start([roads = roads_, at = wanted->first](const Progress& progress) {
        const travel::RoadsAround& read = roads->read();
        throw_if_stopped(progress);
        Isochrone isochrone{at, read.isochrones(at, isochrone_minutes)};
        isochrone.importance = importances(isochrone.reached);
        return Actions{AddIsochrone{std::move(isochrone)}};
      });
    }
  }

  Actions collect() override {
    auto outcome = task_.take();
    if (!outcome) return {};
    const WantedIsochrone wanted = *pending_;
    pending_.reset();
    if (auto* ready = std::get_if<Actions>(&*outcome)) return std::move(*ready);
    // Said once; an empty one keeps it from being asked for again.
    Actions actions{Notify{model_.language().text(std::get<Error>(*outcome)), true}};
    if (wanted.second) {
      actions.emplace_back(AddSharedReach{{wanted.first, *wanted.second, {}, {}}});
    } else {
      actions.emplace_back(AddIsochrone{{wanted.first, {}}});
    }
    return actions;
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  void start_shared(const State& state, const WantedIsochrone& wanted) {
    task_.start([&territory = model_.territory(), first = *state.isochrones.of(wanted.first),
                 second = *state.isochrones.of(*wanted.second)](const Progress&) {
      return Actions{AddSharedReach{shared_reach(territory, first, second)}};
    });
  }

  const Model& model_;
  std::shared_ptr<RoadsOnce> roads_;
  Task<Actions> task_;
  std::optional<WantedIsochrone> pending_;
};

}  // namespace

std::unique_ptr<Job> make_isochrone_job(const Model& model, const std::function<void()>& wake) {
  return std::make_unique<IsochroneJob>(model, wake);
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/isochrone_job.hpp"

#include "ancrage/travel/isochrone.hpp"
#include "ancrage/travel/road_source.hpp"
#include "viewer/jobs/task.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

// The roads, read once by the first work that needs them; works follow each other, so no two read at once.
struct RoadNetworkOnce {
  const territory::Territory& territory;
  std::once_flag built;
  std::unique_ptr<const travel::Roads> roads;
  std::unique_ptr<const travel::RoadMetric> metric;
  std::unique_ptr<const travel::RoadSnapper> snapper;

  explicit RoadNetworkOnce(const territory::Territory& of) : territory(of) {}
  void build() {
    std::call_once(built, [&] {
      const travel::WaypointModel& model = travel::calibrated_waypoints();
      roads = std::make_unique<const travel::Roads>(travel::territory_roads(territory, model));
      metric = std::make_unique<const travel::RoadMetric>(roads->network, roads->minutes_along, roads->minutes_against);
      snapper = std::make_unique<const travel::RoadSnapper>(roads->network, model.snap_options());
    });
  }
};

class IsochroneJob final : public Job {
 public:
  IsochroneJob(const Model& model, const std::function<void()>& wake)
      : model_(model), network_(std::make_shared<RoadNetworkOnce>(model.territory())), task_(wake) {}

  void follow(const State& state) override {
    const auto wanted = wanted_isochrone(state, model_);
    if (wanted == pending_) return;
    pending_ = wanted;
    if (!wanted) {
      task_.cancel();
      return;
    }
    task_.start([network = network_, at = *wanted](const Progress& progress) { return compute(*network, at, progress); });
  }

  Actions collect() override {
    auto outcome = task_.take();
    if (!outcome) return {};
    const geometry::Point at = *pending_;
    pending_.reset();
    if (auto* ready = std::get_if<geometry::PolygonSet>(&*outcome)) return {AddIsochrone{at, std::move(*ready)}};
    // Said once; an empty isochrone keeps it from being asked for again.
    return {Notify{model_.language().text(std::get<Error>(*outcome)), true}, AddIsochrone{at, {}}};
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  static geometry::PolygonSet compute(RoadNetworkOnce& network, geometry::Point at, const Progress& progress) {
    network.build();
    throw_if_stopped(progress);
    const travel::IsochroneOptions options{.access_kmh = travel::calibrated_waypoints().off_road_kmh};
    const travel::TimeSurface surface =
        travel::time_surface(network.roads->network, *network.metric, network.snapper->snap(at),
                             isochrone_minutes.back(), options);
    throw_if_stopped(progress);
    return travel::isochrones(surface, isochrone_minutes, options);
  }

  const Model& model_;
  std::shared_ptr<RoadNetworkOnce> network_;
  Task<geometry::PolygonSet> task_;
  std::optional<geometry::Point> pending_;
};

}  // namespace

std::unique_ptr<Job> make_isochrone_job(const Model& model, const std::function<void()>& wake) {
  return std::make_unique<IsochroneJob>(model, wake);
}

}  // namespace ancrage::viewer

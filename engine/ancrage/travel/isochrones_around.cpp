// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/isochrones_around.hpp"

#include "ancrage/travel/isochrone.hpp"
#include "ancrage/travel/road_source.hpp"

#include <algorithm>
#include <vector>

namespace ancrage::travel {

struct RoadsAround::Network {
  Roads roads;
  RoadMetric metric;
  RoadSnapper snapper;

  explicit Network(const territory::Territory& territory)
      : roads(territory_roads(territory, calibrated_waypoints())),
        metric(roads.network, roads.minutes_along, roads.minutes_against),
        snapper(roads.network, calibrated_waypoints().snap_options()) {}
};

RoadsAround::RoadsAround(const territory::Territory& territory)
    : network_(std::make_unique<const Network>(territory)) {}
RoadsAround::~RoadsAround() = default;

geometry::PolygonSet RoadsAround::isochrones(geometry::Point from, std::span<const double> bounds_minutes,
                                             double time_factor) const {
  if (bounds_minutes.empty()) return {};
  std::vector<double> bounds(bounds_minutes.begin(), bounds_minutes.end());
  for (double& bound : bounds) bound /= time_factor;
  const IsochroneOptions options{.access_kmh = calibrated_waypoints().off_road_kmh};
  const TimeSurface surface = time_surface(network_->roads.network, network_->metric, network_->snapper.snap(from),
                                           *std::max_element(bounds.begin(), bounds.end()), options);
  return travel::isochrones(surface, bounds, options);
}

geometry::PolygonSet isochrones_around(const territory::Territory& territory, geometry::Point from,
                                       std::span<const double> bounds_minutes, double time_factor) {
  return RoadsAround(territory).isochrones(from, bounds_minutes, time_factor);
}

}  // namespace ancrage::travel

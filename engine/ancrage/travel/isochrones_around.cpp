// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/isochrones_around.hpp"

#include "ancrage/travel/isochrone.hpp"
#include "ancrage/travel/road_source.hpp"

#include <algorithm>
#include <vector>

namespace ancrage::travel {

geometry::PolygonSet isochrones_around(const territory::Territory& territory, geometry::Point from,
                                       std::span<const double> bounds_minutes, double time_factor) {
  if (bounds_minutes.empty()) return {};
  const WaypointModel& model = calibrated_waypoints();
  const Roads roads = territory_roads(territory, model);
  const RoadMetric metric(roads.network, roads.minutes_along, roads.minutes_against);
  const RoadSnapper snapper(roads.network, model.snap_options());
  std::vector<double> bounds(bounds_minutes.begin(), bounds_minutes.end());
  for (double& bound : bounds) bound /= time_factor;
  const IsochroneOptions options{.access_kmh = model.off_road_kmh};
  const TimeSurface surface =
      time_surface(roads.network, metric, snapper.snap(from), *std::max_element(bounds.begin(), bounds.end()), options);
  return isochrones(surface, bounds, options);
}

}  // namespace ancrage::travel

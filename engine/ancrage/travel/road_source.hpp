// SPDX-License-Identifier: Apache-2.0
// Road networks with geometry from a file of any kind: OpenStreetMap extracts by their names (.osm.pbf, .osm, .osm.gz,
// .osm.bz2), everything else as a line layer. Edge lists (.csv) are travel/edge_list.hpp's.
#pragma once

#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/line_roads.hpp"
#include "ancrage/travel/road_builder.hpp"
#include "ancrage/travel/road_speeds.hpp"

#include <string>

namespace ancrage::travel {

struct RoadSourceOptions {
  int crs_epsg = 2154;  // metric CRS to work in
  std::string layer{};  // of a source with several
  LineFields fields{};
  ClassSpeeds speeds = usual_speeds();
  double join_tolerance_m = 0.0;
};

// Throws what the readers of each kind throw. The source is named in the diagnostics of roads that were left out.
Roads read_roads(const std::string& path, const RoadSourceOptions& options = {});

// The roads layer of a territory with the calibrated times of numbered roads; throws wrong_input when it has none.
Roads territory_roads(const territory::Territory& territory, const WaypointModel& model = calibrated_waypoints());

}  // namespace ancrage::travel

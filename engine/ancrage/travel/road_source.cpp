// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/road_source.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/io/osm_roads.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/travel/osm_profile.hpp"

namespace ancrage::travel {

namespace {

Roads read_osm(const std::string& path, const RoadSourceOptions& options) {
  const io::OsmRoads osm = io::read_osm_roads(path, osm_road_keys());
  Roads roads = build_roads(osm_road_lines(osm, options.crs_epsg), {.join_tolerance_m = options.join_tolerance_m});
  if (osm.missing_nodes > 0) {
    roads.diagnostics.push_back(
        {Severity::note,
         "roads",
         plural_message("Roads were cut at {0} node that the extract lacks",
                        "Roads were cut at {0} nodes that the extract lacks", osm.missing_nodes),
         {}});
  }
  return roads;
}

}  // namespace

Roads read_roads(const std::string& path, const RoadSourceOptions& options) {
  try {
    if (io::is_osm_file(path)) return read_osm(path, options);
    const io::FeatureTable layer = io::read_features(path, {.layer = options.layer, .target_epsg = options.crs_epsg});
    return build_roads(road_lines(layer, options.fields, options.speeds),
                       {.join_tolerance_m = options.join_tolerance_m});
  } catch (const Error& error) {
    if (!error.where().empty()) throw;
    throw Error(error.code(), error.message(), path, error.remedy());
  }
}

Roads territory_roads(const territory::Territory& territory, const WaypointModel& model) {
  if (territory.roads.size() == 0) {
    throw Error(ErrorCode::wrong_input, message("The territory has no roads"), territory.path,
                message("add [layers.{0}]", "roads"));
  }
  return build_roads(road_lines(territory.roads, model), {.join_tolerance_m = model.join_tolerance_m});
}

}  // namespace ancrage::travel

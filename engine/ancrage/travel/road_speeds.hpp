// SPDX-License-Identifier: Apache-2.0
// How fast roads are driven, traffic flowing freely.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/travel/network_places.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::travel {

// Mean speeds by class, for layers that state a class but no speed.
struct ClassSpeed {
  std::string road_class;
  double kmh = 0.0;
};
using ClassSpeeds = std::vector<ClassSpeed>;

// French classes (motorway, national, departmental) and those of OpenStreetMap, with the speeds of
// travel/osm_profile.hpp.
const ClassSpeeds& usual_speeds();
// `others` first: the first entry of a class counts.
ClassSpeeds speeds_with(ClassSpeeds others, const ClassSpeeds& usual);

// Times on numbered roads that are drawn by waypoints, a kilometre or so apart: the drawing is shorter than the road
// and says little of towns. A stretch between two waypoints takes
//
//   length · (pace of its class + winding_pace · winding) + stretch_minutes
//
// with winding the turning at its two ends, half of each, in radians per kilometre (at most most_winding); a trip takes
// besides, at either end, access_minutes and the straight line to the nearest road at access_kmh.
//
// Fitted to car times of OSRM on OpenStreetMap between communes of Isère. travel/ROAD_TIMES.md states the method, the
// values and the errors on communes that were held out; `scripts/calibrate` fits again and rewrites it.
struct WaypointModel {
  double motorway = 0.0;  // pace, minutes per kilometre
  double national = 0.0;  // also départementales numbered 900 and over: former national roads
  double departmental = 0.0;
  double winding_pace = 0.0;  // minutes per kilometre for each radian per kilometre
  double most_winding = 2.0;  // radians per kilometre
  double stretch_minutes = 0.0;
  double access_minutes = 0.0;  // at either end
  // Stated, not fitted.
  double access_kmh = 30.0;     // from a place to the nearest numbered road, in a straight line
  double connector_kmh = 30.0;  // on connectors (territory/build/connectors.hpp), straight lines through towns
  double off_road_kmh = 20.0;   // away from the roads, for isochrones
  double join_tolerance_m = 300.0;

  double pace_of(std::string_view road_class, std::string_view name) const;
  SnapOptions snap_options() const;
};
// Written by `scripts/calibrate` (calibrated_waypoints.cpp).
const WaypointModel& calibrated_waypoints();

// Minutes per metre of every stretch of a road.
std::vector<double> stretch_paces(std::span<const geometry::Point> waypoints, double class_pace,
                                  const WaypointModel& model);

}  // namespace ancrage::travel

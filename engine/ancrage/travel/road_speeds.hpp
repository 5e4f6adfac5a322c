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
// The calibrated model was fitted by coordinate descent (program ancrage_fit_road_speeds) to car times of OSRM on
// OpenStreetMap (2021–22) between communes of Isère, on the mean of the mean absolute errors of pairs up to 10, 20, 30
// and 45 minutes apart; every fourth commune was held out. Errors in minutes on the pairs of communes held out, by
// reference minutes, beside those of the straight-line estimate (travel/estimate.hpp); bias is estimate less reference:
//
//   minutes  pairs | roads: mean abs.  90 %   bias | straight line: mean abs.   90 %   bias
//    0..10      87 |             1.40  2.38  +1.04 |                     3.30   5.79  +3.14
//   10..20     620 |             1.71  3.76  -0.07 |                     3.17   6.30  +2.00
//   20..30    1063 |             2.63  5.38  -0.74 |                     3.59   7.60  +1.16
//   30..45    2537 |             3.68  7.64  -0.47 |                     4.75   9.85  -0.93
//   45..60    3263 |             4.52  9.21  +0.03 |                     6.98  13.78  -4.75
//    0..30    1770 |             2.25  5.01  -0.42 |                     3.43   7.02  +1.55
//    0..60    7570 |             3.71  8.04  -0.24 |                     5.40  11.02  -2.00
//
// The test "the published error of road times" recomputes it. The speed from a place to its road is stated, not fitted:
// most reference points lie near a numbered road, so the data tell little of it. Places kilometres away from one are
// the least sure.
struct WaypointModel {
  double motorway = 0.0;  // pace, minutes per kilometre
  double national = 0.0;  // also départementales numbered 900 and over: former national roads
  double departmental = 0.0;
  double winding_pace = 0.0;  // minutes per kilometre for each radian per kilometre
  double most_winding = 2.0;  // radians per kilometre
  double stretch_minutes = 0.0;
  double access_kmh = 5.0;      // from a place to the nearest numbered road, in a straight line; stated, not fitted
  double access_minutes = 0.0;  // at either end
  double off_road_kmh = 20.0;   // away from the roads, for isochrones; stated, not fitted
  double join_tolerance_m = 300.0;

  double pace_of(std::string_view road_class, std::string_view name) const;
  SnapOptions snap_options() const;
};
const WaypointModel& calibrated_waypoints();

// Minutes per metre of every stretch of a road.
std::vector<double> stretch_paces(std::span<const geometry::Point> waypoints, double class_pace,
                                  const WaypointModel& model);

}  // namespace ancrage::travel

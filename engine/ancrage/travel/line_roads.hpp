// SPDX-License-Identifier: Apache-2.0
// Roads from line layers: any source that io/ reads, with fields for class, speed and one-way; and the roads layer of a
// territory. Lines meet where they share a position exactly.
#pragma once

#include "ancrage/io/feature_table.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/road_builder.hpp"
#include "ancrage/travel/road_speeds.hpp"

#include <string>

namespace ancrage::travel {

// Which fields of a layer say what; a field that is not there counts as empty for every line.
struct LineFields {
  std::string name = "name";
  std::string road_class = "road_class";
  std::string speed = "speed_kmh";  // mean speed, km/h
  std::string one_way =
      "one_way";  // along the line: yes, true, 1, T, F, FT; against it: -1, reverse, TF; no, false, 0, B
};

// The pace of a line is its speed field where that has a number, else the speed of its class. Throws wrong_input on a
// layer that holds no lines, a speed that is not positive, a one-way value that is not known, and on lines with neither
// speed nor known class, listing the classes.
RoadLines road_lines(const io::FeatureTable& layer, const LineFields& fields, const ClassSpeeds& speeds);

// Numbered roads of a territory, drawn by waypoints: both ways, every stretch at a pace of its own.
RoadLines road_lines(const territory::Roads& roads, const WaypointModel& model = calibrated_waypoints());

}  // namespace ancrage::travel

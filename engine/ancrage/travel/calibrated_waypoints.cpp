// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/calibrate`; travel/ROAD_TIMES.md says how.
#include "ancrage/travel/road_speeds.hpp"

namespace ancrage::travel {

const WaypointModel& calibrated_waypoints() {
  static const WaypointModel model{.motorway = 0.6,
                                   .national = 0.925,
                                   .departmental = 1.05,
                                   .winding_pace = 0.5,
                                   .most_winding = 10.5,
                                   .stretch_minutes = 0,
                                   .access_minutes = 0.75};
  return model;
}

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/calibrate`; travel/ROAD_TIMES.md says how.
#include "ancrage/travel/road_speeds.hpp"

namespace ancrage::travel {

const WaypointModel& calibrated_waypoints() {
  static const WaypointModel model{.motorway = 0.625,
                                   .national = 0.95,
                                   .departmental = 1.1,
                                   .winding_pace = 0.375,
                                   .most_winding = 14,
                                   .stretch_minutes = 0,
                                   .access_minutes = 0.7};
  return model;
}

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
// The reference for road times: numbered roads of Isère and around as waypoints, and car times of OSRM on OpenStreetMap
// (2021–22, ODbL) between its 512 communes.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/road_speeds.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ancrage::test {

struct Isere {
  territory::Roads roads;
  std::vector<std::string> codes;
  std::vector<geometry::Point> positions;  // Lambert-93
  std::vector<double> minutes;             // row by row; NaN where unknown

  double reference(std::size_t from, std::size_t to) const { return minutes[from * codes.size() + to]; }
};
Isere read_isere(const std::string& raw_directory);

// Every fourth commune is held out of the fit.
inline bool is_held_out(std::size_t commune) { return commune % 4 == 0; }

// The model's minutes between the communes of that list, row by row; NaN where there is no way within 120 minutes.
std::vector<double> modelled_minutes(const Isere& isere, const std::vector<std::size_t>& communes,
                                     const travel::WaypointModel& model);

// Errors of pairs of different communes by reference minutes: of the pairs with low < reference <= high.
struct BandError {
  double low, high;
  std::size_t pairs = 0;
  double mean_absolute = 0.0;
  double percentile_90 = 0.0;
  double bias = 0.0;  // mean of estimate minus reference
};
std::vector<BandError> band_errors(const Isere& isere, const std::vector<std::size_t>& communes,
                                   const std::vector<double>& estimates);
// Straight-line estimate for the same pairs.
std::vector<double> straight_minutes(const Isere& isere, const std::vector<std::size_t>& communes);

}  // namespace ancrage::test

// SPDX-License-Identifier: Apache-2.0
// The reference for road times: numbered roads of Isère and around as waypoints, and car times of OSRM on OpenStreetMap
// (2021–22, ODbL) between its 512 communes.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/road_speeds.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
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

// What a commune serves for, by its place in the matrix: of every four one is held out, and one of the other three
// chooses the form of the model that the other two are fitted with.
enum class Use { fit, validation, held_out };
inline Use use_of(std::size_t commune) {
  return commune % 4 == 0 ? Use::held_out : commune % 4 == 3 ? Use::validation : Use::fit;
}
std::vector<std::size_t> communes_for(const Isere& isere, std::initializer_list<Use> uses);

// Minutes between the communes of a list, row by row. NaN where the model finds no way within 120 minutes.
std::vector<double> modelled_minutes(const Isere& isere, const std::vector<std::size_t>& communes,
                                     const travel::WaypointModel& model);

// minutes = factor * kilometres^power; the engine's own estimate is travel/estimate.hpp.
struct StraightLine {
  double factor = 0.0;
  double power = 0.0;
};
std::vector<double> straight_minutes(const Isere& isere, const std::vector<std::size_t>& communes,
                                     const StraightLine& line);
// As travel::estimated_minutes().
std::vector<double> estimated_minutes(const Isere& isere, const std::vector<std::size_t>& communes);

// Errors of pairs of different communes by reference minutes: of the pairs with low < reference <= high. A pair without
// a way counts as one of 120 minutes.
struct BandError {
  double low, high;
  std::size_t pairs = 0;
  double mean_absolute = 0.0;
  double percentile_90 = 0.0;  // of the absolute errors
  double median = 0.0;         // of estimate less reference
};
// Bands 0..10, 10..20, 20..30, 30..45, 45..60, 0..30, 0..60.
std::vector<BandError> band_errors(const Isere& isere, const std::vector<std::size_t>& communes,
                                   const std::vector<double>& estimates);

}  // namespace ancrage::test

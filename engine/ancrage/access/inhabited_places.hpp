// SPDX-License-Identifier: Apache-2.0
// Where the people of a territory and of its ring live: the population cells, and, for communes that have none, the
// commune's own population at the middle of its largest part. One row a place; the columns are parallel.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/base/quantity.hpp"
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace ancrage::access {

inline constexpr std::uint32_t no_commune = std::numeric_limits<std::uint32_t>::max();

struct InhabitedPlaces {
  std::vector<std::string> id;         // of the cell, or the commune's code
  std::vector<std::uint32_t> commune;  // row of the commune that its centre lies in; no_commune outside all
  std::vector<geometry::Point> center;
  std::vector<double> population;
  std::vector<Quantity> by_age;          // places x territory::age_bands, row by row; missing where not known
  std::vector<double> qpv_share;         // of the place's area in a priority sector, 0..1
  std::vector<double> priority_share;    // in a priority sector or a ZIP commune
  std::vector<Quantity> share_65_plus;   // of its people, 0..1: from its age bands, else from its commune's
  std::vector<double> share_of_commune;  // of its commune's people, 0..1; 0 outside all communes
  std::size_t cells = 0;                 // the first rows are the territory's cells in their order
  std::size_t size() const { return id.size(); }
};

// Cost: overlay of cells and priority sectors. Throws interrupted.
InhabitedPlaces inhabited_places(const territory::Territory& territory, const Progress& progress = {});

}  // namespace ancrage::access

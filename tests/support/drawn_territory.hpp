// SPDX-License-Identifier: Apache-2.0
// A small territory drawn as text, so that a test can be read at a glance.
//
//   drawn_territory({"AAB",     one character a 1 km cell; letters are communes (code and name: the letter)
//                    "AAB"},
//                   {{'A', 1000}, …});
#pragma once

#include "ancrage/territory/territory.hpp"

#include <string>
#include <vector>

namespace ancrage::test {

struct DrawnCommune {
  char letter;
  double people_per_cell = 0.0;
  Quantity gps = 0.0;
  Quantity gps_60_plus = 0.0;
  territory::ZoneStatus zone = territory::ZoneStatus::none;
  bool member = true;
  double share_65_plus = 0.2;  // of each cell's people
};

// Rows from north to south; '.' is nowhere. Cells are 1000 m squares with their lower left corner at (1000 column,
// 1000 row from the south). Every member commune has a site "commune_centre" at the middle of its first cell. All
// layers are there, empty where not drawn; four criteria of need and two of attractiveness are set.
territory::Territory drawn_territory(const std::vector<std::string>& map, const std::vector<DrawnCommune>& communes);

// Middle of the cell in that column and row (from the south).
geometry::Point cell_middle(int column, int row);

void add_place(territory::Places& places, std::string id, std::string name, std::string kind, geometry::Point position,
               std::string commune_code = "");

// A square priority sector.
void add_sector(territory::Territory& territory, std::string code, geometry::Point low, double side);

}  // namespace ancrage::test

// SPDX-License-Identifier: Apache-2.0
// Roads drawn as text, so that a test can be read at a glance.
//
//   drawn_roads({"A---B",     letters and '+' are points one column = 100 m, one row = 100 m apart
//                "|   v",     '-' and '|' are roads both ways; '>', '<', 'v', '^' anywhere in a road make it one-way
//                "C   D"});
#pragma once

#include "ancrage/travel/road_builder.hpp"

#include <map>
#include <string>
#include <vector>

namespace ancrage::test {

struct DrawnRoads {
  travel::RoadLines lines;
  std::map<char, geometry::Point> at;  // of the letters; y grows to the north, the last row is 0
};

// Every road is straight between two points and is driven at 60 km/h: 0.1 minutes a column or row. Class "road"; the
// name of a road is its two points, "AB". A road that ends without a point stops at its last character.
DrawnRoads drawn_roads(const std::vector<std::string>& map);

}  // namespace ancrage::test

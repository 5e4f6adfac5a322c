// SPDX-License-Identifier: Apache-2.0
// Small words about places: where one lies from another, names in a row.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/geometry/polygons.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report {

// The eight winds from north clockwise, by the direction in which `to` lies from `from` on a map with north up.
inline constexpr std::array<std::string_view, 8> wind_keys{"north", "north_east", "east", "south_east",
                                                           "south", "south_west", "west", "north_west"};
std::size_t wind(geometry::Point from, geometry::Point to);
// "to the north of Alès".
std::string direction_text(std::size_t wind, std::string_view place, const Language& language);

// With the first letter as a capital.
std::string capitalised(std::string text);
// "A, B and C".
std::string enumeration(const std::vector<std::string>& items, const Language& language);

}  // namespace ancrage::report

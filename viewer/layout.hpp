// SPDX-License-Identifier: Apache-2.0
// Where everything stands in a window of some size: pixels, from the top left.
#pragma once

#include <array>
#include <cstdint>

namespace ancrage::viewer {

// The views of the bar: the map with ranking and card; sites side by side; what if; where the next doctors go; the
// health of the data.
enum class View : std::uint8_t { map, compare, what_if, plan, data };
inline constexpr std::array all_views{View::map, View::compare, View::what_if, View::plan, View::data};

struct Rectangle {
  double x = 0.0;
  double y = 0.0;
  double width = 0.0;
  double height = 0.0;
  bool contains(double px, double py) const { return px >= x && px < x + width && py >= y && py < y + height; }
  bool empty() const { return width <= 0.0 || height <= 0.0; }
};

// What a view has no use for is empty.
struct Layout {
  Rectangle bar;    // name, views, search
  Rectangle left;   // profile, layers; empty when folded
  Rectangle right;  // ranking and card; empty when folded
  Rectangle main;   // the panel of a view: beside its map, or in the map's place
  Rectangle map;
  Rectangle sources;  // line under the map and the left panel
};

// Panels narrow under 1200 units of width, and fold away where they would leave the map less than 320 units: the left
// one first; sites side by side need 600. A unit is `scale` pixels.
Layout arrange(double width, double height, double scale, bool panels, View view = View::map);

}  // namespace ancrage::viewer

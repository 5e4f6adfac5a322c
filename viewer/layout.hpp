// SPDX-License-Identifier: Apache-2.0
// Where everything stands in a window of some size: pixels, from the top left.
#pragma once

namespace ancrage::viewer {

struct Rectangle {
  double x = 0.0;
  double y = 0.0;
  double width = 0.0;
  double height = 0.0;
  bool contains(double px, double py) const { return px >= x && px < x + width && py >= y && py < y + height; }
  bool empty() const { return width <= 0.0 || height <= 0.0; }
};

struct Layout {
  Rectangle bar;    // name, search
  Rectangle left;   // what is shown; empty when folded
  Rectangle right;  // ranking and card; empty when folded
  Rectangle map;
  Rectangle sources;  // line under the map and the left panel
};

// Panels narrow under 1200 units of width, and fold away where they would leave the map less than 320 units: the left
// one first. A unit is `scale` pixels.
Layout arrange(double width, double height, double scale, bool panels);

}  // namespace ancrage::viewer

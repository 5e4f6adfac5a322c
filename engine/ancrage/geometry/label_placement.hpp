// SPDX-License-Identifier: Apache-2.0
// Where names stand on a map, of the viewer and on paper: around their point, in order of priority, never on each other
// nor on a symbol.
//
// Everything is placed in pixels at one scale, whatever part is in view, so panning never makes a name come or go.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <span>
#include <vector>

namespace ancrage::geometry {

struct PixelBox {
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
  bool overlaps(const PixelBox& o) const {
    return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
  }
};

struct LabelRequest {
  Point ground;
  double width = 0.0;  // of the text, pixels
  double height = 0.0;
  double clearance = 0;    // radius of the symbol at the point, pixels
  bool important = false;  // rather over symbols, as little as can be, than not at all
};

struct PlacedLabel {
  std::size_t request = 0;
  Point offset;  // of the text's top left corner from the pixel of its point
};

struct LabelSpacing {
  double horizontal = 6.0;  // free pixels around a name
  double vertical = 3.0;
};

// Requests by falling priority; obstacles are symbols that no name may cover (ground point and radius in pixels; a
// name's own symbol may be among them). Tries eight places around the point, then gives the name up. Cost:
// names x neighbours on a grid.
struct Obstacle {
  Point ground;
  double radius = 0.0;
};
std::vector<PlacedLabel> place_labels(std::span<const LabelRequest> requests, std::span<const Obstacle> obstacles,
                                      double metres_per_pixel, const LabelSpacing& spacing = {});

}  // namespace ancrage::geometry

// SPDX-License-Identifier: Apache-2.0
// The point of a straight stretch that is nearest to a given one.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <algorithm>

namespace ancrage::geometry {

struct OnSegment {
  Point point;
  double share = 0.0;     // 0 at a, 1 at b
  double distance = 0.0;  // from the given point
};

// a and b may be the same.
inline OnSegment nearest_on_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double share = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
  const Point on = share >= 1 ? b : Point{a.x + share * dx, a.y + share * dy};
  return {on, share, distance(p, on)};
}

}  // namespace ancrage::geometry

// SPDX-License-Identifier: Apache-2.0
// Which part of the ground is seen in a rectangle of pixels. Ground in metres, y north; pixels from the rectangle's top
// left corner, y down. North is always up.
#pragma once

#include "ancrage/geometry/polygons.hpp"

namespace ancrage::viewer {

struct Pixel {
  double x = 0.0;
  double y = 0.0;
};

struct Camera {
  geometry::Point center;
  double metres_per_pixel = 1.0;  // > 0
  double width = 1.0;             // of the rectangle, pixels
  double height = 1.0;

  Pixel to_pixel(geometry::Point ground) const;
  geometry::Point to_ground(Pixel pixel) const;
  geometry::Box view() const;
  bool operator==(const Camera&) const = default;
};

// The whole box inside the rectangle less `margin` pixels on every side.
Camera fitted(const geometry::Box& box, double width, double height, double margin);
// factor > 1 comes nearer; the ground under `anchor` stays there. The scale is kept within 0.5 and 2000 m a pixel.
Camera zoomed(const Camera& camera, double factor, Pixel anchor);
// The ground moves with the pixels: panned by (10, 0), what was at x is at x + 10.
Camera panned(const Camera& camera, double dx, double dy);
// Another rectangle, same centre and scale.
Camera resized(const Camera& camera, double width, double height);
// Share 0..1 of the way from one camera to another. The point of the ground that has the same pixel in both keeps it
// all along, so a zoom about the cursor stays about the cursor. The rectangle is that of `to`.
Camera between(const Camera& from, const Camera& to, double share);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// What lies under the cursor. Works on the ground, from the camera it is given, so it cannot disagree with the picture
// after a resize.
#pragma once

#include "ancrage/territory/territory.hpp"
#include "viewer/map/camera.hpp"
#include "viewer/map/feature.hpp"

#include <vector>

namespace ancrage::viewer {

// Keeps references: the territory must outlive it.
class Picker {
 public:
  explicit Picker(const territory::Territory& territory);

  // The pole or site whose symbol is nearest within `radius` pixels, a pole before a site at the same distance; else
  // the commune of the territory or of the ring around it whose boundary holds the point; else nothing. Cost: the
  // number of places and of boxes, then a point-in-polygon test or two.
  Feature at(const Camera& camera, Pixel pixel, double radius, bool with_symbols = true) const;
  // The commune of a point of the ground.
  Feature commune_at(geometry::Point ground) const;

 private:
  const territory::Territory& territory_;
  std::vector<geometry::Box> boxes_;
};

}  // namespace ancrage::viewer

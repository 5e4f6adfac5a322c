// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/picking.hpp"

#include <cmath>

namespace ancrage::viewer {

Picker::Picker(const territory::Territory& territory) : territory_(territory) {
  boxes_.reserve(territory.communes.size());
  for (std::size_t c = 0; c < territory.communes.size(); ++c) {
    boxes_.push_back(geometry::bounds(territory.communes.boundary, c));
  }
}

Feature Picker::at(const Camera& camera, Pixel pixel, double radius, bool with_symbols) const {
  Feature nearest;
  double nearest_distance = radius;
  auto try_places = [&](const territory::Places& places, Feature::Kind kind) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Pixel p = camera.to_pixel(places.position[i]);
      const double d = std::hypot(p.x - pixel.x, p.y - pixel.y);
      if (d < nearest_distance || (d == nearest_distance && !nearest)) {
        nearest = {kind, i};
        nearest_distance = d;
      }
    }
  };
  if (with_symbols) {
    try_places(territory_.health_poles, Feature::Kind::pole);
    try_places(territory_.sites, Feature::Kind::site);
  }
  return nearest ? nearest : commune_at(camera.to_ground(pixel));
}

Feature Picker::commune_at(geometry::Point ground) const {
  for (std::size_t c = 0; c < boxes_.size(); ++c) {
    if (boxes_[c].contains(ground) && geometry::contains(territory_.communes.boundary, c, ground)) {
      return {Feature::Kind::commune, c};
    }
  }
  return {};
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// What is reached from a place along a territory's own roads.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"

#include <memory>
#include <span>

namespace ancrage::travel {

// For those who ask again and again: builds the network once. One thread at a time.
class RoadsAround {
 public:
  // Throws what territory_roads() throws.
  explicit RoadsAround(const territory::Territory& territory);
  ~RoadsAround();
  RoadsAround(const RoadsAround&) = delete;
  RoadsAround& operator=(const RoadsAround&) = delete;

  // One feature a bound, as isochrones() gives them. With a factor of 1.15 every way takes 15 % longer. Cost: a search
  // and a grid within the largest bound.
  geometry::PolygonSet isochrones(geometry::Point from, std::span<const double> bounds_minutes,
                                  double time_factor = 1.0) const;

 private:
  struct Network;
  std::unique_ptr<const Network> network_;
};

// The same for those who ask once.
geometry::PolygonSet isochrones_around(const territory::Territory& territory, geometry::Point from,
                                       std::span<const double> bounds_minutes, double time_factor = 1.0);

}  // namespace ancrage::travel

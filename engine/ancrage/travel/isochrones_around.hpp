// SPDX-License-Identifier: Apache-2.0
// What is reached from one place along a territory's own roads: for those who ask once and keep no network.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"

#include <span>

namespace ancrage::travel {

// One feature a bound, as isochrones() gives them. With a factor of 1.15 every way takes 15 % longer. Cost: building
// the network, then a search and a grid within the largest bound. Throws what territory_roads() throws.
geometry::PolygonSet isochrones_around(const territory::Territory& territory, geometry::Point from,
                                       std::span<const double> bounds_minutes, double time_factor = 1.0);

}  // namespace ancrage::travel

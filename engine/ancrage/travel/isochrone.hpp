// SPDX-License-Identifier: Apache-2.0
// What is reached from a place within some minutes, as polygons: times along the roads, spread over a grid at the pace
// of the access leg, then cut at each bound by linear interpolation. Every spot near enough to a reached road is
// inside, so holes are places that are truly too far; those smaller than a stated area are filled.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/travel/network_places.hpp"
#include "ancrage/travel/road_network.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace ancrage::travel {

// Minutes at the corners of a grid of squares, row by row from the south; infinite where not reached.
struct TimeSurface {
  geometry::Point origin;  // the south-western corner
  double cell_m = 0.0;
  std::size_t columns = 0;  // corners
  std::size_t rows = 0;
  std::vector<double> minutes;

  geometry::Point corner(std::size_t column, std::size_t row) const {
    return {origin.x + cell_m * static_cast<double>(column), origin.y + cell_m * static_cast<double>(row)};
  }
  double at(std::size_t column, std::size_t row) const { return minutes[row * columns + column]; }
};

struct IsochroneOptions {
  double cell_m = 200.0;
  double access_kmh = 5.0;  // off the roads
  double smallest_hole_m2 = 1e6;
};

// Cost: one bounded search, and the grid cells within reach times the logarithm of their number.
TimeSurface time_surface(const RoadNetwork& network, const RoadMetric& metric, const NetworkPlace& place,
                         double reach_minutes, const IsochroneOptions& options = {});

// One feature a bound, in the order given; each contains those of lower bounds. Cells per bound times their logarithm.
geometry::PolygonSet isochrones(const TimeSurface& surface, std::span<const double> bounds_minutes,
                                const IsochroneOptions& options = {});

}  // namespace ancrage::travel

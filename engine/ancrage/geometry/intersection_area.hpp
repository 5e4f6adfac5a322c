// SPDX-License-Identifier: Apache-2.0
// Area that two polygon features share, without building the shared polygon.
//
// Both features are cut into horizontal slabs at the heights of their vertices. Inside a slab the edges of one valid
// feature do not cross, so each feature is a row of trapezoids; the area shared by two trapezoids of a slab is the
// integral of a piecewise linear width, with the crossings of their four sides as break points. Nothing topological can
// fail: touching and coincident borders only contribute nothing. Coordinates are taken relative to the shared box, so
// the relative error stays near machine precision (differential tests hold it to 1e-9 of the smaller area against
// GEOS).
//
// Input must be valid (geometry/repair.hpp). Cost: edges x log edges + slabs x edges per slab.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstdint>
#include <vector>

namespace ancrage::geometry {

// How two features lie to each other, as far as boxes and one point tell.
enum class Relation { disjoint, first_inside_second, second_inside_first, may_cross };

// Linear in the number of edges. `may_cross` is not a promise that they do.
Relation classify(const PolygonSet& first_set, std::size_t first, const Box& first_box, const PolygonSet& second_set,
                  std::size_t second, const Box& second_box);

// Owns scratch memory: keep one per thread.
class IntersectionArea {
 public:
  // In square units of the coordinates.
  double operator()(const PolygonSet& first_set, std::size_t first, const PolygonSet& second_set, std::size_t second);

 private:
  struct Edge {
    double low_y, high_y, low_x, slope;  // x at height y = low_x + slope (y - low_y)
    bool of_second;
    double x_at(double y) const { return low_x + slope * (y - low_y); }
  };
  struct Side {
    double bottom, top;  // x at the bottom and at the top of the slab
  };
  void collect(const PolygonSet& set, std::size_t feature, const Box& window, bool of_second);
  void cut_slab(double bottom, double top);
  double shared_in_slab(double height) const;

  std::vector<Edge> edges_;
  std::vector<double> heights_;
  std::vector<std::uint32_t> active_;
  std::vector<Side> first_sides_, second_sides_;
};

}  // namespace ancrage::geometry

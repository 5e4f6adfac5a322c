// SPDX-License-Identifier: Apache-2.0
// Levels of detail of a coverage: polygons that share their borders, simplified so that they go on sharing them.
//
// Every vertex gets an importance in metres: how far the border would move if it were left out (Douglas & Peucker 1973
// on the arcs between the points where three or more borders meet, which are never left out). A level keeps the
// vertices above its tolerance, so both neighbours keep the same ones.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::viewer {

// A border between two features, or a feature and nothing.
struct Edge {
  geometry::Point from;
  geometry::Point to;
  std::uint32_t left = no_feature;  // the feature on the left going from -> to
  std::uint32_t right = no_feature;
  static constexpr std::uint32_t no_feature = 0xFFFFFFFFU;
};

// One importance per point of `coverage.points` (infinite at nodes). Cost: n log n on average.
std::vector<double> importances(const geometry::PolygonSet& coverage);

// The features with the vertices whose importance exceeds the tolerance (metres). A ring that would fall below three
// distinct points keeps all of its own.
geometry::PolygonSet simplified(const geometry::PolygonSet& coverage, const std::vector<double>& importance,
                                double tolerance);

// A line of two points or more, its ends kept and what lies within `tolerance` metres of what is kept left out.
std::vector<geometry::Point> simplified(std::span<const geometry::Point> line, double tolerance);

// Each border once, whatever the orientation of the rings.
std::vector<Edge> edges(const geometry::PolygonSet& coverage);

}  // namespace ancrage::viewer

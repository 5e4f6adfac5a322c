// SPDX-License-Identifier: Apache-2.0
// The borders of a coverage as arcs: pieces between the points where outlines part, each stored once however many
// features it bounds. Private to geometry/.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstddef>
#include <vector>

namespace ancrage::geometry {

struct CoverageArcs {
  struct Use {
    std::size_t arc;
    bool reversed;
  };
  using Ring = std::vector<Use>;

  std::vector<std::vector<Point>> arcs;  // ends included; an arc that meets nothing is closed (first point = last)
  std::vector<Ring> rings;               // in the order of the polygons' rings
};

// Cost: linear in the number of points, by hashing their exact coordinates.
CoverageArcs cut_into_arcs(const PolygonSet& polygons);

// The polygons again, with `arcs` in the place of coverage.arcs (same ends).
PolygonSet assembled(const PolygonSet& polygons, const CoverageArcs& coverage,
                     const std::vector<std::vector<Point>>& arcs);

}  // namespace ancrage::geometry

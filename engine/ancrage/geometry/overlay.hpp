// SPDX-License-Identifier: Apache-2.0
// One polygon layer laid over another: shared areas of all pairs, or the pieces themselves.
//
// Pairs are found by boxes in an R-tree, then classified (disjoint, one inside the other, may cross); only those that
// may cross are clipped. Input must be valid (geometry/repair.hpp); both layers in the same metric CRS. Results are in
// the order of the first layer, then of the second, on any number of threads.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/geometry/polygons.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace ancrage::geometry {

struct OverlayArea {
  std::uint32_t first;
  std::uint32_t second;
  double area_m2;
};

// The pairs that share some area. Cost: as IntersectionArea for the pairs that may cross, linear for the others.
std::vector<OverlayArea> overlay_areas(const PolygonSet& first, const PolygonSet& second,
                                       const Progress& progress = {});

// Piece k is the part of feature first[k] that lies in second[k], or in no feature of the second layer.
struct OverlayPieces {
  static constexpr std::uint32_t uncovered = std::numeric_limits<std::uint32_t>::max();
  PolygonSet outline;
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> second;
};

// Clips with GEOS (OverlayNG, which falls back to snapping and never fails on valid input). When no two features of the
// second layer overlap, the pieces of a feature add up to it; where two overlap, the shared part is in both their
// pieces.
OverlayPieces overlay_pieces(const PolygonSet& first, const PolygonSet& second, const Progress& progress = {});

}  // namespace ancrage::geometry

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/repair.hpp"

#include "ancrage/geometry/geos_polygons.hpp"

#include <algorithm>

namespace ancrage::geometry {

namespace {

void orient_rings(PolygonSet& polygons) {
  for (std::size_t part = 0; part + 1 < polygons.part_starts.size(); ++part) {
    for (std::size_t r = polygons.part_starts[part]; r < polygons.part_starts[part + 1]; ++r) {
      const bool is_shell = r == polygons.part_starts[part];
      if ((signed_area(polygons.ring(r)) > 0) == is_shell) continue;
      std::reverse(polygons.points.begin() + polygons.ring_starts[r],
                   polygons.points.begin() + polygons.ring_starts[r + 1]);
    }
  }
}

}  // namespace

std::vector<std::uint32_t> repair(PolygonSet& polygons) {
  GeosPolygons geos;
  PolygonSet valid;
  std::vector<std::uint32_t> repaired;
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    if (geos.append_valid(polygons, i, valid)) repaired.push_back(static_cast<std::uint32_t>(i));
  }
  polygons = std::move(valid);
  orient_rings(polygons);
  return repaired;
}

}  // namespace ancrage::geometry

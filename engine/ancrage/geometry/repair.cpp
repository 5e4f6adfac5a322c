// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/repair.hpp"

#include "ancrage/geometry/geos_bridge.hpp"

#include <cmath>
#include <utility>

namespace ancrage::geometry {

namespace {

struct Cleaned {
  PolygonSet polygons;
  bool dropped_rings = false;
};

bool is_finite(std::span<const Point> ring) {
  for (const Point p : ring) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
  }
  return true;
}

// The feature without the rings that GEOS cannot take; a part whose shell goes, goes with its holes.
Cleaned without_broken_rings(const PolygonSet& polygons, std::size_t feature) {
  Cleaned result;
  for (std::size_t part = polygons.feature_starts[feature]; part < polygons.feature_starts[feature + 1]; ++part) {
    const std::size_t shell = polygons.part_starts[part];
    bool has_shell = true;
    for (std::size_t r = shell; r < polygons.part_starts[part + 1] && has_shell; ++r) {
      if (polygons.ring(r).size() >= 4 && is_finite(polygons.ring(r))) {
        result.polygons.add_ring(polygons.ring(r));
      } else {
        result.dropped_rings = true;
        has_shell = r != shell;
      }
    }
    if (has_shell) result.polygons.end_part();
  }
  result.polygons.end_feature();
  return result;
}

Geos::Geometry made_valid(const Geos& geos, const GEOSGeometry* geometry) {
  GEOSMakeValidParams* parameters = GEOSMakeValidParams_create_r(geos.context());
  GEOSMakeValidParams_setMethod_r(geos.context(), parameters, GEOS_MAKE_VALID_LINEWORK);
  GEOSGeometry* valid = GEOSMakeValidWithParams_r(geos.context(), geometry, parameters);
  GEOSMakeValidParams_destroy_r(geos.context(), parameters);
  return geos.own(valid);
}

}  // namespace

std::vector<std::uint32_t> repair(PolygonSet& polygons) {
  const Geos geos;
  PolygonSet result;
  std::vector<std::uint32_t> repaired;
  for (std::size_t feature = 0; feature < polygons.size(); ++feature) {
    const Cleaned cleaned = without_broken_rings(polygons, feature);
    const Geos::Geometry geometry = geos.feature(cleaned.polygons, 0);
    const bool valid = GEOSisValid_r(geos.context(), geometry.get()) == 1;
    geos.append(result, valid ? geometry.get() : made_valid(geos, geometry.get()).get());
    if (!valid || cleaned.dropped_rings) repaired.push_back(static_cast<std::uint32_t>(feature));
  }
  polygons = std::move(result);
  return repaired;
}

}  // namespace ancrage::geometry

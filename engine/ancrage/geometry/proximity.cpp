// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/proximity.hpp"

#include "ancrage/geometry/geos_bridge.hpp"

#include <memory>

namespace ancrage::geometry {

std::vector<bool> within_distance(const PolygonSet& polygons, const PolygonSet& targets, double distance) {
  const Geos geos;
  const Geos::Geometry target = geos.all(targets);
  const auto release = [&](const GEOSPreparedGeometry* p) { GEOSPreparedGeom_destroy_r(geos.context(), p); };
  const std::unique_ptr<const GEOSPreparedGeometry, decltype(release)> prepared(
      GEOSPrepare_r(geos.context(), target.get()), release);
  std::vector<bool> result;
  for (std::size_t feature = 0; feature < polygons.size(); ++feature) {
    const Geos::Geometry geometry = geos.feature(polygons, feature);
    result.push_back(GEOSPreparedDistanceWithin_r(geos.context(), prepared.get(), geometry.get(), distance) == 1);
  }
  return result;
}

PolygonSet merged(const PolygonSet& polygons, const std::vector<std::vector<std::size_t>>& groups) {
  const Geos geos;
  PolygonSet result;
  for (const std::vector<std::size_t>& group : groups) {
    if (group.size() == 1) {
      result.append(polygons, group.front());
      continue;
    }
    PolygonSet members;
    for (const std::size_t feature : group) members.append(polygons, feature);
    const Geos::Geometry collection = geos.all(members);
    const Geos::Geometry whole = geos.own(GEOSCoverageUnion_r(geos.context(), collection.get()));
    geos.append(result, whole.get());
  }
  return result;
}

Point interior_point(const PolygonSet& polygons, std::size_t feature) {
  const Geos geos;
  const Geos::Geometry geometry = geos.feature(polygons, feature);
  const Geos::Geometry inside = geos.own(GEOSPointOnSurface_r(geos.context(), geometry.get()));
  Point p;
  GEOSGeomGetX_r(geos.context(), inside.get(), &p.x);
  GEOSGeomGetY_r(geos.context(), inside.get(), &p.y);
  return p;
}

}  // namespace ancrage::geometry

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/geos_bridge.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <vector>

namespace ancrage::geometry {

namespace {

void keep_report(const char* text, void* target) {
  try {
    *static_cast<std::string*>(target) = text;
  } catch (...) {  // nothing may cross the C callback; the failed call still returns null
  }
}

GEOSGeometry* ring_of(GEOSContextHandle_t context, std::span<const Point> points) {
  static_assert(sizeof(Point) == 2 * sizeof(double));
  GEOSCoordSequence* sequence =
      GEOSCoordSeq_copyFromBuffer_r(context, &points.front().x, static_cast<unsigned>(points.size()), 0, 0);
  return sequence == nullptr ? nullptr : GEOSGeom_createLinearRing_r(context, sequence);
}

void append_ring(GEOSContextHandle_t context, PolygonSet& polygons, const GEOSGeometry* ring, bool shell) {
  const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context, ring);
  unsigned count = 0;
  GEOSCoordSeq_getSize_r(context, sequence, &count);
  std::vector<Point> points(count);
  GEOSCoordSeq_copyToBuffer_r(context, sequence, &points.front().x, 0, 0);
  if ((signed_area(points) > 0) != shell) std::reverse(points.begin(), points.end());
  polygons.add_ring(points);
}

}  // namespace

Geos::Geos() : context_(GEOS_init_r()) { GEOSContext_setErrorMessageHandler_r(context_, keep_report, &report_); }

Geos::~Geos() { GEOS_finish_r(context_); }

Geos::Geometry Geos::own(GEOSGeometry* geometry) const {
  if (geometry == nullptr) throw Error(ErrorCode::internal, message("GEOS failed: {0}", report_));
  return {geometry, [context = context_](GEOSGeometry* g) { GEOSGeom_destroy_r(context, g); }};
}

GEOSGeometry* Geos::polygon(const PolygonSet& polygons, std::size_t part) const {
  const std::size_t first = polygons.part_starts[part];
  GEOSGeometry* shell = ring_of(context_, polygons.ring(first));
  std::vector<GEOSGeometry*> holes;
  for (std::size_t r = first + 1; r < polygons.part_starts[part + 1]; ++r) {
    holes.push_back(ring_of(context_, polygons.ring(r)));
  }
  if (shell == nullptr || std::find(holes.begin(), holes.end(), nullptr) != holes.end()) {
    throw Error(ErrorCode::wrong_input, message("A ring has too few points: {0}", report_));
  }
  return GEOSGeom_createPolygon_r(context_, shell, holes.data(), static_cast<unsigned>(holes.size()));
}

Geos::Geometry Geos::feature(const PolygonSet& polygons, std::size_t index) const {
  std::vector<GEOSGeometry*> parts;
  for (std::size_t part = polygons.feature_starts[index]; part < polygons.feature_starts[index + 1]; ++part) {
    parts.push_back(polygon(polygons, part));
  }
  return own(
      GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())));
}

Geos::Geometry Geos::all(const PolygonSet& polygons) const {
  std::vector<GEOSGeometry*> parts;
  for (std::size_t part = 0; part + 1 < polygons.part_starts.size(); ++part) parts.push_back(polygon(polygons, part));
  return own(
      GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())));
}

void Geos::append(PolygonSet& polygons, const GEOSGeometry* geometry) const {
  append_parts(polygons, geometry);
  polygons.end_feature();
}

void Geos::append_parts(PolygonSet& polygons, const GEOSGeometry* geometry) const {
  const int type = GEOSGeomTypeId_r(context_, geometry);
  if (type == GEOS_POLYGON) {
    if (GEOSisEmpty_r(context_, geometry) != 0) return;
    append_ring(context_, polygons, GEOSGetExteriorRing_r(context_, geometry), true);
    for (int hole = 0; hole < GEOSGetNumInteriorRings_r(context_, geometry); ++hole) {
      append_ring(context_, polygons, GEOSGetInteriorRingN_r(context_, geometry, hole), false);
    }
    polygons.end_part();
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    for (int i = 0; i < GEOSGetNumGeometries_r(context_, geometry); ++i) {
      append_parts(polygons, GEOSGetGeometryN_r(context_, geometry, i));
    }
  }
}

}  // namespace ancrage::geometry

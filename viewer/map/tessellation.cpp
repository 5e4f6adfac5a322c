// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/tessellation.hpp"

#include "ancrage/base/error.hpp"

#include <geos_c.h>

#include <utility>

namespace ancrage::viewer {
namespace {

struct GeometryDeleter {
  GEOSContextHandle_t handle;
  void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using GeometryOwner = std::unique_ptr<GEOSGeometry, GeometryDeleter>;

[[noreturn]] void fail() { throw Error(ErrorCode::internal, message("a polygon could not be cut into triangles")); }

GeometryOwner checked(GEOSContextHandle_t handle, GEOSGeometry* geometry) {
  if (geometry == nullptr) fail();
  return {geometry, GeometryDeleter{handle}};
}

GEOSGeometry* linear_ring(GEOSContextHandle_t handle, std::span<const geometry::Point> ring) {
  static_assert(sizeof(geometry::Point) == 2 * sizeof(double));
  GEOSCoordSequence* sequence =
      GEOSCoordSeq_copyFromBuffer_r(handle, &ring.front().x, static_cast<unsigned>(ring.size()), 0, 0);
  return sequence == nullptr ? nullptr : GEOSGeom_createLinearRing_r(handle, sequence);
}

GeometryOwner part_polygon(GEOSContextHandle_t handle, const geometry::PolygonSet& polygons, std::size_t part) {
  const std::size_t shell = polygons.part_starts[part];
  std::vector<GEOSGeometry*> holes;
  for (std::size_t r = shell + 1; r < polygons.part_starts[part + 1]; ++r) {
    holes.push_back(linear_ring(handle, polygons.ring(r)));
  }
  // GEOS owns the rings from here on.
  return checked(handle, GEOSGeom_createPolygon_r(handle, linear_ring(handle, polygons.ring(shell)), holes.data(),
                                                  static_cast<unsigned>(holes.size())));
}

void append_triangles(GEOSContextHandle_t handle, const GEOSGeometry* collection, std::vector<geometry::Point>& out) {
  const int count = GEOSGetNumGeometries_r(handle, collection);
  for (int i = 0; i < count; ++i) {
    const GEOSGeometry* ring = GEOSGetExteriorRing_r(handle, GEOSGetGeometryN_r(handle, collection, i));
    const GEOSCoordSequence* sequence = ring == nullptr ? nullptr : GEOSGeom_getCoordSeq_r(handle, ring);
    if (sequence == nullptr) fail();
    for (unsigned corner = 0; corner < 3; ++corner) {
      geometry::Point p;
      GEOSCoordSeq_getXY_r(handle, sequence, corner, &p.x, &p.y);
      out.push_back(p);
    }
  }
}

}  // namespace

struct Tessellator::Context {
  GEOSContextHandle_t handle = GEOS_init_r();
  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { GEOS_finish_r(handle); }
};

Tessellator::Tessellator() : context_(std::make_unique<Context>()) {}
Tessellator::~Tessellator() = default;

void Tessellator::triangulate(const geometry::PolygonSet& polygons, std::size_t feature,
                              std::vector<geometry::Point>& triangles) {
  GEOSContextHandle_t handle = context_->handle;
  for (std::size_t part = polygons.feature_starts[feature]; part < polygons.feature_starts[feature + 1]; ++part) {
    GeometryOwner polygon = part_polygon(handle, polygons, part);
    if (GEOSisValid_r(handle, polygon.get()) != 1) {
      polygon = checked(handle, GEOSMakeValid_r(handle, polygon.get()));
    }
    const GeometryOwner cut = checked(handle, GEOSConstrainedDelaunayTriangulation_r(handle, polygon.get()));
    append_triangles(handle, cut.get(), triangles);
  }
}

}  // namespace ancrage::viewer

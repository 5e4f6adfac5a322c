// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/geos_polygons.hpp"

#include "ancrage/base/error.hpp"

#include <geos_c.h>

#include <string>
#include <vector>

namespace ancrage::geometry {

namespace {

void keep_message(const char* text, void* target) { *static_cast<std::string*>(target) = text; }

}  // namespace

struct GeosPolygons::Context {
  struct Deleter {
    GEOSContextHandle_t handle;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
  };
  using Geometry = std::unique_ptr<GEOSGeometry, Deleter>;

  GEOSContextHandle_t handle = GEOS_init_r();
  std::string last_error;

  Context() { GEOSContext_setErrorMessageHandler_r(handle, keep_message, &last_error); }
  ~Context() { GEOS_finish_r(handle); }

  Geometry own(GEOSGeometry* geometry) const {
    if (geometry == nullptr) {
      throw Error(ErrorCode::internal, message("GEOS could not clip two polygons: {0}", last_error));
    }
    return {geometry, Deleter{handle}};
  }

  GEOSGeometry* ring(std::span<const Point> points) const {
    static_assert(sizeof(Point) == 2 * sizeof(double));
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
        handle, &points.data()->x, static_cast<unsigned>(points.size()), /*hasZ=*/0, /*hasM=*/0);
    return GEOSGeom_createLinearRing_r(handle, sequence);
  }

  // Rings of fewer than four points enclose nothing and are left out.
  Geometry feature(const PolygonSet& set, std::size_t index) const {
    std::vector<GEOSGeometry*> parts;
    std::vector<GEOSGeometry*> holes;
    for (std::size_t part = set.feature_starts[index]; part < set.feature_starts[index + 1]; ++part) {
      const std::size_t shell = set.part_starts[part];
      if (shell == set.part_starts[part + 1] || set.ring(shell).size() < 4) continue;
      holes.clear();
      for (std::size_t r = shell + 1; r < set.part_starts[part + 1]; ++r) {
        if (set.ring(r).size() >= 4) holes.push_back(ring(set.ring(r)));
      }
      parts.push_back(GEOSGeom_createPolygon_r(handle, ring(set.ring(shell)), holes.data(),
                                               static_cast<unsigned>(holes.size())));
    }
    return own(GEOSGeom_createCollection_r(handle, GEOS_MULTIPOLYGON, parts.data(),
                                           static_cast<unsigned>(parts.size())));
  }

  void append_ring(const GEOSGeometry* ring_geometry, PolygonSet& result) const {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle, ring_geometry);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(handle, sequence, &count);
    std::vector<Point> points(count);
    GEOSCoordSeq_copyToBuffer_r(handle, sequence, &points.data()->x, 0, 0);
    result.add_ring(points);
  }

  // Polygons of a result, lines and points where features only touch left out. Returns whether there was any.
  bool append_parts(const GEOSGeometry* geometry, PolygonSet& result) const {
    const int type = GEOSGeomTypeId_r(handle, geometry);
    if (type == GEOS_POLYGON) {
      if (GEOSisEmpty_r(handle, geometry) != 0) return false;
      append_ring(GEOSGetExteriorRing_r(handle, geometry), result);
      for (int i = 0; i < GEOSGetNumInteriorRings_r(handle, geometry); ++i) {
        append_ring(GEOSGetInteriorRingN_r(handle, geometry, i), result);
      }
      result.end_part();
      return true;
    }
    bool any = false;
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
      for (int i = 0; i < GEOSGetNumGeometries_r(handle, geometry); ++i) {
        any |= append_parts(GEOSGetGeometryN_r(handle, geometry, i), result);
      }
    }
    return any;
  }

  void append_feature(const Geometry& geometry, PolygonSet& result) const {
    if (append_parts(geometry.get(), result)) result.end_feature();
  }
};

GeosPolygons::GeosPolygons() : context_(std::make_unique<Context>()) {}
GeosPolygons::~GeosPolygons() = default;

void GeosPolygons::intersect(const PolygonSet& first_set, std::size_t first, const PolygonSet& second_set,
                             std::size_t second, PolygonSet& result) {
  const auto a = context_->feature(first_set, first);
  const auto b = context_->feature(second_set, second);
  context_->append_feature(context_->own(GEOSIntersection_r(context_->handle, a.get(), b.get())), result);
}

void GeosPolygons::subtract(const PolygonSet& set, std::size_t feature, const PolygonSet& other_set,
                            std::span<const std::uint32_t> others, PolygonSet& result) {
  auto rest = context_->feature(set, feature);
  for (const std::uint32_t other : others) {
    const auto taken = context_->feature(other_set, other);
    rest = context_->own(GEOSDifference_r(context_->handle, rest.get(), taken.get()));
  }
  context_->append_feature(rest, result);
}

bool GeosPolygons::append_valid(const PolygonSet& set, std::size_t feature, PolygonSet& result) {
  const auto geometry = context_->feature(set, feature);
  const bool valid = GEOSisValid_r(context_->handle, geometry.get()) == 1;
  context_->append_parts(valid ? geometry.get() : context_->own(GEOSMakeValid_r(context_->handle, geometry.get())).get(),
                         result);
  result.end_feature();
  return !valid;
}

}  // namespace ancrage::geometry

// SPDX-License-Identifier: Apache-2.0
// Between flat arrays and GEOS: a context of its own for every use, so that any number of threads may use GEOS at once,
// and owners for its objects. Private to geometry/.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <geos_c.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace ancrage::geometry {

class Geos {
 public:
  Geos();
  ~Geos();
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;

  using Geometry = std::unique_ptr<GEOSGeometry, std::function<void(GEOSGeometry*)>>;

  GEOSContextHandle_t context() const { return context_; }
  // Takes what a GEOS call returned; throws internal with what GEOS said when that is null.
  Geometry own(GEOSGeometry* geometry) const;
  // A feature as a multipolygon.
  Geometry feature(const PolygonSet& polygons, std::size_t index) const;
  // All features as one multipolygon, without dissolving them: good for distances.
  Geometry all(const PolygonSet& polygons) const;
  // Appends the polygonal part of a geometry as one feature: shells counter-clockwise, holes clockwise.
  void append(PolygonSet& polygons, const GEOSGeometry* geometry) const;
  const std::string& last_report() const { return report_; }

 private:
  GEOSGeometry* polygon(const PolygonSet& polygons, std::size_t part) const;
  void append_parts(PolygonSet& polygons, const GEOSGeometry* geometry) const;

  GEOSContextHandle_t context_;
  std::string report_;
};

}  // namespace ancrage::geometry

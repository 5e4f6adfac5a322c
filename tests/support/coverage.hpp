// SPDX-License-Identifier: Apache-2.0
// Whether polygons form a coverage, measured by GEOS: what neighbours overlap, and what the union lacks or has too
// much.
#pragma once

#include "ancrage/geometry/geos_bridge.hpp"
#include "ancrage/geometry/spatial_index.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace ancrage::test {

struct CoverageMeasure {
  double sum = 0.0;             // of the areas
  double union_area = 0.0;      // of all together
  double overlap = 0.0;         // areas that two features share, summed
  std::size_t invalid = 0;      // features that are not valid
  std::size_t union_rings = 0;  // rings of the union: more than the outer one is a hole between features, or a real one
};

inline double area_of(const geometry::Geos& geos, const GEOSGeometry* geometry) {
  double area = 0.0;
  GEOSArea_r(geos.context(), geometry, &area);
  return area;
}

inline CoverageMeasure measure_coverage(const geometry::PolygonSet& polygons) {
  const geometry::Geos geos;
  CoverageMeasure result;
  std::vector<geometry::Geos::Geometry> features;
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    features.push_back(geos.feature(polygons, i));
    result.sum += area_of(geos, features.back().get());
    result.invalid += GEOSisValid_r(geos.context(), features.back().get()) == 1 ? 0U : 1U;
  }
  const auto boxes = geometry::feature_boxes(polygons);
  const geometry::SpatialIndex index(boxes);
  std::vector<std::uint32_t> hits;
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    index.query(boxes[i], hits);
    for (const std::uint32_t j : hits) {
      if (j <= i) continue;
      const auto shared = geos.own(GEOSIntersection_r(geos.context(), features[i].get(), features[j].get()));
      result.overlap += area_of(geos, shared.get());
    }
  }
  std::vector<GEOSGeometry*> copies;
  for (const auto& feature : features) copies.push_back(GEOSGeom_clone_r(geos.context(), feature.get()));
  const auto all = geos.own(GEOSGeom_createCollection_r(geos.context(), GEOS_GEOMETRYCOLLECTION, copies.data(),
                                                        static_cast<unsigned>(copies.size())));
  const auto whole = geos.own(GEOSUnaryUnion_r(geos.context(), all.get()));
  result.union_area = area_of(geos, whole.get());
  geometry::PolygonSet rings;
  geos.append(rings, whole.get());
  result.union_rings = rings.ring_starts.size() - 1;
  return result;
}

}  // namespace ancrage::test

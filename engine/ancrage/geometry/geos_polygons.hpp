// SPDX-License-Identifier: Apache-2.0
// The polygon operations that need new vertices, done by GEOS and returned as flat arrays.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstdint>
#include <memory>
#include <span>

namespace ancrage::geometry {

// Owns a GEOS context: keep one per thread. Input must be valid; a GEOS failure throws Error(internal).
class GeosPolygons {
 public:
  GeosPolygons();
  ~GeosPolygons();
  GeosPolygons(const GeosPolygons&) = delete;
  GeosPolygons& operator=(const GeosPolygons&) = delete;

  // Appends the polygons that the two features share as one feature; appends nothing when they share no area.
  void intersect(const PolygonSet& first_set, std::size_t first, const PolygonSet& second_set, std::size_t second,
                 PolygonSet& result);
  // Appends what is left of a feature without those of the other set as one feature; nothing when nothing is left.
  void subtract(const PolygonSet& set, std::size_t feature, const PolygonSet& other_set,
                std::span<const std::uint32_t> others, PolygonSet& result);
  // Appends the feature, made valid when it was not (then returns true); an empty feature when nothing is left of it. The
  // only operation that takes invalid input.
  bool append_valid(const PolygonSet& set, std::size_t feature, PolygonSet& result);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace ancrage::geometry

// SPDX-License-Identifier: Apache-2.0
// Boxes found by place: an R-tree packed once from all boxes (Boost.Geometry), then read-only.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ancrage::geometry {

// Safe to share between threads. Build: n log n; query: log n + hits.
class SpatialIndex {
 public:
  // Empty boxes are left out.
  explicit SpatialIndex(std::span<const Box> boxes);
  ~SpatialIndex();
  SpatialIndex(SpatialIndex&&) noexcept;
  SpatialIndex& operator=(SpatialIndex&&) noexcept;

  // Positions of the boxes that touch `box` (borders included), increasing.
  void query(const Box& box, std::vector<std::uint32_t>& hits) const;

 private:
  struct Tree;
  std::unique_ptr<Tree> tree_;
};

std::vector<Box> feature_boxes(const PolygonSet& polygons);

}  // namespace ancrage::geometry

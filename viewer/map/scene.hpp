// SPDX-License-Identifier: Apache-2.0
// A territory as the graphics card wants it: triangles and line segments in single precision about an origin, at
// several levels of detail, cut into batches of neighbours with a box each so that what is not in view is not drawn.
// Built once; a change of colour touches none of it.
#pragma once

#include "ancrage/territory/territory.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace ancrage::viewer {

struct FillVertex {
  float x = 0.0F;  // metres from the scene's origin
  float y = 0.0F;
  std::uint32_t feature = 0;
};

// A stretch of a line; what is drawn to its left side only (zone outlines) has its zone on the left of a -> b.
struct Segment {
  float ax = 0.0F, ay = 0.0F, bx = 0.0F, by = 0.0F;
};

struct Batch {
  geometry::Box box;  // ground
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// A feature's triangles share its vertices.
struct Triangles {
  std::vector<FillVertex> vertices;
  std::vector<std::uint32_t> indices;  // three a triangle
  std::vector<Batch> batches;          // of indices
};

struct Segments {
  std::vector<Segment> segments;
  std::vector<Batch> batches;
};

// Communes, priority sectors and roads as seen from some height.
struct MapLevel {
  double tolerance = 0.0;  // metres
  geometry::PolygonSet outline;
  Triangles fill;
  Segments ring_borders;    // between communes of the ring
  Segments member_borders;  // with a commune of the territory on at least one side
  Segments zip_outline;     // edge of the zones, the zone on the left
  Segments zac_outline;
  Triangles sector_fill;
  Segments sector_outline;
  std::array<Segments, 3> roads;  // departmental, national, motorway
};

struct Scene {
  geometry::Point origin;
  geometry::Box member_bounds;
  std::vector<MapLevel> levels;  // finest first

  // The coarsest level whose error stays within a pixel.
  std::size_t level_for(double metres_per_pixel) const;
};

// Cost: one triangulation of every polygon and level, spread over the processors.
Scene build_scene(const territory::Territory& territory);

}  // namespace ancrage::viewer

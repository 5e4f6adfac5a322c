// SPDX-License-Identifier: Apache-2.0
// Polygons cut into triangles for filling, by GEOS's constrained Delaunay triangulation: it is already the engine's
// geometry library, it takes holes, adds no vertex (neighbours that share their border still share it, so no crack
// shows between two fills) and needs no GL, unlike GLU's tessellator, whose header is GL.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <memory>
#include <vector>

namespace ancrage::viewer {

// Owns a GEOS context: keep one per thread.
class Tessellator {
 public:
  Tessellator();
  ~Tessellator();
  Tessellator(const Tessellator&) = delete;
  Tessellator& operator=(const Tessellator&) = delete;

  // Appends the triangles of a feature, three points each. A feature that is invalid (simplified rings may cross) is
  // made valid first. Throws Error(internal) when GEOS fails.
  void triangulate(const geometry::PolygonSet& polygons, std::size_t feature, std::vector<geometry::Point>& triangles);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace ancrage::viewer

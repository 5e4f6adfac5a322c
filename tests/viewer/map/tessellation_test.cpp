// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/tessellation.hpp"

#include "ancrage/territory/package.hpp"

#include "support/source_tree.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace ancrage;
using namespace ancrage::viewer;
using geometry::Point;

namespace {

double triangle_area(const std::vector<Point>& triangles) {
  double total = 0.0;
  for (std::size_t i = 0; i < triangles.size(); i += 3) {
    const Point a = triangles[i];
    const Point b = triangles[i + 1];
    const Point c = triangles[i + 2];
    total += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
  }
  return total;
}

void add_square(geometry::PolygonSet& set, double low, double side) {
  const std::array<Point, 5> ring{
      {{low, low}, {low + side, low}, {low + side, low + side}, {low, low + side}, {low, low}}};
  set.add_ring(ring);
}

}  // namespace

TEST_CASE("the triangles of a polygon with a hole and a second part cover exactly its area") {
  geometry::PolygonSet set;
  add_square(set, 0, 10);
  add_square(set, 2, 4);
  set.end_part();
  add_square(set, 20, 3);
  set.end_part();
  set.end_feature();
  std::vector<Point> triangles;
  Tessellator().triangulate(set, 0, triangles);
  REQUIRE(triangles.size() % 3 == 0);
  REQUIRE(triangle_area(triangles) == Approx(100 - 16 + 9));
  // No triangle lies in the hole.
  for (std::size_t i = 0; i < triangles.size(); i += 3) {
    const Point middle{(triangles[i].x + triangles[i + 1].x + triangles[i + 2].x) / 3,
                       (triangles[i].y + triangles[i + 1].y + triangles[i + 2].y) / 3};
    REQUIRE(geometry::contains(set, 0, middle));
  }
}

TEST_CASE("a ring that crosses itself is filled, not refused") {
  geometry::PolygonSet set;
  const std::array<Point, 5> bow_tie{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}};
  set.add_ring(bow_tie);
  set.end_part();
  set.end_feature();
  std::vector<Point> triangles;
  Tessellator().triangulate(set, 0, triangles);
  REQUIRE(triangle_area(triangles) == Approx(2.0));
}

TEST_CASE("the triangles of every commune of the embedded territory have its area") {
  const territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  Tessellator tessellator;
  for (std::size_t c = 0; c < territory.communes.size(); ++c) {
    std::vector<Point> triangles;
    tessellator.triangulate(territory.communes.boundary, c, triangles);
    INFO(territory.communes.name[c]);
    REQUIRE(triangle_area(triangles) == Approx(geometry::area(territory.communes.boundary, c)).epsilon(1e-9));
  }
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/polygons.hpp"

#include <catch2/catch.hpp>

using namespace ancrage::geometry;

namespace {

// A 10 x 10 square with a 2 x 2 hole, and a second part of 1 x 1.
PolygonSet square_with_hole_and_islet() {
  PolygonSet set;
  set.add_ring(std::vector<Point>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
  set.add_ring(std::vector<Point>{{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}});
  set.end_part();
  set.add_ring(std::vector<Point>{{20, 0}, {21, 0}, {21, 1}, {20, 1}, {20, 0}});
  set.end_part();
  set.end_feature();
  return set;
}

}  // namespace

TEST_CASE("area counts shells, takes holes away, adds parts") {
  CHECK(area(square_with_hole_and_islet(), 0) == 100 - 4 + 1);
}

TEST_CASE("a point on a border is inside, a point in a hole is not") {
  const PolygonSet set = square_with_hole_and_islet();
  CHECK(contains(set, 0, {1, 1}));
  CHECK(contains(set, 0, {0, 5}));
  CHECK(contains(set, 0, {10, 10}));
  CHECK(contains(set, 0, {4, 5}));
  CHECK_FALSE(contains(set, 0, {5, 5}));
  CHECK_FALSE(contains(set, 0, {15, 5}));
  CHECK(contains(set, 0, {20.5, 0.5}));
}

TEST_CASE("bounds cover every part") { CHECK(bounds(square_with_hole_and_islet(), 0) == Box{{0, 0}, {21, 10}}); }

TEST_CASE("append copies a whole feature") {
  const PolygonSet set = square_with_hole_and_islet();
  PolygonSet copy;
  copy.append(set, 0);
  CHECK(copy == set);
}

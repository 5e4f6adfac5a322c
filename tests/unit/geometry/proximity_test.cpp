// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/proximity.hpp"

#include <catch2/catch.hpp>

using namespace ancrage::geometry;

namespace {

// Unit squares with their lower left corners at (x, 0).
PolygonSet squares(const std::vector<double>& xs) {
  PolygonSet set;
  for (const double x : xs) {
    set.add_ring(std::vector<Point>{{x, 0}, {x + 1, 0}, {x + 1, 1}, {x, 1}, {x, 0}});
    set.end_part();
    set.end_feature();
  }
  return set;
}

}  // namespace

TEST_CASE("a distance includes its bound") {
  CHECK(within_distance(squares({0, 1, 3, 4, 4.5}), squares({0}), 3) ==
        std::vector<bool>{true, true, true, true, false});
}

TEST_CASE("neighbours merge into one outline without the border between them") {
  const PolygonSet whole = merged(squares({0, 1, 7}), {{0, 1}, {2}});
  REQUIRE(whole.size() == 2);
  CHECK(area(whole, 0) == 2);
  CHECK(whole.ring(0).size() == 7);
  CHECK(area(whole, 1) == 1);
}

TEST_CASE("an interior point lies inside, also of a ring-shaped feature") {
  PolygonSet set;
  set.add_ring(std::vector<Point>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
  set.add_ring(std::vector<Point>{{1, 1}, {1, 9}, {9, 9}, {9, 1}, {1, 1}});
  set.end_part();
  set.end_feature();
  CHECK(contains(set, 0, interior_point(set, 0)));
}

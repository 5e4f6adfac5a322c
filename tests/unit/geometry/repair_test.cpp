// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/repair.hpp"

#include <catch2/catch.hpp>

using namespace ancrage::geometry;

namespace {

PolygonSet polygon(std::vector<std::vector<Point>> rings) {
  PolygonSet set;
  for (const auto& ring : rings) set.add_ring(ring);
  set.end_part();
  set.end_feature();
  return set;
}

}  // namespace

TEST_CASE("a bow tie becomes two triangles and is named") {
  PolygonSet set = polygon({{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}});
  CHECK(repair(set) == std::vector<std::uint32_t>{0});
  CHECK(set.feature_starts.back() == 2);
  CHECK(area(set, 0) == Approx(50));
}

TEST_CASE("a valid polygon keeps its points and gets its orientation") {
  PolygonSet set = polygon({{{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}}, {{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}}});
  CHECK(repair(set).empty());
  CHECK(signed_area(set.ring(0)) == 100);
  CHECK(signed_area(set.ring(1)) == -4);
}

TEST_CASE("a polygon without area becomes an empty feature") {
  PolygonSet set = polygon({{{0, 0}, {10, 0}, {0, 0}}});
  repair(set);
  REQUIRE(set.size() == 1);
  CHECK(area(set, 0) == 0);
}

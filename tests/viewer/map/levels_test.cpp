// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/levels.hpp"

#include "ancrage/territory/package.hpp"

#include "support/source_tree.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace ancrage;
using namespace ancrage::viewer;
using geometry::Point;

namespace {

// Two unit-high neighbours whose common border has a bump of 0.1 in its middle.
geometry::PolygonSet two_neighbours() {
  geometry::PolygonSet set;
  const std::array<Point, 6> west{{{0, 0}, {1, 0}, {1.1, 0.5}, {1, 1}, {0, 1}, {0, 0}}};
  const std::array<Point, 6> east{{{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1.1, 0.5}, {1, 0}}};
  for (const auto& ring : {west, east}) {
    set.add_ring(ring);
    set.end_part();
    set.end_feature();
  }
  return set;
}

double total_area(const geometry::PolygonSet& set) {
  double total = 0.0;
  for (std::size_t f = 0; f < set.size(); ++f) total += geometry::area(set, f);
  return total;
}

}  // namespace

TEST_CASE("neighbours lose the same point of their common border, and keep the nodes") {
  const auto set = two_neighbours();
  const auto importance = importances(set);
  const auto coarse = simplified(set, importance, 0.2);
  REQUIRE(geometry::area(coarse, 0) == Approx(1.0));
  REQUIRE(geometry::area(coarse, 1) == Approx(1.0));
  const auto fine = simplified(set, importance, 0.05);
  REQUIRE(geometry::area(fine, 0) == Approx(1.05));
  REQUIRE(geometry::area(fine, 1) == Approx(0.95));
}

TEST_CASE("a common border is one edge that knows both sides") {
  const auto all = edges(two_neighbours());
  REQUIRE(all.size() == 8);
  const auto common = std::count_if(all.begin(), all.end(), [](const Edge& e) { return e.right != Edge::no_feature; });
  REQUIRE(common == 2);
  for (const Edge& edge : all) {
    if (edge.right == Edge::no_feature) continue;
    // Feature 0 lies to the west: left of a border that goes north.
    REQUIRE((edge.to.y > edge.from.y) == (edge.left == 0));
  }
}

TEST_CASE("coarse levels of the embedded territory leave no gap and no overlap") {
  const auto territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  const auto& boundary = territory.communes.boundary;
  const auto coarse = simplified(boundary, importances(boundary), 90);
  REQUIRE(coarse.points.size() < boundary.points.size());
  const auto before = edges(boundary);
  const auto after = edges(coarse);
  const auto shared = [](const std::vector<Edge>& all) {
    return static_cast<double>(
               std::count_if(all.begin(), all.end(), [](const Edge& e) { return e.right != Edge::no_feature; })) /
           static_cast<double>(all.size());
  };
  // Borders that two communes shared are still shared: a gap would turn one shared edge into two of one side.
  REQUIRE(shared(after) > shared(before) - 0.02);
  REQUIRE(total_area(coarse) == Approx(total_area(boundary)).epsilon(0.01));
}

TEST_CASE("a simplified line keeps its ends and what stands out") {
  const std::array<Point, 5> line{{{0, 0}, {10, 3.2}, {20, 6}, {30, 2.8}, {40, 0}}};
  REQUIRE(simplified(line, 1.0) == std::vector<Point>{{0, 0}, {20, 6}, {40, 0}});
  REQUIRE(simplified(line, 10.0) == std::vector<Point>{{0, 0}, {40, 0}});
  REQUIRE(simplified(line, 0.0).size() == 5);
}

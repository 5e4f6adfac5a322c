// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/road_builder.hpp"
#include "ancrage/base/error.hpp"
#include "support/drawn_roads.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace ancrage;
using namespace ancrage::test;
using namespace ancrage::travel;

namespace {

double total_length_m(const Roads& roads) {
  const auto& lengths = roads.network.links().length_m;
  return std::accumulate(lengths.begin(), lengths.end(), 0.0);
}

}  // namespace

TEST_CASE("roads that share a point meet there, and points between junctions are no nodes") {
  const Roads roads = build_roads(drawn_roads({"A---B---C", "    |    ", "    D    "}).lines);
  CHECK(roads.network.node_count() == 4);
  CHECK(roads.network.links().size() == 3);
  CHECK(total_length_m(roads) == Approx(1000));
  CHECK(roads.diagnostics.empty());

  RoadLines bent = drawn_roads({"A--B", "   |", "   C"}).lines;  // one line of three vertices instead of two lines
  bent.line_vertices = {0, 1, 2};
  bent.line_starts = {0, 3};
  const Roads one = build_roads(bent);
  CHECK(one.network.node_count() == 2);
  REQUIRE(one.network.links().size() == 1);
  CHECK(one.network.links().shape_of(0).size() == 3);
  CHECK(one.minutes_along[0] == Approx(0.5));
}

TEST_CASE("an end that stops short of a road is joined to its nearest point, within the tolerance only") {
  const auto map = drawn_roads({"A-------B", "         ", "    C    ", "    |    ", "    D    "});
  const Roads apart = build_roads(map.lines, {.join_tolerance_m = 199});
  CHECK(apart.network.node_count() == 4);
  CHECK(apart.joins.empty());
  REQUIRE(apart.diagnostics.size() == 1);
  CHECK(apart.diagnostics[0].names == std::vector<std::string>{"2 (400, 200)"});

  const Roads joined = build_roads(map.lines, {.join_tolerance_m = 200});
  REQUIRE(joined.joins.size() == 1);
  CHECK(joined.joins[0].road == "CD");
  CHECK(joined.joins[0].joined_to == "AB");
  CHECK(joined.joins[0].gap_m == Approx(200));
  CHECK(joined.joins[0].to == geometry::Point{400, 400});
  CHECK(joined.network.node_count() == 5);
  CHECK(connected_parts(joined.network).size == std::vector<std::uint32_t>{5});
  CHECK(joined.network.links().class_names.back() == "connector");
}

TEST_CASE("of two ends that face each other one is joined, once") {
  const Roads roads = build_roads(drawn_roads({"A---B  C---D"}).lines, {.join_tolerance_m = 300});
  CHECK(roads.joins.size() == 1);
  CHECK(connected_parts(roads.network).size.size() == 1);
  CHECK(total_length_m(roads) == Approx(1100));
}

TEST_CASE("nothing is joined to the middle of a motorway") {
  auto map = drawn_roads({"A-------B", "    C    ", "    |    ", "    D    "});
  map.lines.class_names = {"motorway", "road"};
  map.lines.road_class = {0, 1};
  CHECK(build_roads(map.lines, {.join_tolerance_m = 150}).joins.empty());
  map.lines.class_names = {"trunk", "road"};
  CHECK(build_roads(map.lines, {.join_tolerance_m = 150}).joins.size() == 1);
}

TEST_CASE("parts of a network are numbered by falling size, one-ways cut the strongly connected ones") {
  const Roads roads = build_roads(drawn_roads({"A---B-->C", "    |    ", "E---F   G---H"}).lines);
  CHECK(connected_parts(roads.network).size == std::vector<std::uint32_t>{5, 2});
  CHECK(strongly_connected_parts(roads.network).size == std::vector<std::uint32_t>{4, 2, 1});
}

TEST_CASE("lines without length are dropped, and roads of nothing else are refused") {
  RoadLines lines = drawn_roads({"A---B"}).lines;
  lines.line_vertices = {0, 0};
  CHECK_THROWS_AS(build_roads(lines), Error);
}

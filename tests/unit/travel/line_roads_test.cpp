// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/line_roads.hpp"
#include "ancrage/base/error.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <numbers>

using namespace ancrage;
using namespace ancrage::travel;

namespace {

using Points = std::vector<geometry::Point>;

io::FeatureTable layer_of(const std::vector<Points>& lines) {
  io::FeatureTable layer;
  layer.name = "streets";
  layer.source = "streets.gpkg";
  layer.kind = io::GeometryKind::line;
  for (const Points& line : lines) {
    layer.lines.add_line(line);
    layer.lines.end_feature();
  }
  layer.resize(lines.size());
  return layer;
}

const std::vector<Points> three_streets{{{0, 0}, {1000, 0}}, {{1000, 0}, {1000, 500}}, {{0, 0}, {0, 1000}}};

}  // namespace

TEST_CASE("a line layer gives speeds by field, then by class, and directions") {
  io::FeatureTable layer = layer_of(three_streets);
  layer.add_text("fclass", {"primary", "track", "primary"});
  layer.add_reals("kmh", {60.0, Quantity::missing(), Quantity::missing()});
  layer.add_text("oneway", {"yes", "-1", ""});
  const LineFields fields{.road_class = "fclass", .speed = "kmh", .one_way = "oneway"};
  const RoadLines lines = road_lines(layer, fields, speeds_with({{"track", 20}}, usual_speeds()));
  CHECK(lines.open == std::vector<std::uint8_t>{along, against, both_ways});
  CHECK(lines.class_names == std::vector<std::string>{"primary", "track"});
  CHECK(lines.minutes_per_m_along[0] == Approx(0.001));
  CHECK(lines.minutes_per_m_along[1] == Approx(0.003));
  CHECK(lines.minutes_per_m_along[2] == Approx(0.06 / 65));
  CHECK(lines.vertices.size() == 4);
}

TEST_CASE("line layers that say too little or nonsense are refused by name") {
  const auto refused = [](const io::FeatureTable& layer, const std::string& word) {
    const auto fault = ancrage::test::fault_of([&] { road_lines(layer, {}, usual_speeds()); });
    REQUIRE(fault.has_value());
    CHECK(fault->code == ErrorCode::wrong_input);
    CHECK_THAT(fault->text, Catch::Contains(word) && Catch::Contains("streets"));
  };
  io::FeatureTable unknown = layer_of(three_streets);
  unknown.add_text("road_class", {"primary", "boulevard", "primary"});
  refused(unknown, "boulevard");
  io::FeatureTable standing = layer_of(three_streets);
  standing.add_reals("speed_kmh", {50.0, 0.0, 50.0});
  refused(standing, "Row 2");
  io::FeatureTable crooked = layer_of(three_streets);
  crooked.add_text("road_class", {"primary", "primary", "primary"});
  crooked.add_text("one_way", {"", "", "sometimes"});
  refused(crooked, "sometimes");
  io::FeatureTable points = layer_of(three_streets);
  points.kind = io::GeometryKind::point;
  refused(points, "lines");
}

TEST_CASE("a waypoint road is slower where it winds, and its stretches are links of their own") {
  const WaypointModel model{.motorway = 0.5, .national = 0.8, .departmental = 1.0, .winding_pace = 0.5};
  const Points straight{{0, 0}, {1000, 0}, {2000, 0}};
  const Points bent{{0, 0}, {1000, 0}, {1000, 1000}};
  CHECK(stretch_paces(straight, 1.0, model) == std::vector{0.001, 0.001});
  const double winding = std::numbers::pi / 4;  // half of the right angle, over one kilometre
  CHECK(stretch_paces(bent, 1.0, model)[0] == Approx((1 + 0.5 * winding) / 1000));

  territory::Roads roads;
  roads.name = {"D 12", "D 981", "A 7"};
  roads.road_class = {"departmental", "departmental", "motorway"};
  for (int i = 0; i < 3; ++i) {
    roads.line.add_line(straight);
    roads.line.end_feature();
  }
  const RoadLines lines = road_lines(roads, model);
  CHECK(lines.size() == 6);
  CHECK(lines.minutes_per_m_along == std::vector{0.001, 0.001, 0.0008, 0.0008, 0.0005, 0.0005});
}

TEST_CASE("a connector is driven at the speed stated for it, whatever roads its name tells of") {
  territory::Roads roads;
  roads.name = {"Alès, D 6110 – N 106"};
  roads.road_class = {"connector"};
  roads.line.add_line(Points{{0, 0}, {1000, 0}});
  roads.line.end_feature();
  const WaypointModel model{.national = 1, .departmental = 1, .connector_kmh = 40};
  CHECK(road_lines(roads, model).minutes_per_m_along == std::vector{0.0015});
}

TEST_CASE("the end of a waypoint road is not joined to the road itself") {
  territory::Roads roads;
  roads.name = {"D 1", "D 2"};
  roads.road_class = {"departmental", "departmental"};
  roads.line.add_line(Points{{0, 0}, {2000, 0}, {2100, 0}});
  roads.line.end_feature();
  roads.line.add_line(Points{{0, 250}, {0, 3000}});
  roads.line.end_feature();
  const WaypointModel model{.national = 1, .departmental = 1};
  const Roads built = build_roads(road_lines(roads, model), {.join_tolerance_m = 300});
  REQUIRE(built.joins.size() == 1);
  CHECK(connected_parts(built.network).size.size() == 1);
}

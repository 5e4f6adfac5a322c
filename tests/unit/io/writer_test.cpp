// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/writer.hpp"

#include "ancrage/io/reader.hpp"
#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <array>
#include <limits>
#include <vector>

using namespace ancrage;
using namespace ancrage::io;
using ancrage::test::TemporaryDirectory;
using geometry::Point;

namespace {

FeatureTable squares() {
  FeatureTable table;
  table.name = "communes";
  table.crs_epsg = 2154;
  table.kind = GeometryKind::polygon;
  table.add_text("code", {"01004", "30007"});
  table.add_integers("people", {Quantity(12), Quantity()});
  table.add_reals("income", {Quantity(0.1), Quantity(1.0 / 3)});
  table.add_integers("poor", {Quantity::withheld(), Quantity(7)});
  table.polygons.add_ring(std::vector<Point>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
  table.polygons.add_ring(std::vector<Point>{{4, 4}, {4, 6}, {6, 6}, {4, 4}});
  table.polygons.end_part();
  table.polygons.end_feature();
  table.polygons.end_feature();
  return table;
}

FeatureTable stations() {
  FeatureTable table;
  table.name = "stations";
  table.crs_epsg = 2154;
  table.kind = GeometryKind::point;
  table.add_text("name", {"Alès, \"gare\"", "Génolhac"});
  table.points = {{787000.25, 6336000.5}, {780000, 6355000}};
  return table;
}

FeatureTable roads() {
  FeatureTable table;
  table.name = "roads";
  table.crs_epsg = 2154;
  table.kind = GeometryKind::line;
  table.add_text("name", {"D 6110"});
  table.lines.add_line(std::vector<Point>{{787000, 6336000}, {788000, 6337000}});
  table.lines.end_feature();
  return table;
}

}  // namespace

TEST_CASE("a GeoPackage gives back what was written") {
  const TemporaryDirectory folder;
  const std::array<FeatureTable, 3> tables{squares(), stations(), roads()};
  write_geopackage(folder.path("alès.gpkg"), tables);
  CHECK(folder.count() == 1);

  const FeatureTable communes = read_features(folder.path("alès.gpkg"), {.layer = "communes"});
  CHECK(communes.crs_epsg == 2154);
  CHECK(communes.polygons == squares().polygons);
  CHECK(communes.texts("code") == squares().texts("code"));
  for (const char* column : {"people", "income", "poor"}) {
    CHECK(communes.quantities(column) == squares().quantities(column));
  }
  CHECK(read_features(folder.path("alès.gpkg"), {.layer = "stations"}).points == stations().points);
  CHECK(read_features(folder.path("alès.gpkg"), {.layer = "roads"}).lines == roads().lines);
}

TEST_CASE("the same tables give the same bytes") {
  const TemporaryDirectory folder;
  const std::array<FeatureTable, 2> tables{squares(), stations()};
  write_geopackage(folder.path("a.gpkg"), tables);
  write_geopackage(folder.path("b.gpkg"), tables);
  CHECK(folder.read("a.gpkg").size() > 1000);
  CHECK(folder.read("a.gpkg") == folder.read("b.gpkg"));
}

TEST_CASE("an existing file is replaced whole, and stays when the writing fails") {
  const TemporaryDirectory folder;
  const std::array<FeatureTable, 1> good{stations()};
  write_geopackage(folder.path("a.gpkg"), good);
  write_geopackage(folder.path("a.gpkg"), good);
  const std::string before = folder.read("a.gpkg");

  std::array<FeatureTable, 2> twice{stations(), stations()};  // two layers of one name cannot be
  const auto fault = ancrage::test::fault_of([&] { write_geopackage(folder.path("a.gpkg"), twice); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unwritable_output);
  CHECK(folder.read("a.gpkg") == before);
  CHECK(folder.count() == 1);
}

TEST_CASE("a folder that is not there cannot be written to") {
  const TemporaryDirectory folder;
  const std::array<FeatureTable, 1> tables{stations()};
  for (const auto& fault : {ancrage::test::fault_of([&] { write_geopackage(folder.path("none/a.gpkg"), tables); }),
                            ancrage::test::fault_of([&] { write_text(folder.path("none/a.txt"), "x"); }),
                            ancrage::test::fault_of([&] { write_text(folder.path(""), "x"); })}) {
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::unwritable_output);
  }
}

TEST_CASE("text is written as it is") {
  const TemporaryDirectory folder;
  write_text(folder.path("a.txt"), std::string_view("é\0\r\n", 5));
  CHECK(folder.read("a.txt") == std::string("é\0\r\n", 5));
  CHECK(folder.count() == 1);
}

TEST_CASE("CSV quotes what needs it and tells null from withheld") {
  FeatureTable table = squares();
  table.add_text("note", {"a, \"b\"", "plain"});
  CHECK(csv_text(table) ==
        "code,people,income,poor,note\r\n"
        "01004,12,0.1,NS,\"a, \"\"b\"\"\"\r\n"
        "30007,,0.3333333333333333,7,plain\r\n");
}

TEST_CASE("GeoJSON is in degrees with shells counter-clockwise") {
  FeatureTable table = squares();
  table.crs_epsg = 4326;
  const auto json = nlohmann::json::parse(geojson_text(table));
  CHECK(json["features"][0]["properties"]["code"] == "01004");
  CHECK(json["features"][0]["properties"]["poor"] == "NS");
  CHECK(json["features"][1]["properties"]["people"].is_null());
  CHECK(json["features"][1]["geometry"].is_null());
  const auto& rings = json["features"][0]["geometry"]["coordinates"][0];
  CHECK(rings[0][1] == nlohmann::json::array({10, 0}));
  CHECK(rings[1][1] == nlohmann::json::array({4, 6}));

  const auto point = nlohmann::json::parse(geojson_text(stations()))["features"][0]["geometry"]["coordinates"];
  CHECK(point[0].get<double>() == Approx(4.08).margin(0.05));
  CHECK(point[1].get<double>() == Approx(44.12).margin(0.05));
}

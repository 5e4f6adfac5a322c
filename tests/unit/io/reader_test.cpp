// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/reader.hpp"

#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace ancrage;
using namespace ancrage::io;
using ancrage::test::TemporaryDirectory;
using Catch::Matchers::Contains;

namespace {

constexpr const char* two_squares = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"01004","people":3},"geometry":{"type":"Polygon","coordinates":[[[4,44],[4.1,44],[4.1,44.1],[4,44.1],[4,44]]]}},
{"type":"Feature","properties":{"code":"30007","people":null},"geometry":null},
{"type":"Feature","properties":{"code":"30203","people":0},"geometry":{"type":"MultiPolygon","coordinates":[
 [[[4,44],[5,44],[5,45],[4,45],[4,44]],[[4.2,44.2],[4.2,44.4],[4.4,44.4],[4.2,44.2]]],[[[6,44],[6.1,44],[6,44.1],[6,44]]]]}}]})";

std::optional<ancrage::test::Fault> reading(const std::string& source, const ReadOptions& options = {}) {
  return ancrage::test::fault_of([&] { read_features(source, options); });
}

}  // namespace

TEST_CASE("polygons with parts, holes and none at all come as flat arrays") {
  const TemporaryDirectory folder;
  const FeatureTable table = read_features(folder.write("deux carrés.geojson", two_squares));
  CHECK(table.crs_epsg == 4326);
  REQUIRE(table.size() == 3);
  REQUIRE(table.polygons.size() == 3);
  CHECK(table.polygons.ring(0).size() == 5);
  CHECK(table.polygons.feature_starts == std::vector<std::uint32_t>{0, 1, 1, 3});
  CHECK(table.polygons.part_starts == std::vector<std::uint32_t>{0, 1, 3, 4});
  CHECK(table.texts("code")[0] == "01004");
  CHECK(table.quantities("people") == std::vector<Quantity>{3, {}, 0});
}

TEST_CASE("a layer is reprojected with x first") {
  const TemporaryDirectory folder;
  const FeatureTable table =
      read_features(folder.write("a.geojson", R"({"type":"Point","coordinates":[3, 46.5]})"), {.target_epsg = 2154});
  CHECK(table.crs_epsg == 2154);
  // The origin of Lambert-93, by definition.
  CHECK(table.points.at(0).x == Approx(700000).margin(1e-6));
  CHECK(table.points.at(0).y == Approx(6600000).margin(1e-6));
}

TEST_CASE("points go to another CRS and back") {
  std::vector<geometry::Point> points{{4.08, 44.125}, {std::nan(""), std::nan("")}};
  reproject(points, 4326, 2154);
  CHECK(points[0].x > 700000);
  CHECK(std::isnan(points[1].x));
  reproject(points, 2154, 4326);
  CHECK(points[0].x == Approx(4.08).epsilon(1e-10));
  CHECK(points[0].y == Approx(44.125).epsilon(1e-10));
  CHECK_THROWS_AS(reproject(points, 4326, 999999), Error);
}

TEST_CASE("the cells of a CSV stay text, and two of its columns make points") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("sites.csv", "code,lon,lat\n01004,4.0,44.0\n30007,,\n");
  const FeatureTable table = read_features(
      path, {.target_epsg = 2154, .assumed_epsg = 4326, .point_x_column = "lon", .point_y_column = "lat"});
  CHECK(table.texts("code")[0] == "01004");
  CHECK(table.kind == GeometryKind::point);
  CHECK(table.points[0].x > 700000);
  CHECK(std::isnan(table.points[1].x));
}

TEST_CASE("a source without CRS is not reprojected by guess") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("sites.csv", "code,lon,lat\n01004,4.0,44.0\n");
  const auto fault = reading(path, {.target_epsg = 2154, .point_x_column = "lon", .point_y_column = "lat"});
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Contains("no coordinate system"));
}

TEST_CASE("a missing file, layer or driver is said in words") {
  const TemporaryDirectory folder;
  CHECK_THAT(reading(folder.path("none.gpkg"))->text, Contains("no such file") && Contains("none.gpkg"));
  CHECK_THAT(reading(folder.write("plan.dwg", "x"))->text, Contains("Files of this kind are not read"));
  const std::string good = folder.write("a.geojson", two_squares);
  const auto fault = reading(good, {.layer = "communes"});
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unreadable_input);
  CHECK_THAT(fault->text, Contains("communes") && Contains("The layers there are: a"));
}

TEST_CASE("content never chooses the driver: a VRT named .geojson is refused") {
  const TemporaryDirectory folder;
  folder.write("real.csv", "a,b\n1,2\n");
  const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"real\"><SrcDataSource>" + folder.path("real.csv") +
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  const auto fault = reading(folder.write("x.geojson", vrt));
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unreadable_input);
  CHECK(reading(folder.write("x.vrt", vrt))->code == ErrorCode::unreadable_input);
  CHECK(read_features(folder.path("x.vrt"), {.allow_network = true}).size() == 1);
}

TEST_CASE("sources beyond this machine are refused") {
  for (const char* source :
       {"http://example.org/a.geojson", "https://example.org/a.gpkg", "/vsicurl/http://example.org/a.gpkg",
        "/vsizip//vsicurl/http://example.org/a.zip/a.shp", "/vsis3/bucket/a.gpkg", "/VSICURL/a.gpkg",
        "/vsicurl_streaming/a.csv", "/vsistdin/a.csv"}) {
    INFO(source);
    const auto fault = reading(source);
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::unreadable_input);
    CHECK_THAT(fault->text, Contains("network"));
  }
}

TEST_CASE("a damaged file says what GDAL found") {
  const TemporaryDirectory folder;
  const auto fault = reading(folder.write("broken.gpkg", "SQLite format 3 but not really"));
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unreadable_input);
  CHECK_THAT(fault->text, Contains("cannot be opened: ") && Contains("broken.gpkg"));
}

TEST_CASE("a layer of mixed geometry names the row") {
  const TemporaryDirectory folder;
  const auto fault = reading(folder.write("mixed.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":null},
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[4,44]}},
{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[4,44],[5,45]]}}]})"));
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Contains("Row 3"));
}

TEST_CASE("layers are listed by name") {
  const TemporaryDirectory folder;
  CHECK(layer_names(folder.write("communes.csv", "a,b\n1,2\n")) == std::vector<std::string>{"communes"});
}

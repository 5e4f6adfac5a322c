// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/package.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::territory;
using ancrage::test::TemporaryDirectory;

namespace {

constexpr auto settings = R"([territory]
name = "Essai"
code = "123456789"
crs = "EPSG:2154"
[layers.communes]
source = "data.gpkg"
layer = "communes"
[layers.sites]
source = "data.gpkg"
layer = "sites"
[need.gp_density]
weight = 1
value = [[0, 1.0], [10, 0.0]]
)";

io::FeatureTable two_communes(std::string second_code = "01005") {
  io::FeatureTable table;
  table.name = "communes";
  table.crs_epsg = 2154;
  table.kind = io::GeometryKind::polygon;
  table.resize(2);
  table.add_text("code", {"01004", std::move(second_code)});
  table.add_text("name", {"Un", "Deux"});
  table.add_integers("member", {1.0, 0.0});
  table.add_text("zone", {"zip", "none"});
  table.add_integers("gps", {3.0, Quantity::missing()});
  for (const double x : {0.0, 1000.0}) {
    table.polygons.add_ring(std::vector<geometry::Point>{{x, 0}, {x + 1000, 0}, {x + 1000, 1000}, {x, 1000}, {x, 0}});
    table.polygons.end_part();
    table.polygons.end_feature();
  }
  return table;
}

io::FeatureTable one_site(std::string id = "s1") {
  io::FeatureTable table;
  table.name = "sites";
  table.crs_epsg = 2154;
  table.kind = io::GeometryKind::point;
  table.resize(1);
  table.add_text("id", {std::move(id)});
  table.add_text("name", {"Centre"});
  table.add_text("kind", {"commune_centre"});
  table.add_text("commune_code", {"01004"});
  table.points = {{500, 500}};
  return table;
}

void write_package(const TemporaryDirectory& directory, const std::string& toml, const io::FeatureTable& communes,
                   const io::FeatureTable& sites) {
  io::write_text(directory.path("territory.toml"), toml);
  io::write_geopackage(directory.path("data.gpkg"), std::array{communes, sites});
}

ErrorCode code_of_loading(const TemporaryDirectory& directory) {
  try {
    load_territory(directory.path());
  } catch (const Error& error) {
    INFO(error.what());
    return error.code();
  }
  return ErrorCode::internal;
}

}  // namespace

TEST_CASE("a package is loaded with codes as text, states of values, and a health report") {
  const TemporaryDirectory directory;
  write_package(directory, settings, two_communes(), one_site());
  const Territory territory = load_territory(directory.path());
  CHECK(territory.communes.code == std::vector<std::string>{"01004", "01005"});
  CHECK(territory.communes.zone[0] == ZoneStatus::zip);
  CHECK(territory.communes.gps[0] == Quantity(3));
  CHECK(territory.communes.gps[1] == Quantity::missing());
  CHECK(territory.sites.position[0] == geometry::Point{500, 500});
  REQUIRE(territory.health.size() == 2);
  CHECK(territory.health[0].features == 2);
  CHECK(territory.health[0].crs_epsg == 2154);
  CHECK_FALSE(territory.has_layer("health_poles"));
}

TEST_CASE("columns of another name are mapped") {
  const TemporaryDirectory directory;
  std::string toml = settings;
  toml.insert(toml.find("[layers.sites]"), "fields = { code = \"name\" }\n");
  write_package(directory, toml, two_communes(), one_site());
  CHECK(load_territory(directory.path()).communes.code[0] == "Un");
}

TEST_CASE("a layer in another CRS is reprojected") {
  const TemporaryDirectory directory;
  auto communes = two_communes();
  communes.crs_epsg = 3035;
  for (auto& point : communes.polygons.points) {
    point.x += 3850000;
    point.y += 2350000;
  }
  write_package(directory, settings, communes, one_site());
  const Territory territory = load_territory(directory.path());
  CHECK(territory.health[0].crs_epsg == 3035);
  const auto box = geometry::bounds(territory.communes.boundary, 0);
  CHECK(box.low.x > 600000);
  CHECK(box.low.x < 1000000);
  CHECK(box.low.y > 6000000);
}

TEST_CASE("a directory that is no territory is unreadable input") {
  const TemporaryDirectory directory;
  CHECK(code_of_loading(directory) == ErrorCode::unreadable_input);
}

TEST_CASE("a package that cannot be used says why") {
  const TemporaryDirectory directory;
  SECTION("syntax error") { write_package(directory, "[territory\n", two_communes(), one_site()); }
  SECTION("unknown key") {
    write_package(directory, std::string("colour = 1\n") + settings, two_communes(), one_site());
  }
  SECTION("unknown CRS") {
    std::string toml = settings;
    toml.replace(toml.find("EPSG:2154"), 9, "Lambert93");
    write_package(directory, toml, two_communes(), one_site());
  }
  SECTION("value function that goes back") {
    std::string toml = settings;
    toml.replace(toml.find("[10, 0.0]"), 9, "[0, 0.0]");
    write_package(directory, toml, two_communes(), one_site());
  }
  SECTION("no sites layer") {
    std::string toml = settings;
    toml.replace(toml.find("[layers.sites]\nsource = \"data.gpkg\"\nlayer = \"sites\"\n"), 51, "");
    write_package(directory, toml, two_communes(), one_site());
  }
  SECTION("duplicate commune codes") {
    const auto twice = two_communes("01004");
    write_package(directory, settings, twice, one_site());
  }
  SECTION("empty site id") { write_package(directory, settings, two_communes(), one_site("")); }
  SECTION("points where polygons are wanted") {
    std::string toml = settings;
    toml.replace(toml.find("layer = \"communes\""), 18, "layer = \"sites\"");
    write_package(directory, toml, two_communes(), one_site());
  }
  CHECK(code_of_loading(directory) == ErrorCode::wrong_input);
}

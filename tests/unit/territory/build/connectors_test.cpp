// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/connectors.hpp"

#include "ancrage/io/reader.hpp"
#include "support/errors.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <set>
#include <string>

using namespace ancrage;
using namespace ancrage::territory;
using namespace ancrage::territory::build;

namespace {

// Two roads that stop half a kilometre from each other, in degrees: the first ends at 44.10 N 4.08 E.
constexpr std::array<geometry::Point, 2> southern{{{4.08, 44.09}, {4.08, 44.10}}};
constexpr std::array<geometry::Point, 2> northern{{{4.08, 44.105}, {4.08, 44.12}}};

Roads two_roads() {
  Roads roads;
  for (const auto& road : {southern, northern}) {
    std::vector<geometry::Point> points(road.begin(), road.end());
    io::reproject(points, 4326, working_epsg);
    roads.name.emplace_back("D 1");
    roads.road_class.emplace_back("departmental");
    roads.line.add_line(points);
    roads.line.end_feature();
  }
  return roads;
}

// One commune, 20 km around 44.10 N 4.08 E.
Outlines one_commune() {
  std::vector<geometry::Point> center{southern[1]};
  io::reproject(center, 4326, working_epsg);
  const auto [x, y] = center[0];
  const std::array<geometry::Point, 5> ring{
      {{x - 1e4, y - 1e4}, {x + 1e4, y - 1e4}, {x + 1e4, y + 1e4}, {x - 1e4, y + 1e4}, {x - 1e4, y - 1e4}}};
  Outlines outlines{{"30007"}, {1}, {}};
  outlines.boundary.add_ring(ring);
  outlines.boundary.end_part();
  outlines.boundary.end_feature();
  return outlines;
}

std::string entry(const std::string& from, const std::string& to) {
  return "[[connector]]\nname = \"here to there\"\nfrom = " + from + "\nto = " + to +
         "\nreason = \"a street\"\nsource = \"a map\"\n";
}

}  // namespace

TEST_CASE("a connector joins two waypoints exactly and says its length") {
  const test::TemporaryDirectory folder;
  const auto connectors =
      read_connectors(folder.write("connectors.toml", entry("[44.10, 4.08]", "[44.105000001, 4.08]")));
  Roads roads = two_roads();
  const geometry::Point from = roads.line.line(0)[1];
  const geometry::Point to = roads.line.line(1)[0];
  Diagnostics diagnostics;
  CHECK(add_connectors(connectors, one_commune(), roads, diagnostics) == 1);
  REQUIRE(roads.size() == 3);
  CHECK(roads.name[2] == "here to there");
  CHECK(roads.road_class[2] == "connector");
  REQUIRE(roads.line.size() == 3);
  REQUIRE(roads.line.line(2).size() == 2);
  CHECK(roads.line.line(2)[0] == from);
  CHECK(roads.line.line(2)[1] == to);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Severity::note);
  CHECK(diagnostics[0].names == std::vector<std::string>{"here to there, 556 m"});
}

TEST_CASE("a connector from where no road has a waypoint is left out and told") {
  const test::TemporaryDirectory folder;
  const auto connectors = read_connectors(folder.write("connectors.toml", entry("[44.10, 4.08]", "[44.11, 4.08]")));
  Roads roads = two_roads();
  Diagnostics diagnostics;
  CHECK(add_connectors(connectors, one_commune(), roads, diagnostics) == 0);
  CHECK(roads.size() == 2);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Severity::warning);
  CHECK(diagnostics[0].names == std::vector<std::string>{"here to there"});
}

TEST_CASE("connectors of another territory are passed over in silence") {
  const test::TemporaryDirectory folder;
  const auto connectors = read_connectors(folder.write("connectors.toml", entry("[48.85, 2.35]", "[48.86, 2.35]")));
  Roads roads = two_roads();
  Diagnostics diagnostics;
  CHECK(add_connectors(connectors, one_commune(), roads, diagnostics) == 0);
  CHECK(roads.size() == 2);
  CHECK(diagnostics.empty());
}

TEST_CASE("connectors without a position, a reason or a source are refused with the line") {
  const test::TemporaryDirectory folder;
  const auto refused = [&](const std::string& text) {
    const auto fault = test::fault_of([&] { read_connectors(folder.write("connectors.toml", text)); });
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::wrong_input);
    CHECK_THAT(fault->text, Catch::Contains("connectors.toml"));
    return fault->text;
  };
  CHECK_THAT(refused(entry("[44.1]", "[44.1, 4.1]")), Catch::Contains("from"));
  CHECK_THAT(refused(entry("[44.1, 4.1]", "[144.1, 4.1]")), Catch::Contains("to"));
  CHECK_THAT(refused(entry("[44.1, 4.1]", "[44.1, 4.1]") + "why = \"x\"\n"), Catch::Contains("why"));
  CHECK_THAT(refused("[[connector]]\nname = \"a\"\nfrom = [1, 1]\nto = [1, 1]\nsource = \"a\"\n"),
             Catch::Contains("reason"));
  CHECK_THAT(refused("[[connector]]\nname = \"a\"\nfrom = [1, 1]\nto = [1, 1]\nreason = \"a\"\n"),
             Catch::Contains("source"));
  const auto absent = test::fault_of([&] { read_connectors(folder.path("absent.toml")); });
  REQUIRE(absent);
  CHECK(absent->code == ErrorCode::unreadable_input);
}

TEST_CASE("the connectors that ship are read, and each has a name of its own") {
  const auto connectors = read_connectors(test::in_source_tree("geodata/connectors.toml"));
  CHECK(connectors.size() >= 10);
  std::set<std::string> names;
  for (const Connector& connector : connectors) names.insert(connector.name);
  CHECK(names.size() == connectors.size());
}

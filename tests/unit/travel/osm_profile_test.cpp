// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/osm_profile.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/travel/road_source.hpp"
#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::travel;

namespace {

using Tags = std::vector<std::pair<std::string, std::string>>;

OsmUse use_of(const Tags& tags) {
  io::OsmRoads roads;
  roads.way_id = {1};
  roads.tags = {tags};
  return osm_use(roads, 0);
}

// A street of three nodes, a one-way side street, a footpath, a private drive, and a way that leaves the extract.
constexpr const char* extract = R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
 <node id="1" version="1" lat="44.1000" lon="4.1000"/>
 <node id="2" version="1" lat="44.1000" lon="4.1010"/>
 <node id="3" version="1" lat="44.1000" lon="4.1020"/>
 <node id="4" version="1" lat="44.1010" lon="4.1010"/>
 <node id="5" version="1" lat="44.1010" lon="4.1020"/>
 <way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
 <way id="11" version="1"><nd ref="2"/><nd ref="4"/><tag k="highway" v="tertiary"/><tag k="oneway" v="yes"/></way>
 <way id="12" version="1"><nd ref="4"/><nd ref="5"/><tag k="highway" v="footway"/></way>
 <way id="13" version="1"><nd ref="3"/><nd ref="5"/><tag k="highway" v="service"/><tag k="access" v="private"/></way>
 <way id="14" version="1"><nd ref="3"/><nd ref="99"/><nd ref="4"/><nd ref="5"/><tag k="highway" v="primary"/></way>
</osm>
)";

}  // namespace

TEST_CASE("cars take roads, not paths, and not where it is forbidden") {
  CHECK(use_of({{"highway", "residential"}}).open == both_ways);
  CHECK(use_of({{"highway", "trunk_link"}}).open == both_ways);
  CHECK(use_of({{"highway", "footway"}}).open == 0);
  CHECK(use_of({{"highway", "track"}}).open == 0);
  CHECK(use_of({{"highway", "construction"}}).open == 0);
  CHECK(use_of({{"highway", "service"}, {"access", "private"}}).open == 0);
  CHECK(use_of({{"highway", "service"}, {"area", "yes"}}).open == 0);
  CHECK(use_of({{"highway", "primary"}, {"access", "no"}, {"motor_vehicle", "yes"}}).open == both_ways);
  CHECK(use_of({{"highway", "primary"}, {"motor_vehicle", "yes"}, {"motorcar", "no"}}).open == 0);
  CHECK(use_of({{"highway", "service"}, {"access", "destination"}}).open == both_ways);
}

TEST_CASE("one-ways are tagged, or follow from motorways and roundabouts") {
  CHECK(use_of({{"highway", "primary"}, {"oneway", "yes"}}).open == along);
  CHECK(use_of({{"highway", "primary"}, {"oneway", "-1"}}).open == against);
  CHECK(use_of({{"highway", "motorway"}}).open == along);
  CHECK(use_of({{"highway", "motorway"}, {"oneway", "no"}}).open == both_ways);
  CHECK(use_of({{"highway", "tertiary"}, {"junction", "roundabout"}}).open == along);
}

TEST_CASE("speeds come from limits, by direction, else from the class") {
  CHECK(use_of({{"highway", "secondary"}}).kmh_along == 55);
  CHECK(use_of({{"highway", "secondary"}, {"maxspeed", "80"}}).kmh_along == 64);
  CHECK(use_of({{"highway", "secondary"}, {"maxspeed", "signals"}}).kmh_along == 55);
  const OsmUse uneven = use_of({{"highway", "secondary"}, {"maxspeed", "80"}, {"maxspeed:backward", "50"}});
  CHECK(uneven.kmh_along == 64);
  CHECK(uneven.kmh_against == 40);
  CHECK(osm_maxspeed("30 mph").value() == Approx(48.28).margin(0.01));
  CHECK(osm_maxspeed("50 km/h") == 50.0);
  CHECK(osm_maxspeed("FR:urban") == 50.0);
  CHECK(osm_maxspeed("FR:rural") == 80.0);
  CHECK(osm_maxspeed("walk") == 5.0);
  CHECK_FALSE(osm_maxspeed("50;70").has_value());
  CHECK_FALSE(osm_maxspeed("-5").has_value());
  CHECK_FALSE(osm_maxspeed("").has_value());
}

TEST_CASE("an extract becomes a network: ways meet at nodes, are cut where nodes are missing, paths are left out") {
  const ancrage::test::TemporaryDirectory folder;
  const Roads roads = read_roads(folder.write("village.osm", extract));
  // 1-2, 2-3, 2-4, 4-5: the way 14 keeps its second piece.
  CHECK(roads.network.links().size() == 4);
  CHECK(roads.network.node_count() == 5);
  REQUIRE(roads.diagnostics.size() == 1);
  CHECK(roads.diagnostics[0].what == plural_message("Roads were cut at {0} node that the extract lacks",
                                                    "Roads were cut at {0} nodes that the extract lacks", 1));
  CHECK(roads.network.links().length_m[0] == Approx(80).margin(1));
  CHECK(roads.minutes_along[0] == Approx(roads.network.links().length_m[0] * 0.06 / 25));
}

TEST_CASE("extracts that are not there, damaged or without roads are refused") {
  const ancrage::test::TemporaryDirectory folder;
  const auto code = [&](const std::string& path) {
    const auto fault = ancrage::test::fault_of([&] { read_roads(path); });
    REQUIRE(fault.has_value());
    CHECK_THAT(fault->text, Catch::Contains(path));
    return fault->code;
  };
  CHECK(code(folder.path("nowhere.osm.pbf")) == ErrorCode::unreadable_input);
  CHECK(code(folder.write("damaged.osm.pbf", "no protocol buffer at all")) == ErrorCode::unreadable_input);
  CHECK(code(folder.write("cut.osm", std::string(extract).substr(0, 500))) == ErrorCode::unreadable_input);
  CHECK(code(folder.write("empty.osm", "<osm version=\"0.6\"></osm>")) == ErrorCode::wrong_input);
}

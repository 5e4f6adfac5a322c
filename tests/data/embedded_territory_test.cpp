// SPDX-License-Identifier: Apache-2.0
// What the committed territory of Alès Agglomération must say, known from its sources and the issue that asked for it.
#include "ancrage/io/reader.hpp"
#include "ancrage/territory/package.hpp"
#include "ancrage/travel/territory_times.hpp"

#include "support/coverage.hpp"
#include "support/source_tree.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

using namespace ancrage;
using namespace ancrage::territory;

namespace {

const std::string directory = test::in_source_tree("geodata/ales");

std::set<std::string> member_codes(const Territory& territory) {
  std::set<std::string> codes;
  for (std::size_t i = 0; i < territory.communes.size(); ++i) {
    if (territory.communes.member[i] != 0) codes.insert(territory.communes.code[i]);
  }
  return codes;
}

// Places of each kind in the member communes.
std::map<std::string, int> kinds_among_members(const Territory& territory, const Places& places) {
  const std::set<std::string> members = member_codes(territory);
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (members.contains(places.commune_code[i])) ++counts[places.kind[i]];
  }
  return counts;
}

}  // namespace

TEST_CASE("the embedded territory is small enough to embed") {
  CHECK(std::filesystem::file_size(directory + "/ales.gpkg") <= 3'000'000);
}

TEST_CASE("71 communes, their zones, and the one that is not in the zoning") {
  const Territory territory = load_territory(directory);
  const Communes& communes = territory.communes;
  std::map<ZoneStatus, int> zones;
  double gps = 0;
  double gps_60_plus = 0;
  for (std::size_t i = 0; i < communes.size(); ++i) {
    if (communes.member[i] == 0) continue;
    ++zones[communes.zone[i]];
    gps += communes.gps[i].value();
    gps_60_plus += communes.gps_60_plus[i].value();
  }
  CHECK(member_codes(territory).size() == 71);
  CHECK(zones[ZoneStatus::zip] == 17);
  CHECK(zones[ZoneStatus::zac] == 53);
  CHECK(zones[ZoneStatus::unmatched] == 1);
  CHECK(communes.zone[territory.commune_index("30329").value()] == ZoneStatus::unmatched);
  CHECK(communes.name[territory.commune_index("30007").value()] == "Alès");
  CHECK(communes.name[territory.commune_index("30130").value()] == "Génolhac");
  CHECK(communes.zone[territory.commune_index("30132").value()] == ZoneStatus::zip);
  CHECK(gps == 101);
  CHECK(gps_60_plus == 41);
  CHECK(communes.gps[territory.commune_index("30007").value()] == Quantity(53));
}

TEST_CASE("a merged commune sums the counts of those it was made of") {
  const Territory territory = load_territory(directory);
  const std::size_t thoiras_corbes = territory.commune_index("30329").value();
  CHECK(territory.communes.under_18[thoiras_corbes] == Quantity(88 + 28));
  CHECK(territory.communes.age_base_population[thoiras_corbes] == Quantity(441 + 160));
  CHECK(territory.communes.main_homes[thoiras_corbes] == Quantity(194 + 77));
  CHECK(territory.communes.median_income_eur[thoiras_corbes].state() == Quantity::State::missing);
  CHECK_FALSE(territory.commune_index("30094"));
}

TEST_CASE("poles and facilities of the agglomeration by kind") {
  const Territory territory = load_territory(directory);
  auto poles = kinds_among_members(territory, territory.health_poles);
  CHECK(poles["maison_de_sante"] == 6);
  CHECK(poles["centre_de_sante"] + poles["centre_dentaire"] + poles["centre_specialise"] == 13);
  CHECK(poles["centre_dentaire"] == 3);
  auto facilities = kinds_among_members(territory, territory.facilities);
  CHECK(facilities["pharmacy"] == 45);
  CHECK(facilities["care_home"] == 19);
  CHECK(facilities["laboratory"] == 8);
  CHECK(facilities["hospital"] == 2);
  CHECK(facilities["college"] > 0);
  CHECK(facilities["lycee"] > 0);
  CHECK(facilities["station"] > 0);
}

TEST_CASE("the communes are a coverage: no gap, no overlap") {
  const Territory territory = load_territory(directory);
  const test::CoverageMeasure measure = test::measure_coverage(territory.communes.boundary);
  CHECK(measure.invalid == 0);
  CHECK(measure.overlap == Approx(0).margin(1e-3));
  CHECK(measure.sum == Approx(measure.union_area).epsilon(1e-12));
  CHECK(measure.union_rings == 1);
}

TEST_CASE("priority sectors of the agglomeration are there, valid, with their people") {
  const Territory territory = load_territory(directory);
  const PrioritySectors& sectors = territory.priority_sectors;
  std::map<std::string, double> people;
  for (std::size_t i = 0; i < sectors.size(); ++i) people[sectors.code[i]] = sectors.population[i].value();
  CHECK(people["QP030001"] == 14621);
  CHECK(people["QP030002"] == 1134);
  CHECK(people["QP030016"] == 2421);
  CHECK(people["QP030017"] == 1012);
  CHECK(test::measure_coverage(sectors.outline).invalid == 0);
}

TEST_CASE("sites stand in their communes, one a commune and one a pole of general practice") {
  const Territory territory = load_territory(directory);
  const Sites& sites = territory.sites;
  std::map<std::string, int> kinds;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    ++kinds[sites.kind[i]];
    INFO(sites.id[i] << " " << sites.name[i]);
    const std::size_t commune = territory.commune_index(sites.commune_code[i]).value();
    CHECK(territory.communes.member[commune] == 1);
    CHECK(geometry::contains(territory.communes.boundary, commune, sites.position[i]));
  }
  CHECK(kinds["commune_centre"] == 71);
  CHECK(kinds["health_pole"] == 6);
  CHECK(kinds["health_centre"] == 9);
  const auto veil = std::find(sites.name.begin(), sites.name.end(), "MSP Simone Veil (La Grand-Combe)");
  REQUIRE(veil != sites.name.end());
  CHECK(sites.id[static_cast<std::size_t>(veil - sites.name.begin())] == "300017191");
}

TEST_CASE("cells have a vintage, a commune and people, and those of 2019 ages that add up") {
  const Territory territory = load_territory(directory);
  const PopulationCells& cells = territory.cells;
  double people_of_2019 = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    CHECK(cells.population[i] > 0);
    const auto commune = territory.commune_index(cells.commune_code[i]);
    REQUIRE(commune);
    REQUIRE((cells.year[i] == 2009 || cells.year[i] == 2019));
    double by_age = 0;
    for (std::size_t band = 0; band < age_bands; ++band) {
      CHECK(cells.by_age[i * age_bands + band].is_number() == (cells.year[i] == 2019));
      by_age += cells.by_age[i * age_bands + band].value_or(0);
    }
    if (cells.year[i] != 2019) continue;
    people_of_2019 += cells.population[i];
    // What INSEE could not give an age to is in none of the bands.
    CHECK(by_age <= cells.population[i] + 2);
  }
  CHECK(people_of_2019 == Approx(133'898).margin(1));
}

TEST_CASE("roads of the three classes meet in exactly equal points") {
  const Territory territory = load_territory(directory);
  const Roads& roads = territory.roads;
  CHECK(std::find(roads.name.begin(), roads.name.end(), "D 6110") != roads.name.end());
  std::map<std::pair<double, double>, std::set<std::string>> meetings;
  for (std::size_t i = 0; i < roads.size(); ++i) {
    for (std::size_t l = roads.line.feature_starts[i]; l < roads.line.feature_starts[i + 1]; ++l) {
      for (const geometry::Point p : roads.line.line(l)) meetings[{p.x, p.y}].insert(roads.name[i]);
    }
  }
  const auto crossings =
      std::count_if(meetings.begin(), meetings.end(), [](const auto& m) { return m.second.size() > 1; });
  CHECK(crossings > 500);
}

TEST_CASE("connectors are synthetic, short, and begin and end at waypoints of numbered roads") {
  const Territory territory = load_territory(directory);
  const Roads& roads = territory.roads;
  const auto synthetic = io::read_features(directory + "/ales.gpkg", {.layer = "roads"}).quantities("synthetic");
  REQUIRE(synthetic.size() == roads.size());
  std::set<std::pair<double, double>> waypoints;
  for (std::size_t i = 0; i < roads.size(); ++i) {
    CHECK(synthetic[i] == Quantity(roads.road_class[i] == "connector" ? 1.0 : 0.0));
    if (synthetic[i] == Quantity(1.0)) continue;
    for (std::size_t l = roads.line.feature_starts[i]; l < roads.line.feature_starts[i + 1]; ++l) {
      for (const geometry::Point p : roads.line.line(l)) waypoints.insert({p.x, p.y});
    }
  }
  std::size_t connectors = 0;
  for (std::size_t i = 0; i < roads.size(); ++i) {
    if (roads.road_class[i] != "connector") continue;
    ++connectors;
    INFO(roads.name[i]);
    REQUIRE(roads.line.feature_starts[i + 1] == roads.line.feature_starts[i] + 1);
    const auto line = roads.line.line(roads.line.feature_starts[i]);
    REQUIRE(line.size() == 2);
    CHECK(waypoints.contains({line[0].x, line[0].y}));
    CHECK(waypoints.contains({line[1].x, line[1].y}));
    CHECK(geometry::distance(line[0], line[1]) < 2500);
  }
  CHECK(connectors == 13);
  CHECK_THAT(territory.provenance("roads"), Catch::Contains("Travel Mapping") && Catch::Contains("13 raccords"));
}

TEST_CASE("the roads from the south reach the centre of Alès without a way round") {
  const Territory territory = load_territory(directory);
  const Sites& sites = territory.sites;
  const travel::TerritoryTimes travel(territory);
  const auto times = travel.between({sites.position, sites.id, sites.commune_code},
                                    {sites.position, sites.id, sites.commune_code}, 60.0);
  const auto minutes = [&](const std::string& from, const std::string& to) {
    const auto at = [&](const std::string& id) {
      return static_cast<std::uint32_t>(std::find(sites.id.begin(), sites.id.end(), id) - sites.id.begin());
    };
    const auto columns = times.columns_of(at(from));
    const auto found = std::find(columns.begin(), columns.end(), at(to));
    return found == columns.end() ? 999.0
                                  : times.minutes_of(at(from))[static_cast<std::size_t>(found - columns.begin())];
  };
  // Saint-Christol-lez-Alès, and the two banks of Saint-Jean-du-Gard.
  CHECK(minutes("30243", "30007") < 12);
  CHECK(minutes("30269", "300014271") < 12);
}

TEST_CASE("every layer states its sources, and what could not be done is told") {
  const Territory territory = load_territory(directory);
  for (const char* layer : {"communes", "communes.gps", "communes.zone", "priority_sectors", "health_poles",
                            "facilities.pharmacy", "facilities.lycee", "population_cells", "roads", "sites"}) {
    INFO(layer);
    CHECK_FALSE(territory.provenance(layer).empty());
  }
  const bool told = std::any_of(territory.diagnostics.begin(), territory.diagnostics.end(), [](const Diagnostic& d) {
    return std::find(d.names.begin(), d.names.end(), "30329 Thoiras-Corbès") != d.names.end();
  });
  CHECK(told);
}

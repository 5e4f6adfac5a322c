// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"

#include "ancrage/travel/estimate.hpp"
#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace ancrage;
using namespace ancrage::test;
using territory::ZoneStatus;

namespace {

// Two communes far enough apart that neither lies in the other's catchment (15 minutes reach 6.7 km).
territory::Territory two_far_communes() {
  return drawn_territory({"AA..........BB"}, {{.letter = 'A', .people_per_cell = 3000, .gps = 4.0, .gps_60_plus = 1.0},
                                              {.letter = 'B',
                                               .people_per_cell = 500,
                                               .gps = 0.0,
                                               .gps_60_plus = 0.0,
                                               .zone = ZoneStatus::zip,
                                               .share_65_plus = 0.4}});
}

std::vector<Quantity> values(const territory::Territory& territory, const criteria::Definition& definition) {
  const criteria::Catchments catchments(territory);
  return definition.compute({territory, catchments}).value;
}

}  // namespace

TEST_CASE("the catalogue has every criterion once") {
  std::set<std::string_view> ids;
  for (const auto& definition : criteria::catalogue()) CHECK(ids.insert(definition.id).second);
  CHECK(ids.size() == 12);
}

TEST_CASE("a catchment holds the people of the cells within its minutes, and no others") {
  const auto people = values(two_far_communes(), criteria::catchment_population());
  CHECK(people[0].value() == 6000);
  CHECK(people[1].value() == 1000);
}

TEST_CASE("a cell at exactly the catchment's minutes is inside") {
  auto territory = two_far_communes();
  territory.catchment_minutes = travel::estimated_minutes(12000);
  CHECK(values(territory, criteria::catchment_population())[0].value() == 6500);
}

TEST_CASE("practitioners are counted per 10,000 people of the catchment") {
  const auto density = values(two_far_communes(), criteria::gp_density());
  CHECK(density[0].value() == Approx(4.0 / 6000 * 10000));
  CHECK(density[1].value() == 0.0);
}

TEST_CASE("the share of older practitioners is missing where there is none") {
  const auto share = values(two_far_communes(), criteria::gp_aged_60_plus());
  CHECK(share[0].value() == Approx(25));
  CHECK(share[1].state() == Quantity::State::missing);
}

TEST_CASE("people of ZIP communes and of QPV are priority people, counted once") {
  auto territory = two_far_communes();
  add_sector(territory, "Q1", {0, 0}, 500);      // a quarter of A's first cell
  add_sector(territory, "Q2", {12000, 0}, 500);  // inside B, which is ZIP already
  const auto share = values(territory, criteria::priority_population());
  CHECK(share[0].value() == Approx(100.0 * 0.25 * 3000 / 6000));
  CHECK(share[1].value() == Approx(100));
}

TEST_CASE("ages come from the cells, and from the commune where the cells have none") {
  auto territory = two_far_communes();
  CHECK(values(territory, criteria::aged_65_plus())[1].value() == Approx(40));
  for (auto& people : territory.cells.by_age) people = Quantity::missing();
  territory.communes.aged_65_plus[1] = 300.0;
  CHECK(values(territory, criteria::aged_65_plus())[1].value() == Approx(30));
  territory.communes.aged_65_plus[1] = Quantity::missing();
  CHECK(values(territory, criteria::aged_65_plus())[1].state() == Quantity::State::missing);
}

TEST_CASE("a commune without cells counts with its own population at its middle") {
  auto territory = two_far_communes();
  territory.cells = {};
  const auto people = values(territory, criteria::catchment_population());
  CHECK(people[0].value() == 6000);
  CHECK(values(territory, criteria::priority_population())[1].value() == Approx(100));
}

TEST_CASE("neighbours outside the territory count in the catchment") {
  const auto territory = drawn_territory(
      {"AC"},
      {{.letter = 'A', .people_per_cell = 100}, {.letter = 'C', .people_per_cell = 900, .gps = 2.0, .member = false}});
  REQUIRE(territory.sites.size() == 1);
  CHECK(values(territory, criteria::catchment_population())[0].value() == 1000);
  CHECK(values(territory, criteria::gp_density())[0].value() == Approx(20));
}

TEST_CASE("the nearest health pole is one of general practice, named, in estimated minutes") {
  auto territory = two_far_communes();
  add_place(territory.health_poles, "2", "MSP Loin", "maison_de_sante", cell_middle(4, 0));
  add_place(territory.health_poles, "1", "Dentistes", "centre_dentaire", cell_middle(0, 0));
  const criteria::Catchments catchments(territory);
  const auto found = criteria::health_pole_minutes().compute({territory, catchments});
  CHECK(found.detail[0] == "MSP Loin");
  CHECK(found.value[0].value() == travel::estimated_minutes(4000));
}

TEST_CASE("of two places equally near the first by id is named, and without any the minutes are missing") {
  auto territory = two_far_communes();
  add_place(territory.facilities, "b", "Pharmacie B", "pharmacy", cell_middle(2, 0));
  add_place(territory.facilities, "a", "Pharmacie A", "pharmacy", cell_middle(-2, 0));
  const criteria::Catchments catchments(territory);
  CHECK(criteria::pharmacy_minutes().compute({territory, catchments}).detail[0] == "Pharmacie A");
  CHECK(criteria::lycee_minutes().compute({territory, catchments}).value[0].state() == Quantity::State::missing);
}

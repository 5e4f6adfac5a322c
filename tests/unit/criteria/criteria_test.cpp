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

criteria::Values computed(const territory::Territory& territory, const criteria::Definition& definition) {
  const travel::TerritoryTimes travel(territory);
  const auto access = access::territory_access(territory, travel);
  const criteria::Catchments catchments(territory, travel, access);
  return definition.compute({territory, travel, access, catchments});
}

std::vector<Quantity> values(const territory::Territory& territory, const criteria::Definition& definition) {
  return computed(territory, definition).value;
}

}  // namespace

TEST_CASE("the catalogue has every criterion once") {
  std::set<std::string_view> ids;
  for (const auto& definition : criteria::catalogue()) CHECK(ids.insert(definition.id).second);
  CHECK(ids.size() == 16);
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
  const auto found = computed(territory, criteria::health_pole_minutes());
  CHECK(found.detail[0] == "MSP Loin");
  CHECK(found.value[0].value() == travel::estimated_minutes(4000));
}

TEST_CASE("of two places equally near the first by id is named, and without any the minutes are missing") {
  auto territory = two_far_communes();
  add_place(territory.facilities, "b", "Pharmacie B", "pharmacy", cell_middle(2, 0));
  add_place(territory.facilities, "a", "Pharmacie A", "pharmacy", cell_middle(-2, 0));
  CHECK(computed(territory, criteria::pharmacy_minutes()).detail[0] == "Pharmacie A");
  CHECK(computed(territory, criteria::lycee_minutes()).value[0].state() == Quantity::State::missing);
}

TEST_CASE("the access of a site is that of somebody who stands there") {
  const auto territory = two_far_communes();
  const auto apl = values(territory, criteria::accessibility());
  // A's four practitioners are spread over its two cells of 3,000 people, 1 km apart: all within 10 minutes.
  CHECK(apl[0].value() == Approx(4 * 5400.0 / 6000));
  CHECK(apl[1].value() == 0.0);
}

TEST_CASE("one practitioner more lifts those who were under 2.5 and no longer are") {
  auto territory = two_far_communes();
  // At A 3.6 already; at B 5,400 acts for 1,000 people.
  const auto lifted = values(territory, criteria::people_lifted());
  CHECK(lifted[0].value() == 0.0);
  CHECK(lifted[1].value() == 1000.0);
  territory.access.acts = 2400;
  CHECK(values(territory, criteria::people_lifted())[1].value() == 0.0);
}

TEST_CASE("people of the ring are not lifted for the territory") {
  const auto territory = drawn_territory(
      {"AC"},
      {{.letter = 'A', .people_per_cell = 100}, {.letter = 'C', .people_per_cell = 900, .gps = 0.0, .member = false}});
  CHECK(values(territory, criteria::people_lifted())[0].value() == 100.0);
}

TEST_CASE("priority people are counted in the catchment") {
  const auto people = values(two_far_communes(), criteria::priority_people());
  CHECK(people[0].value() == 0.0);
  CHECK(people[1].value() == Approx(1000));
}

TEST_CASE("access is lost by the share of it that older practitioners give") {
  const auto lost = values(two_far_communes(), criteria::supply_lost());
  CHECK(lost[0].value() == Approx(25));
  CHECK(lost[1].state() == Quantity::State::missing);
}

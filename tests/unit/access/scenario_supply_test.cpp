// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario_supply.hpp"

#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace ancrage;
using namespace ancrage::access;
using namespace ancrage::test;

namespace {

// A has four practitioners, one of them of 60 or more; a pole in it, and another in B; C is of the ring.
territory::Territory two_communes() {
  auto territory =
      drawn_territory({"CAA...........B"}, {{.letter = 'A', .people_per_cell = 2000, .gps = 4.0, .gps_60_plus = 1.0},
                                            {.letter = 'B', .people_per_cell = 500, .gps = 0.0},
                                            {.letter = 'C', .people_per_cell = 1000, .gps = 1.0, .member = false}});
  territory.access.practitioners_year = 2019;
  add_place(territory.health_poles, "p1", "MSP du Centre", "maison_de_sante", cell_middle(1, 0), "A");
  add_place(territory.health_poles, "p2", "CSP Lointain", "centre_de_sante", cell_middle(14, 0), "B");
  return territory;
}

TerritoryAccess accessed(const territory::Territory& territory) {
  return territory_access(territory, travel::TerritoryTimes(territory));
}

ScenarioSupply under(const territory::Territory& territory, std::vector<Change> changes) {
  Scenario scenario{.changes = std::move(changes)};
  settle(scenario);
  return supply_under(territory, accessed(territory), scenario);
}

ScenarioSupply under(const territory::Territory& territory, ChangeKind kind, const char* text) {
  return under(territory, {parse_change(kind, text)});
}

double gps(const std::vector<SupplyShare>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0.0, [](double sum, const auto& s) { return sum + s.gps; });
}

void check_refused(const territory::Territory& territory, ChangeKind kind, const char* text, const char* word) {
  const auto fault = fault_of([&] { under(territory, kind, text); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Catch::Contains(word) && Catch::Contains(text));
}

}  // namespace

TEST_CASE("who comes works at the place, for the territory's acts unless told") {
  const auto territory = two_communes();
  const auto access = accessed(territory);
  const auto usual = under(territory, ChangeKind::add, "B");
  CHECK(row_supply(usual.shares, access.rows)[access.first_site + 1] == territory.access.acts);
  CHECK(usual.effects[0].gps == 1.0);
  CHECK(usual.effects[0].place == "B");
  const auto half = under(territory, ChangeKind::add, "p2:2700");
  CHECK(row_supply(half.shares, access.rows)[access.first_pole + 1] == 2700.0);
  const auto in_a_cell = under(territory, ChangeKind::add, "cell1");
  CHECK(in_a_cell.shares.size() == access.shares.size() + 1);
  // Of the ring, without a site: its most populous place.
  const auto ring = under(territory, ChangeKind::add, "C");
  CHECK(gps(ring.shares) == Approx(6));
}

TEST_CASE("who leaves a commune is one of all its practitioners") {
  const auto territory = two_communes();
  const auto access = accessed(territory);
  const auto fewer = under(territory, ChangeKind::remove, "A");
  CHECK(gps(fewer.shares) == Approx(4));
  const auto before = row_supply(access.shares, access.rows);
  const auto after = row_supply(fewer.shares, access.rows);
  for (std::size_t row = 0; row < access.rows; ++row) {
    CHECK(after[row] == Approx(before[row] * (access.row_commune[row] == "A" ? 0.75 : 1.0)));
  }
  const auto half = under(territory, ChangeKind::remove, "A:2700");
  CHECK(half.effects[0].gps == Approx(-0.5));
  CHECK(half.effects[0].acts == Approx(-2700));
}

TEST_CASE("all who are there may leave, and nothing remains") {
  const auto territory = two_communes();
  const auto access = accessed(territory);
  const auto none = under(territory, {{.kind = ChangeKind::remove, .place = "A", .gps = 4.0}});
  for (const SupplyShare& share : none.shares) CHECK(access.row_commune[share.row] == "C");
}

TEST_CASE("who moves takes acts and age along") {
  const auto territory = two_communes();
  const auto access = accessed(territory);
  const auto moved = under(territory, ChangeKind::move, "A>B");
  CHECK(gps(moved.shares) == Approx(5));
  CHECK(row_supply(moved.shares, access.rows)[access.first_site + 1] == Approx(5400));
  double older = 0.0;
  for (const SupplyShare& share : moved.shares) older += share.gps * part_of_age(share, older_gp);
  CHECK(older == Approx(1));
  CHECK(moved.effects[0].gps == Approx(1));
  CHECK(moved.effects[0].to == "B");
}

TEST_CASE("everybody of an age in a year retires, the ring's too, and those left are younger") {
  const auto territory = two_communes();
  // In 2024 those of 60 to 70 in 2019 are 65 to 75; of 30 to 60 nobody is 65 yet by more than the bound.
  const auto by_2024 = under(territory, ChangeKind::retire, "65@2024");
  CHECK(by_2024.effects[0].gps == Approx(-1));
  CHECK(gps(by_2024.shares) == Approx(4));
  const auto by_2019 = under(territory, ChangeKind::retire, "65@2019");
  CHECK(by_2019.effects[0].gps == Approx(-0.5));
  for (const SupplyShare& share : by_2019.shares) CHECK(part_of_age(share, 65) == 0.0);
  // Under 60 in 2019, 65 in 2030: (60 + 11 - 65) / 30 of four.
  CHECK(under(territory, ChangeKind::retire, "65@2030").effects[0].gps == Approx(-1 - 4 * 6.0 / 30));
  CHECK_FALSE(by_2019.diagnostics.empty());
}

TEST_CASE("retiring in one step or in two is the same") {
  const auto territory = two_communes();
  const auto access = accessed(territory);
  auto step_by_step = access.shares;
  for (int years = 0; years <= 15; ++years) retire(step_by_step, 65, years);
  auto at_once = access.shares;
  retire(at_once, 65, 15);
  REQUIRE(step_by_step.size() == at_once.size());
  for (std::size_t k = 0; k < at_once.size(); ++k) CHECK(step_by_step[k].gps == Approx(at_once[k].gps));
}

TEST_CASE("newcomers do not retire, in whatever order the scenario is written") {
  const auto territory = two_communes();
  const auto both = under(territory, {parse_change(ChangeKind::add, "B"), parse_change(ChangeKind::retire, "30@2019")});
  CHECK(gps(both.shares) == 1.0);
}

TEST_CASE("a pole that closes takes two practitioners of the counts with it, said so") {
  const auto territory = two_communes();
  const auto closed = under(territory, ChangeKind::close, "MSP du Centre");
  CHECK(closed.effects[0].gps == Approx(-2));
  REQUIRE(closed.diagnostics.size() == 2);
  CHECK_THAT(english_text(closed.diagnostics[0].what), Catch::Contains("Counts do not tell"));
  CHECK(under(territory, ChangeKind::close, "p1:3").effects[0].gps == Approx(-3));
  const auto access = accessed(territory);
  Scenario scenario{.changes = {parse_change(ChangeKind::close, "p1"), parse_change(ChangeKind::open, "B:3")}};
  const auto poles = poles_under(territory, access, scenario);
  CHECK(poles.kind[0] == "closed");
  CHECK(poles.size() == 3);
  CHECK(poles.kind[2] == "maison_de_sante");
  CHECK(poles.position[2].x == territory.sites.position[1].x);
}

TEST_CASE("a health centre's practitioners are not among the counts") {
  auto territory = two_communes();
  territory.health_poles.commune_code[1] = "A";
  check_refused(territory, ChangeKind::close, "p2", "liberal");
  CHECK(under(territory, ChangeKind::close, "p2:1").effects[0].gps == Approx(-1));
}

TEST_CASE("of a list, those of the pole leave, or the one who is named") {
  auto territory = two_communes();
  territory.practitioners = {
      {"g1", "g2", "g3"}, {"p1", "p1", "A"}, {Quantity(6000.0), 5000.0, 4000.0}, {70.0, Quantity::missing(), 40.0}};
  const auto closed = under(territory, ChangeKind::close, "p1");
  CHECK(closed.effects[0].gps == -2);
  CHECK(closed.effects[0].acts == -11000);
  CHECK(closed.diagnostics.empty());
  const auto one = under(territory, ChangeKind::remove, "g2");
  CHECK(one.effects[0].acts == -5000);
  CHECK(gps(one.shares) == Approx(2));
  const auto retired = under(territory, ChangeKind::retire, "65@2019");
  CHECK(retired.effects[0].acts == -6000);
  REQUIRE(retired.diagnostics.size() == 1);
  CHECK(retired.diagnostics[0].names == std::vector<std::string>{"g2"});
}

TEST_CASE("places are found by name without accents, and told when there is none") {
  auto territory = two_communes();
  territory.communes.name = {"Alès", "Génolhac", "Bessèges"};
  const auto access = accessed(territory);
  CHECK(find_place(territory, access, "genolhac", "").commune == 1);
  CHECK(find_place(territory, access, "msp du centre", "").pole == 0);
  CHECK(find_place(territory, access, "lointain", "").id == "p2");
  check_refused(territory, ChangeKind::add, "Genolac", "Génolhac");
  check_refused(territory, ChangeKind::remove, "B", "No practitioner");
  check_refused(territory, ChangeKind::remove, "A:30000", "only 4");
  check_refused(territory, ChangeKind::close, "A", "no health pole");
  check_refused(territory, ChangeKind::retire, "65@2018", "2019");
  territory.access.practitioners_year = 0;
  check_refused(territory, ChangeKind::retire, "65@2030", "practitioners_year");
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/retirement.hpp"

#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::access;
using namespace ancrage::test;

namespace {

// Four practitioners, two of them 60 and over in 2019, for 4,000 people who all reach them: 5.4 each.
territory::Territory town() {
  auto territory = drawn_territory({"AA"}, {{.letter = 'A', .people_per_cell = 2000, .gps = 4.0, .gps_60_plus = 2.0}});
  territory.access.practitioners_year = 2019;
  return territory;
}

RetirementCliff cliff_of(const territory::Territory& territory, int first, int last, double age = 65,
                         const Scenario* scenario = nullptr) {
  const auto access = territory_access(territory, travel::TerritoryTimes(territory), {.scenario = scenario});
  return retirement_cliff(territory, access, age, first, last);
}

}  // namespace

TEST_CASE("the cliff takes away the older first, then the younger as they reach the age") {
  const auto cliff = cliff_of(town(), 2019, 2060);
  CHECK(cliff.counted.accessibility[0].value() == Approx(5.4));
  CHECK(cliff.counted.territory.gps == 4);
  REQUIRE(cliff.years.size() == 42);
  CHECK(cliff.years[0].territory.gps == Approx(3));  // half of those of 60 to 70 are 65 already
  CHECK(cliff.years[5].territory.gps == Approx(2));  // 2024: all of them
  CHECK(cliff.years[11].territory.gps == Approx(2 - 2 * 6.0 / 30));
  CHECK(cliff.years[41].territory.gps == Approx(0).margin(1e-9));
  CHECK(cliff.years[41].accessibility[0].value() == Approx(0).margin(1e-9));
  for (std::size_t k = 1; k < cliff.years.size(); ++k) {
    CHECK(cliff.years[k].territory.gps <= cliff.years[k - 1].territory.gps);
  }
}

TEST_CASE("the year in which a commune falls is found even before the years asked for") {
  // 5.4 per four practitioners: under 4 when fewer than 2.963 are left, under 2.5 when fewer than 1.852.
  const auto cliff = cliff_of(town(), 2030, 2036);
  CHECK(cliff.years.front().year == 2030);
  CHECK(cliff.under_from[1][0] == 2020);  // 2.8 left
  CHECK(cliff.under_from[0][0] == 2027);  // 2 - 2 · 3/30 = 1.8 left
  const auto early = cliff_of(town(), 2019, 2021);
  CHECK_FALSE(early.under_from[0][0]);
}

TEST_CASE("whoever a scenario brings stays") {
  const auto territory = town();
  Scenario scenario{.changes = {parse_change(ChangeKind::add, "A")}};
  const auto cliff = cliff_of(territory, 2060, 2060, 65, &scenario);
  REQUIRE(cliff.years.size() == 1);
  CHECK(cliff.counted.territory.gps == Approx(5));
  CHECK(cliff.years[0].territory.gps == Approx(1));
  CHECK(cliff.years[0].gps[0] == Approx(1));
}

TEST_CASE("a later age keeps them longer") {
  CHECK(cliff_of(town(), 2024, 2024, 75).years[0].territory.gps == Approx(4));
  CHECK(cliff_of(town(), 2024, 2024, 70).years[0].territory.gps == Approx(3));
}

TEST_CASE("a cliff needs the year of the ages, and none before it") {
  auto territory = town();
  const auto early = fault_of([&] { cliff_of(territory, 2018, 2020); });
  REQUIRE(early);
  CHECK(early->code == ErrorCode::wrong_input);
  CHECK_THAT(early->text, Catch::Contains("2018") && Catch::Contains("2019"));
  territory.access.practitioners_year = 0;
  CHECK_THAT(fault_of([&] { cliff_of(territory, 2026, 2030); })->text, Catch::Contains("practitioners_year"));
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/territory_times.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/travel/estimate.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::test;
using travel::TerritoryTimes;
using travel::TimesSource;

namespace {

territory::Territory a_and_b() {
  return drawn_territory({"AA...B"},
                         {{.letter = 'A', .people_per_cell = 100}, {.letter = 'B', .people_per_cell = 100}});
}

travel::TimedPlaces cells(const territory::Territory& territory) {
  return {territory.cells.center, territory.cells.id, territory.cells.commune_code};
}
travel::TimedPlaces sites(const territory::Territory& territory) {
  return {territory.sites.position, territory.sites.id, territory.sites.commune_code};
}

}  // namespace

TEST_CASE("a territory without roads or table is estimated from straight lines, and says so") {
  const auto territory = a_and_b();
  const TerritoryTimes travel(territory);
  CHECK(travel.source() == TimesSource::straight_line);
  CHECK_THAT(english_text(travel.statement()), Catch::Contains("straight"));
  const auto times = travel.between(cells(territory), sites(territory), 100);
  REQUIRE(times.rows() == 3);
  CHECK(times.minutes_of(0)[0] == 0.0);
  CHECK(times.minutes_of(1)[0] == travel::estimated_minutes(1000));
  CHECK(times.minutes_of(0)[1] == travel::estimated_minutes(5000));
}

TEST_CASE("a straight-line time at the cut-off counts, one beyond does not") {
  const auto territory = a_and_b();
  const TerritoryTimes travel(territory);
  const double exact = travel::estimated_minutes(5000);
  CHECK(travel.between(cells(territory), sites(territory), exact).columns_of(0).size() == 2);
  CHECK(travel.between(cells(territory), sites(territory), exact * (1 - 1e-12)).columns_of(0).size() == 1);
}

TEST_CASE("roads are driven when the territory has them") {
  auto territory = a_and_b();
  territory.roads.name = {"D 1"};
  territory.roads.road_class = {"departmental"};
  territory.roads.line.add_line(std::array{cell_middle(0, 0), cell_middle(5, 0)});
  territory.roads.line.end_feature();
  const TerritoryTimes travel(territory);
  CHECK(travel.source() == TimesSource::roads);
  const auto times = travel.between(cells(territory), sites(territory), 100);
  const auto& model = travel::calibrated_waypoints();
  CHECK(times.minutes_of(0)[1] == Approx(5 * model.departmental + 2 * model.access_minutes));
}

TEST_CASE("times on roads name every source of the roads, synthetic connectors among them") {
  auto territory = a_and_b();
  territory.sources = {{"roads", "", "Survey", "numbered roads", "2026", "", "", ""},
                       {"roads", "synthetic", "Ancrage", "2 connectors", "", "", "", ""}};
  CHECK(english_text(travel::roads_statement(territory)) ==
        "Estimated times by car, traffic flowing freely (roads: Survey, numbered roads, 2026 ; Ancrage, 2 connectors)");
}

TEST_CASE("a table of the territory is used as it is: by identifier, then by commune") {
  const TemporaryDirectory folder;
  auto territory = a_and_b();
  territory.path = folder.path();
  territory.times_source = "times.csv";
  folder.write("times.csv", "from,to,minutes\nA,B,12.5\ncell1,B,7\nB,B,3\n");
  const TerritoryTimes travel(territory);
  CHECK(travel.source() == TimesSource::table);
  const auto times = travel.between(cells(territory), sites(territory), 60);
  // To A's site: inside A, which the table leaves out, in a straight line. To B's: the commune's time, or the cell's.
  CHECK(times.minutes_of(0)[0] == 0.0);
  CHECK(times.minutes_of(0)[1] == 12.5);
  CHECK(times.minutes_of(1)[1] == 7.0);
  REQUIRE(times.columns_of(2).size() == 1);
  CHECK(times.minutes_of(2)[0] == 3.0);
}

TEST_CASE("a table that is not there is named") {
  auto territory = a_and_b();
  territory.times_source = "missing.csv";
  const auto fault = fault_of([&] { TerritoryTimes travel(territory); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unreadable_input);
}

TEST_CASE("a time factor makes every way longer, and fewer are within the cut-off") {
  const auto territory = a_and_b();
  const TerritoryTimes usual(territory);
  const TerritoryTimes slow(territory, {.time_factor = 1.15});
  const double exact = travel::estimated_minutes(5000);
  CHECK(slow.between(cells(territory), sites(territory), 100).minutes_of(0)[1] == Approx(1.15 * exact));
  CHECK(slow.between(cells(territory), sites(territory), exact).columns_of(0).size() == 1);
}

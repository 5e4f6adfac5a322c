// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/territory_access.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/base/error.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

using namespace ancrage;
using namespace ancrage::test;

namespace {

access::TerritoryAccess accessed(const territory::Territory& territory,
                                 const access::TerritoryAccessOptions& options = {}) {
  return access::territory_access(territory, travel::TerritoryTimes(territory), options);
}

// A has practitioners, B has none; 12 km apart, 22 minutes in a straight line; C is of the ring, beside A.
territory::Territory a_b_and_ring() {
  return drawn_territory({"CAA...........B"}, {{.letter = 'A', .people_per_cell = 2000, .gps = 3.0, .gps_60_plus = 1.0},
                                             {.letter = 'B', .people_per_cell = 500, .gps = 0.0},
                                             {.letter = 'C', .people_per_cell = 1000, .gps = 1.0, .member = false}});
}

}  // namespace

TEST_CASE("the people and practitioners of the ring count") {
  const auto territory = a_b_and_ring();
  const auto found = accessed(territory);
  const auto communes = access::commune_accessibility(territory, found, found.now.value);
  // Four practitioners for 5,000 people who all are within 10 minutes of each other.
  CHECK(communes[0].value() == Approx(4 * 5400.0 / 5000));
  CHECK(communes[1].value() == 0.0);
  CHECK(communes[2].value() == Approx(4 * 5400.0 / 5000));
}

TEST_CASE("the summary leaves the ring out") {
  const auto territory = a_b_and_ring();
  const auto found = accessed(territory);
  const auto summary = access::summarise(territory, found, found.now.value);
  CHECK(summary.people == 4500);
  CHECK(summary.gps == 3);
  CHECK(summary.acts == Approx(3 * 5400));
  CHECK(summary.mean.value() == Approx(4 * 5400.0 / 5000 * 4000 / 4500));
  CHECK(summary.people_under[0] == 500);
}

TEST_CASE("what practitioners of a territory offer is what its places get") {
  const auto territory = a_b_and_ring();
  const auto found = accessed(territory);
  const auto balance = access::conservation(found.supply, found.now.load, found.now.value, found.demand);
  CHECK(balance.supply == Approx(4 * 5400));
  CHECK(balance.relative_error() < 1e-12);
}

TEST_CASE("a list of practitioners replaces the counts, at a site or spread over a commune") {
  auto territory = a_b_and_ring();
  territory.sites.id[1] = "site B";
  territory.practitioners = {{"p1", "p2"}, {"site B", "A"}, {Quantity(6000.0), Quantity::missing()}, {70.0, 40.0}};
  const auto found = accessed(territory);
  CHECK(found.listed_practitioners);
  CHECK(found.supply[found.first_site + 1] == 6000);
  CHECK(std::accumulate(found.supply.begin(), found.supply.end(), 0.0) == Approx(6000 + 5400));
  CHECK(found.now.value[2] == Approx(6000.0 / 500));
  CHECK(access::commune_practitioners(territory, found)[1] == 1);

  const auto young = accessed(territory, {.rule = {.age_limit = 65}});
  CHECK(young.supply[young.first_site + 1] == 0);
}

TEST_CASE("a practitioner at an unknown place is refused by name") {
  auto territory = a_b_and_ring();
  territory.practitioners = {{"p1"}, {"nowhere"}, {5000.0}, {50.0}};
  const auto fault = fault_of([&] { accessed(territory); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Catch::Contains("nowhere"));
}

TEST_CASE("demand is standardised by age when the territory says what ages consume") {
  auto territory = a_b_and_ring();
  territory.access.consumption.assign(territory::age_bands, 1.0);
  const auto same = accessed(territory);
  CHECK(same.standardised);
  for (std::size_t row = 0; row < same.rows; ++row) CHECK(same.demand[row] == Approx(same.people[row]));
  territory.access.consumption.back() = 2.0;  // 80 and over
  const auto older = accessed(territory);
  CHECK(std::accumulate(older.demand.begin(), older.demand.end(), 0.0) == Approx(5500));
}

TEST_CASE("ages of counts spread evenly over their class") {
  const access::SupplyShare older{.gps = 1, .youngest = 60, .oldest = 70, .age_known = true};
  CHECK(access::part_of_age(older, 60) == 1.0);
  CHECK(access::part_of_age(older, 65) == 0.5);
  CHECK(access::part_of_age(older, 65, 5) == 1.0);
  CHECK(access::part_of_age({.gps = 1, .youngest = 64, .oldest = 64, .age_known = true}, 65, 1) == 1.0);
  CHECK(access::part_of_age({.gps = 1}, 65, 50) == 0.0);
}

TEST_CASE("under 3SFCA nobody chooses a place without practitioners") {
  const auto territory = a_b_and_ring();
  const auto found = accessed(territory, {.choice = access::Choice::selective});
  const auto balance = access::conservation(found.supply, found.now.load, found.now.value, found.demand);
  CHECK(balance.relative_error() < 1e-12);
  CHECK(found.now.load[found.first_site] == 0.0);
}

TEST_CASE("gravity takes a place's own people to be a minute away") {
  const auto territory = a_b_and_ring();
  const auto found = accessed(territory, {.decay = access::parse_decay("gravity:-1")});
  for (const double value : found.now.value) CHECK(std::isfinite(value));
}

TEST_CASE("access of a territory is the same on any number of threads") {
  const auto territory = a_b_and_ring();
  const auto one = accessed(territory, {.threads = 1});
  const auto two = accessed(territory, {.threads = 2});
  CHECK(one.now.value == two.now.value);
}

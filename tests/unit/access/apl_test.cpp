// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/apl.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/access/floating_catchment.hpp"
#include "support/errors.hpp"
#include "support/travel_times.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

using namespace ancrage;
using namespace ancrage::access;

TEST_CASE("a practitioner counts for the acts done, between floor and cap, up to and with the age limit") {
  const SupplyRule rule;
  CHECK(counted_acts(5000, 50, rule) == 5000);
  CHECK(counted_acts(1200, 50, rule) == 3600);
  CHECK(counted_acts(0, 50, rule) == 3600);
  CHECK(counted_acts(9800, 50, rule) == 6000);
  CHECK(counted_acts(5000, 65, rule) == 5000);
  CHECK(counted_acts(5000, 66, rule) == 0);
  CHECK(counted_acts(5000, 66, {.age_limit = std::nullopt}) == 5000);
  CHECK(counted_acts(5000, 63, {.age_limit = 62}) == 0);
}

TEST_CASE("acts that are not known are those of a full-time practitioner, and an unknown age counts") {
  CHECK(counted_acts(Quantity::missing(), 50, {}) == 5400);
  CHECK(counted_acts(Quantity::withheld(), 50, {}) == 5400);
  CHECK(counted_acts(Quantity::missing(), 70, {}) == 0);
  CHECK(counted_acts(4000, Quantity::missing(), {}) == 4000);
}

TEST_CASE("practitioners add up by place, and what the rule did is told") {
  Practitioners list;
  list.id = {"a", "b", "c", "d"};
  list.place = {0, 1, 0, 0};
  list.acts = {5000.0, 100.0, Quantity::missing(), 5000.0};
  list.age = {50.0, Quantity::missing(), 40.0, 71.0};
  const auto supply = practitioner_supply(list, 3, {});
  CHECK(supply.acts == std::vector<double>{10400, 3600, 0});
  CHECK(supply.count.counted == 3);
  CHECK(supply.count.over_age == std::vector<std::string>{"d"});
  CHECK(supply.count.unknown_age == std::vector<std::string>{"b"});
  CHECK(supply.count.unknown_acts == std::vector<std::string>{"c"});
  const auto all = practitioner_supply(list, 3, {.age_limit = std::nullopt});
  CHECK(all.acts[0] == 15400);
  CHECK(all.count.unknown_age.empty());
}

TEST_CASE("a rule that cannot be is refused") {
  for (const SupplyRule& rule : {SupplyRule{.floor = 7000}, SupplyRule{.floor = -1}, SupplyRule{.cap = std::nan("")},
                                 SupplyRule{.unknown = -5}, SupplyRule{.age_limit = 0}, SupplyRule{.age_limit = -65}}) {
    CHECK(test::fault_of([&] { check_supply_rule(rule); })->code == ErrorCode::usage);
  }
  CHECK_FALSE(test::fault_of([] { check_supply_rule({}); }));
}

TEST_CASE("people count by what their age consumes against the mean of the reference") {
  // Two places, three classes that consume 2, 3 and 6; as a whole 300 people who consume 3 on average.
  const std::vector<double> people{100, 50, 0, 50, 50, 50};
  const std::vector<double> consumption{2, 3, 6};
  const auto own = standardised_population(people, consumption);
  CHECK(own[0] == Approx((200 + 150) / 3.0));
  CHECK(own[1] == Approx((100 + 150 + 300) / 3.0));
  CHECK(own[0] + own[1] == Approx(300));
  // A nation of equal thirds consumes 11/3 on average.
  const auto national = standardised_population(people, consumption, std::vector{10.0, 10.0, 10.0});
  CHECK(national[0] == Approx(350 / (11 / 3.0)));
  // Where every age consumes alike, people are people.
  CHECK(standardised_population(people, std::vector{4.0, 4.0, 4.0}) == std::vector<double>{150, 150});
}

TEST_CASE("standardisation refuses what it cannot use") {
  const std::vector<double> people{1, 2, 3, 4};
  const auto code = [&](std::vector<double> consumption, std::vector<double> reference = {}) {
    return test::fault_of([&] { standardised_population(people, consumption, reference); })->code;
  };
  CHECK(code({1, 2, 3}) == ErrorCode::wrong_input);
  CHECK(code({}) == ErrorCode::wrong_input);
  CHECK(code({0, 0}) == ErrorCode::wrong_input);
  CHECK(code({1, -1}) == ErrorCode::wrong_input);
  CHECK(code({1, 2}, {1}) == ErrorCode::wrong_input);
  CHECK(code({1, 2}, {0, 0}) == ErrorCode::wrong_input);
}

TEST_CASE("the APL of a place alone with its doctors is their acts for each standardised inhabitant") {
  // 55 GPs of 5,400 acts for 131,906 inhabitants: the order of size of Alès Agglomération, 2.25.
  Practitioners list;
  for (int i = 0; i < 55; ++i) {
    list.id.push_back(std::to_string(i));
    list.place.push_back(0);
    list.acts.push_back(Quantity::missing());
    list.age.push_back(50.0);
  }
  const auto supply = practitioner_supply(list, 1, {});
  const auto times = test::time_rows({{8.}});
  const auto result = accessibility(Catchments(times.view(), 1, apl_decay()), supply.acts, std::vector{131906.0});
  CHECK(result.value[0] == Approx(2.25).margin(0.005));
  CHECK(people_under(result.value, std::vector{131906.0}, apl_thresholds[0]) == 131906.0);
}

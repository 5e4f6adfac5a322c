// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/practitioner_load.hpp"

#include "support/errors.hpp"
#include "support/travel_times.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

using namespace ancrage;
using namespace ancrage::access;

TEST_CASE("people share themselves by nearness and size") {
  // The first place reaches both supplies, the second only the far one; nobody reaches from the third.
  const auto times = test::time_rows({{5., 12.}, {std::nullopt, 5.}, {std::nullopt, std::nullopt}});
  const Catchments catchments(times.view(), 2, apl_decay());
  const auto load = practitioner_load(catchments, std::vector{5400.0, 10800.0}, std::vector{100.0, 60.0, 7.0});
  // Pulls on the first place: 1 · 5400 and 0.3 · 10800 = 3240.
  CHECK(load.people[0] == Approx(100 * 5400.0 / 8640));
  CHECK(load.people[1] == Approx(100 * 3240.0 / 8640 + 60));
  CHECK(load.without == 7.0);
}

TEST_CASE("loads sum to the people who reach some supply, wherever supply comes and goes") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    auto instance = test::random_instance(seed, 120, 22);
    for (const Choice choice : {Choice::every, Choice::selective}) {
      const Catchments catchments(instance.times.view(), 22, apl_decay(), choice);
      std::mt19937_64 random(seed);
      for (int step = 0; step < 5; ++step) {
        instance.supply[random() % 22] = step % 2 == 0 ? 0.0 : 5400.0;
        const auto load = practitioner_load(catchments, instance.supply, instance.demand);
        const auto one = practitioner_load(catchments, instance.supply, instance.demand, 1);
        CHECK(load.people == one.people);
        const double people = std::accumulate(instance.demand.begin(), instance.demand.end(), 0.0);
        const double loads = std::accumulate(load.people.begin(), load.people.end(), 0.0);
        CHECK(std::abs(loads + load.without - people) <= 1e-9 * people);
        for (std::size_t j = 0; j < instance.supply.size(); ++j) {
          if (instance.supply[j] == 0.0) CHECK(load.people[j] == 0.0);
        }
      }
    }
  }
}

TEST_CASE("a practitioner who comes takes people from the neighbours and from nobody else") {
  const auto times = test::time_rows({{5., 5., std::nullopt}, {std::nullopt, std::nullopt, 5.}});
  const Catchments catchments(times.view(), 3, Decay::binary(10));
  const std::vector people{1000.0, 400.0};
  const auto before = practitioner_load(catchments, std::vector{5400.0, 0.0, 5400.0}, people);
  const auto after = practitioner_load(catchments, std::vector{5400.0, 5400.0, 5400.0}, people);
  CHECK(before.people == std::vector{1000.0, 0.0, 400.0});
  CHECK(after.people == std::vector{500.0, 500.0, 400.0});
}

TEST_CASE("loads of amounts that are none are refused") {
  const auto times = test::time_rows({{5.}});
  const Catchments catchments(times.view(), 1, apl_decay());
  CHECK(test::fault_of([&] { practitioner_load(catchments, std::vector{-1.0}, std::vector{1.0}); })->code ==
        ErrorCode::wrong_input);
  CHECK(test::fault_of([&] {
          practitioner_load(catchments, std::vector{1.0}, std::vector{1.0, 2.0});
        })->code == ErrorCode::wrong_input);
}

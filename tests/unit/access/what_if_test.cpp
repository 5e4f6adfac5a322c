// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/what_if.hpp"

#include "support/errors.hpp"
#include "support/travel_times.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace ancrage;
using namespace ancrage::access;

TEST_CASE("after any changes of the supply the accessibilities are those of a full run") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    const auto instance = test::random_instance(seed, 200, 25);
    for (const Choice choice : {Choice::every, Choice::selective}) {
      const Catchments catchments(instance.times.view(), 25, apl_decay(), choice);
      WhatIf what_if(catchments, instance.supply, instance.demand);
      std::vector<double> supply = instance.supply;
      std::mt19937_64 random(seed);
      for (int step = 0; step < 40; ++step) {
        const std::size_t place = random() % 25;
        if (random() % 3 == 0) {
          supply[place] = 0.0;
          what_if.set_supply(place, 0.0);
        } else {
          supply[place] += 5400;
          what_if.add_supply(place, 5400);
        }
      }
      const Accessibility full = accessibility(catchments, supply, instance.demand);
      for (std::size_t i = 0; i < full.value.size(); ++i) {
        CHECK(std::abs(what_if.now().value[i] - full.value[i]) <= 1e-12 * full.value[i]);
      }
      CHECK(what_if.now().value == full.value);
      CHECK(what_if.now().ratio == full.ratio);
    }
  }
}

TEST_CASE("only the places that reach the changed supply are touched") {
  const auto times = test::time_rows({{5., std::nullopt}, {5., 5.}, {std::nullopt, 5.}});
  const Catchments catchments(times.view(), 2, Decay::binary(10));
  WhatIf what_if(catchments, std::vector{10.0, 0.0}, std::vector{1.0, 1.0, 1.0});
  const auto touched = what_if.add_supply(1, 4.0);
  CHECK(std::vector(touched.begin(), touched.end()) == std::vector<std::uint32_t>{1, 2});
  CHECK(what_if.now().value == std::vector<double>{5.0, 7.0, 2.0});
  CHECK(what_if.supply()[1] == 4.0);
}

TEST_CASE("taking away what was added leaves nothing behind") {
  const auto times = test::time_rows({{5.}});
  const Catchments catchments(times.view(), 1, Decay::binary(10));
  WhatIf what_if(catchments, std::vector{0.0}, std::vector{3.0});
  for (int i = 0; i < 3; ++i) what_if.add_supply(0, 0.1);
  what_if.add_supply(0, -0.3);
  CHECK(what_if.supply()[0] == 0.0);
  CHECK(what_if.now().value[0] == 0.0);
}

TEST_CASE("no more can be taken away than there is") {
  const auto times = test::time_rows({{5.}});
  const Catchments catchments(times.view(), 1, Decay::binary(10));
  WhatIf what_if(catchments, std::vector{5400.0}, std::vector{3.0});
  CHECK(test::fault_of([&] { what_if.add_supply(0, -5401); })->code == ErrorCode::wrong_input);
  CHECK(test::fault_of([&] { what_if.set_supply(0, std::nan("")); })->code == ErrorCode::wrong_input);
  CHECK(what_if.supply()[0] == 5400.0);
  CHECK(what_if.now().value[0] == 1800.0);
}

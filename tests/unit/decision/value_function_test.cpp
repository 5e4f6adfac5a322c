// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/value_function.hpp"

#include "ancrage/base/error.hpp"

#include <catch2/catch.hpp>

#include <limits>

using ancrage::Error;
using ancrage::decision::ValueFunction;
using Points = std::vector<std::pair<double, double>>;

TEST_CASE("value function of METHODS section 3: (50,1) (75,.8) (90,.5) (100,0)") {
  const ValueFunction f(Points{{50, 1}, {75, 0.8}, {90, 0.5}, {100, 0}});
  CHECK(f(60) == Approx(0.92));
  CHECK(f(75) == Approx(0.8));
  CHECK(f(90) == Approx(0.5));
}

TEST_CASE("a value function is constant outside its bounds") {
  const ValueFunction f(Points{{0, 0.25}, {10, 1}});
  CHECK(f(-5) == 0.25);
  CHECK(f(10) == 1);
  CHECK(f(1e9) == 1);
}

TEST_CASE("a value function refuses points that make no function") {
  CHECK_THROWS_AS(ValueFunction(Points{}), Error);
  CHECK_THROWS_AS(ValueFunction(Points{{0, 0}, {0, 1}}), Error);
  CHECK_THROWS_AS(ValueFunction(Points{{0, 0}, {1, 1.5}}), Error);
  CHECK_THROWS_AS(ValueFunction(Points{{std::numeric_limits<double>::infinity(), 0}}), Error);
}

TEST_CASE("the nearest raw value that reaches a utility, on whichever side it lies") {
  const ValueFunction tent(Points{{0, 0}, {10, 1}, {20, 0}});
  CHECK(tent.nearest_at_least(0.5, 2).value() == Approx(5));
  CHECK(tent.nearest_at_least(0.5, 18).value() == Approx(15));
  CHECK(tent.nearest_at_least(0.5, 8).value() == 8);  // it does already
  CHECK(tent.nearest_at_least(1.0, -3).value() == 10);
  CHECK_FALSE(tent.nearest_at_least(1.01, 3));
  CHECK(tent.nearest_at_most(0.2, 9).value() == Approx(2));
  CHECK(tent.nearest_at_most(0.2, 11).value() == Approx(18));
  CHECK_FALSE(tent.nearest_at_most(-0.1, 3));
}

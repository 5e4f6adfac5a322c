// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/weighted_sum.hpp"

#include "ancrage/base/error.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::decision;

TEST_CASE("contributions add up to the score") {
  const std::array<Quantity, 3> utilities{1.0, 0.5, 0.0};
  const std::array<double, 3> weights{2, 1, 1};
  std::array<double, 3> contributions{};
  const WeightedSum sum = weighted_sum(utilities, weights, contributions);
  CHECK(sum.score.value() == Approx(62.5));
  CHECK(contributions[0] + contributions[1] + contributions[2] == sum.score.value());
  CHECK(sum.weight_share == 1.0);
}

TEST_CASE("a missing value leaves the score to the other criteria and shows in the weight share") {
  const std::array<Quantity, 3> utilities{1.0, Quantity::missing(), 0.0};
  const std::array<double, 3> weights{2, 1, 1};
  std::array<double, 3> contributions{};
  const WeightedSum sum = weighted_sum(utilities, weights, contributions);
  CHECK(sum.score.value() == Approx(200.0 / 3));
  CHECK(sum.weight_share == 0.75);
  CHECK(contributions[1] == 0.0);
}

TEST_CASE("without any value there is no score") {
  const std::array<Quantity, 2> utilities{Quantity::missing(), Quantity::withheld()};
  const std::array<double, 2> weights{1, 1};
  std::array<double, 2> contributions{};
  CHECK(weighted_sum(utilities, weights, contributions).score.state() == Quantity::State::missing);
}

TEST_CASE("weights must not be negative nor all zero") {
  CHECK_THROWS_AS(check_weights(std::array{1.0, -0.1}), Error);
  CHECK_THROWS_AS(check_weights(std::array{0.0, 0.0}), Error);
  CHECK_NOTHROW(check_weights(std::array{0.0, 0.1}));
}

TEST_CASE("equal scores are ranked by id, missing scores last") {
  const std::array<Quantity, 4> scores{50.0, Quantity::missing(), 50.0, 70.0};
  const std::array<std::string, 4> ids{"b", "a", "a2", "z"};
  CHECK(ranking(scores, ids) == std::vector<std::size_t>{3, 2, 0, 1});
}

// SPDX-License-Identifier: Apache-2.0
#include "viewer/weights.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <random>

using namespace ancrage::viewer;

TEST_CASE("weights are shown as whole percentages that sum to 100, by largest remainder") {
  REQUIRE(whole_percentages(std::vector<double>{1, 1, 1}) == std::vector<int>{34, 33, 33});
  REQUIRE(whole_percentages(std::vector<double>{28, 14, 12, 10, 10, 10, 8, 8}) ==
          std::vector<int>{28, 14, 12, 10, 10, 10, 8, 8});
  REQUIRE(whole_percentages(std::vector<double>{0, 3, 0}) == std::vector<int>{0, 100, 0});
  REQUIRE(whole_percentages(std::vector<double>{0, 0}) == std::vector<int>{0, 0});
  REQUIRE(whole_percentages(std::vector<double>{}).empty());
}

TEST_CASE("a weight that moves leaves the others their proportions") {
  const std::vector<double> base{50, 30, 20};
  REQUIRE(with_weight(base, 0, 0) == std::vector<int>{0, 60, 40});
  REQUIRE(with_weight(base, 0, 75) == std::vector<int>{75, 15, 10});
  REQUIRE(with_weight(base, 2, 100) == std::vector<int>{0, 0, 100});
  // Beyond the ends of the slider.
  REQUIRE(with_weight(base, 2, 140) == std::vector<int>{0, 0, 100});
  REQUIRE(with_weight(base, 2, -5)[2] == 0);
}

TEST_CASE("where all the others are 0 they share the rest evenly, an only weight stays 100") {
  REQUIRE(with_weight(std::vector<double>{100, 0, 0}, 0, 60) == std::vector<int>{60, 20, 20});
  REQUIRE(with_weight(std::vector<double>{100}, 0, 10) == std::vector<int>{100});
}

TEST_CASE("whatever is moved, the weights sum to 100 and none is negative") {
  constexpr unsigned seed = 20261124;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::vector<double> weights(2 + random() % 14);
    for (double& w : weights) w = random() % 3 == 0 ? 0.0 : static_cast<double>(random() % 1000);
    const std::size_t moved = random() % weights.size();
    const int percent = static_cast<int>(random() % 101);
    const std::vector<int> result = with_weight(weights, moved, percent);
    CAPTURE(round, moved, percent);
    REQUIRE(std::accumulate(result.begin(), result.end(), 0) == 100);
    REQUIRE(*std::min_element(result.begin(), result.end()) >= 0);
    REQUIRE(result[moved] == percent);
  }
}

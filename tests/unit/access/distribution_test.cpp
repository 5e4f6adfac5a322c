// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/distribution.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <vector>

using namespace ancrage;
using namespace ancrage::access;

TEST_CASE("means weigh places, and groups without weight have none") {
  const std::vector<double> accessibility{1, 3, 5, 9};
  const std::vector<double> weights{3, 1, 0, 2};
  CHECK(weighted_mean(accessibility, weights).value() == 4.0);
  const auto means = weighted_means(accessibility, weights, std::vector<std::uint32_t>{0, 0, 1, 7}, 3);
  CHECK(means[0].value() == 1.5);
  CHECK(means[1].state() == Quantity::State::missing);
  CHECK(means[2].state() == Quantity::State::missing);
  CHECK(weighted_mean(accessibility, std::vector<double>(4, 0.0)).state() == Quantity::State::missing);
}

TEST_CASE("a place at the threshold is not under it") {
  const std::vector<double> people{10, 20, 40};
  CHECK(people_under(std::vector{2.4, 2.5, 2.6}, people, 2.5) == 10);
  CHECK(people_under(std::vector{0.0, 2.5, 4.0}, people, 4.0) == 30);
  CHECK_FALSE(is_under(std::nextafter(2.5, 0.0), 2.5));
  CHECK(is_under(2.5 - 1e-9, 2.5));
}

TEST_CASE("the Gini coefficient is 0 for equals and 1 - 1/n when one has all") {
  CHECK(gini(std::vector{3.0, 3.0, 3.0}, std::vector{1.0, 5.0, 2.0}).value() == Approx(0).margin(1e-15));
  CHECK(gini(std::vector{0.0, 0.0, 0.0, 8.0}, std::vector<double>(4, 1.0)).value() == Approx(0.75));
  CHECK(gini(std::vector{0.0, 0.0}, std::vector{1.0, 1.0}).state() == Quantity::State::missing);
  CHECK(gini(std::vector{1.0}, std::vector{0.0}).state() == Quantity::State::missing);
}

TEST_CASE("the Gini coefficient is half the mean difference between two people, over the mean") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::vector<double> accessibility;
    std::vector<double> people;
    for (int i = 0; i < 40; ++i) {
      accessibility.push_back(static_cast<double>(random() % 1000) / 100);
      people.push_back(static_cast<double>(random() % 500));
    }
    double everybody = 0.0;
    double everything = 0.0;
    double difference = 0.0;
    for (std::size_t i = 0; i < 40; ++i) {
      everybody += people[i];
      everything += people[i] * accessibility[i];
      for (std::size_t j = 0; j < 40; ++j) {
        difference += people[i] * people[j] * std::abs(accessibility[i] - accessibility[j]);
      }
    }
    CHECK(gini(accessibility, people).value() == Approx(difference / (2 * everybody * everything)).epsilon(1e-12));
  }
}

TEST_CASE("the worst-served tenth takes part of the place at its edge") {
  // 100 people: the worst 10 are 4 at 1.0 and 6 of the 50 at 2.0.
  const std::vector<double> accessibility{5, 2, 1};
  const std::vector<double> people{46, 50, 4};
  CHECK(worst_served_mean(accessibility, people).value() == Approx((4 * 1.0 + 6 * 2.0) / 10));
  CHECK(worst_served_mean(accessibility, people, 1.0).value() == Approx(weighted_mean(accessibility, people).value()));
  CHECK(worst_served_mean(accessibility, std::vector<double>(3, 0.0)).state() == Quantity::State::missing);
}

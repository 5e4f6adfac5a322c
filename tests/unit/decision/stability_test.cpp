// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/stability.hpp"

#include "ancrage/decision/value_function.hpp"
#include "ancrage/decision/weighted_sum.hpp"
#include "support/decision_tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace ancrage;
using namespace ancrage::decision;
using namespace ancrage::test;

namespace {

using Points = std::vector<std::pair<double, double>>;

const Quantity none = Quantity::missing();

std::vector<std::size_t> order_at(const DecisionTable& utilities, std::span<const double> weights) {
  std::vector<Quantity> scores;
  std::vector<double> points(weights.size());
  for (std::size_t row = 0; row < utilities.rows(); ++row) {
    const Quantity score = weighted_sum(utilities.row(row), weights, points).score;
    // Rounding is no order.
    scores.push_back(score.is_number() ? Quantity(std::round(score.value() * 1e9)) : score);
  }
  return ranking(scores, utilities.ids);
}

// The weight of k is t, the others keep their proportions.
std::vector<double> moved(const std::vector<double>& shares, std::size_t k, double t) {
  std::vector<double> result = shares;
  for (double& share : result) share *= (1 - t) / (1 - shares[k]);
  result[k] = t;
  return result;
}

}  // namespace

TEST_CASE("the first place holds up to the crossing of two lines") {
  // a: 0.5 whatever the weight. b: t, so it passes a at one half.
  const auto table = utility_table({{0.5, 0.5}, {1.0, 0.0}});
  const auto stability = weight_stability(table, std::array{1.0, 3.0});
  CHECK(stability[0].weight == 0.25);
  CHECK(stability[0].first.low == 0.0);
  CHECK(stability[0].first.high == Approx(0.5).epsilon(1e-14));
  CHECK(stability[1].first.low == Approx(0.5).epsilon(1e-14));
  CHECK(stability[1].first.high == 1.0);
}

TEST_CASE("the whole order stays in a smaller range than the first place") {
  // Lines over t: a 0.9, b 0.1 + 0.4 t, c 0.3: b passes c at one half, nobody passes a.
  const auto table = utility_table({{0.9, 0.9}, {0.5, 0.1}, {0.3, 0.3}});
  const auto stability = weight_stability(table, std::array{0.2, 0.8});
  CHECK(stability[0].first == Interval{0.0, 1.0});
  CHECK(stability[0].order.low == 0.0);
  CHECK(stability[0].order.high == Approx(0.5).epsilon(1e-14));
}

TEST_CASE("between alternatives that lack different values the scores cross where a quadratic vanishes") {
  // Over t, others in proportion 1:1. a lacks the second: (t + 0.2 (1 - t)/2) / (t + (1 - t)/2);
  // b lacks the third: (0.4 t + 0.6 (1 - t)/2) / (t + (1 - t)/2). Equal where t + 0.1 (1 - t) = 0.4 t + 0.3 (1 - t).
  const auto table = utility_table({{1.0, none, 0.2}, {0.4, 0.6, none}});
  const auto stability = weight_stability(table, std::array{0.5, 0.25, 0.25});
  CHECK(stability[0].first.low == Approx(0.25).epsilon(1e-13));
  CHECK(stability[0].first.high == 1.0);
}

TEST_CASE("two crossings leave the stretch between them") {
  // Over t: a lacks one of two others of equal weight, (0.2 t + 0.5 (1 - t)) / (t + 0.5 (1 - t)); b is 0.9 - 0.8 t.
  // Equal where 0.4 t² - 0.35 t + 0.05 = 0; b leads between.
  const auto table = utility_table({{0.2, 1.0, none}, {0.1, 0.9, 0.9}});
  const auto stability = weight_stability(table, std::array{0.5, 0.25, 0.25});
  CHECK(stability[0].first.low == Approx((0.35 - std::sqrt(0.0425)) / 0.8).epsilon(1e-12));
  CHECK(stability[0].first.high == Approx((0.35 + std::sqrt(0.0425)) / 0.8).epsilon(1e-12));
  const auto changes = weight_changes(table, std::array{0.5, 0.25, 0.25}, 1, 0);
  CHECK(std::any_of(changes.begin(), changes.end(), [&](const WeightChange& change) {
    return change.criterion == 0 && change.to == stability[0].first.high;
  }));
}

TEST_CASE("a tie is decided by id and lost at once on one side") {
  const auto table = utility_table({{0.8, 0.2}, {0.2, 0.8}});
  const auto stability = weight_stability(table, std::array{0.5, 0.5});
  CHECK(stability[0].first.low == Approx(0.5));
  CHECK(stability[0].first.high == 1.0);
  CHECK(stability[1].first.high == Approx(0.5));
}

TEST_CASE("alternatives with the same values never pass each other") {
  const auto table = utility_table({{0.1 + 0.2, 0.7}, {0.3, 0.7}});
  for (const auto& interval : weight_stability(table, std::array{0.3, 0.7})) {
    CHECK(interval.first == Interval{0.0, 1.0});
    CHECK(interval.order == Interval{0.0, 1.0});
  }
}

TEST_CASE("a criterion with the whole weight has nothing to move against") {
  const auto table = utility_table({{1.0, 0.0}, {0.0, 1.0}});
  const auto stability = weight_stability(table, std::array{1.0, 0.0});
  CHECK(stability[0].first == Interval{0.0, 1.0});
  CHECK(stability[1].weight == 0.0);
  CHECK(stability[1].first.high == Approx(0.5));
}

TEST_CASE("within the intervals the order is the same as at the weights given, beyond them it is another") {
  const auto seed = GENERATE(range(1U, 41U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto table = random_utilities(random, 8, 4, 0.15);
  std::uniform_real_distribution<double> uniform(0.05, 1.0);
  std::vector<double> weights(4);
  for (double& weight : weights) weight = uniform(random);
  const std::vector<double> shares = weight_shares(weights, 4);
  const auto order = order_at(table, shares);
  const auto stability = weight_stability(table, weights);
  for (std::size_t k = 0; k < shares.size(); ++k) {
    CAPTURE(k, shares[k]);
    const auto [weight, first, whole] = stability[k];
    REQUIRE(first.low <= whole.low);
    REQUIRE(whole.low <= weight);
    REQUIRE(weight <= whole.high);
    REQUIRE(whole.high <= first.high);
    for (int step = 1; step < 100; ++step) {
      const double t = step / 100.0;
      const auto now = order_at(table, moved(shares, k, t));
      if (t > first.low && t < first.high) CHECK(now.front() == order.front());
      if (t > whole.low && t < whole.high) CHECK(now == order);
    }
    constexpr double beyond = 1e-6;
    if (first.low > beyond) CHECK(order_at(table, moved(shares, k, first.low - beyond)).front() != order.front());
    if (first.high < 1 - beyond) CHECK(order_at(table, moved(shares, k, first.high + beyond)).front() != order.front());
    if (whole.low > beyond) CHECK(order_at(table, moved(shares, k, whole.low - beyond)) != order);
    if (whole.high < 1 - beyond) CHECK(order_at(table, moved(shares, k, whole.high + beyond)) != order);
  }
}

TEST_CASE("the smallest change of one weight by which one passes the other comes first") {
  // a - b: 0.3 t0 - 0.2 t1 + 0.01 t2.
  const auto table = utility_table({{0.8, 0.4, 0.51}, {0.5, 0.6, 0.50}});
  const std::vector<double> shares{0.4, 0.4, 0.2};
  const auto changes = weight_changes(table, shares, 0, 1);
  REQUIRE(changes.size() == 2);  // the third favours a, and takes from both
  CHECK(std::abs(changes[0].to - changes[0].from) <= std::abs(changes[1].to - changes[1].from));
  for (const auto& change : changes) {
    CAPTURE(change.criterion, change.to);
    const double toward = change.to > change.from ? 1e-6 : -1e-6;
    CHECK(order_at(table, moved(shares, change.criterion, change.to - toward)).front() == 0);
    CHECK(order_at(table, moved(shares, change.criterion, change.to + toward)).front() == 1);
  }
}

TEST_CASE("no weight helps an alternative that is worse everywhere") {
  CHECK(weight_changes(utility_table({{0.8, 0.4}, {0.5, 0.4}}), std::array{1.0, 1.0}, 0, 1).empty());
}

TEST_CASE("the fact that would have to change is told in its own unit, through the value function") {
  // minutes: 1 at 0, 0 at 40; people: 0 at 0, 1 at 1000.
  const std::vector<ValueFunction> functions{ValueFunction(Points{{0.0, 1.0}, {40.0, 0.0}}),
                                             ValueFunction(Points{{0.0, 0.0}, {1000.0, 1.0}})};
  const std::array<Quantity, 2> raw{20.0, 900.0};  // 0.5 and 0.9: score 70
  const std::array<double, 2> weights{1.0, 1.0};
  const auto up = fact_changes(raw, functions, weights, 80.0);
  REQUIRE(up.size() == 1);  // 0.2 more utility: 8 minutes fewer; people would have to pass 1000
  CHECK(up[0].criterion == 0);
  CHECK(up[0].to == Approx(12.0));
  CHECK(up[0].step == Approx(0.2));
  CHECK(up[0].utility_to == Approx(0.7));
  const auto down = fact_changes(raw, functions, weights, 65.0);
  REQUIRE(down.size() == 2);
  CHECK(down[0].step == Approx(0.1));
  CHECK(down[0].to == Approx(24.0));
  CHECK(down[1].to == Approx(800.0));
}

TEST_CASE("a change of fact leads to the score exactly, values missing or not") {
  const auto seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  const std::vector<ValueFunction> functions(
      4, ValueFunction(Points{{0.0, uniform(random)}, {0.4, uniform(random)}, {1.0, uniform(random)}}));
  std::vector<Quantity> raw(4);
  std::vector<double> weights(4);
  for (std::size_t k = 0; k < 4; ++k) {
    if (k != 2) raw[k] = uniform(random);
    weights[k] = uniform(random);
  }
  const double target = 100 * uniform(random);
  for (const FactChange& change : fact_changes(raw, functions, weights, target)) {
    std::vector<Quantity> utilities(4);
    for (std::size_t k = 0; k < 4; ++k) {
      if (raw[k].is_number()) utilities[k] = functions[k](k == change.criterion ? change.to : raw[k].value());
    }
    std::vector<double> points(4);
    CHECK(weighted_sum(utilities, weights, points).score.value() == Approx(target).margin(1e-9));
  }
}

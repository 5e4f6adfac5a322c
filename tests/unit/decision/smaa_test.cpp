// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/smaa.hpp"

#include "ancrage/decision/draw_ranking.hpp"
#include "ancrage/decision/weighted_sum.hpp"
#include "support/decision_tables.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace ancrage;
using namespace ancrage::decision;
using namespace ancrage::test;

namespace {

Smaa simulate(const DecisionTable& table, WeightConstraints constraints = {}, const SmaaOptions& options = {}) {
  return smaa(table, WeightSpace(table.criteria, std::move(constraints)), options);
}

void check_share(const Smaa& result, std::size_t i, std::size_t rank, double exact) {
  CAPTURE(i, rank, exact);
  const double most = 4 * std::sqrt(exact * (1 - exact) / static_cast<double>(result.samples));
  CHECK(std::abs(result.acceptability(i, rank) - exact) <= most);
}

}  // namespace

TEST_CASE("SMAA-2: two alternatives and two criteria split where their scores cross") {
  // a is first where w1 > 0.4 w1 + 0.9 (1 - w1), so where w1 > 0.6.
  const auto table = utility_table({{1.0, 0.0}, {0.4, 0.9}});
  const Smaa free = simulate(table);
  check_share(free, 0, 0, 0.4);
  check_share(free, 0, 1, 0.6);
  check_share(free, 1, 0, 0.6);
  CHECK(free.central_weight[0] == Approx(0.8).margin(0.01));
  CHECK(free.central_weight[1] == Approx(0.2).margin(0.01));
  CHECK(free.central_weight[2] == Approx(0.3).margin(0.01));
  CHECK(free.confidence == std::vector<Quantity>{1.0, 1.0});
  check_share(simulate(table, {.intervals = {{0.5, 0.9}, {0.0, 1.0}}}), 0, 0, 0.75);
  check_share(simulate(table, {.importance = {0, 1}}), 0, 0, 0.8);
  check_share(simulate(table, {.importance = {1, 0}}), 0, 0, 0.0);
}

TEST_CASE("SMAA-2: one alternative for each criterion, every rank alike") {
  const auto table = utility_table({{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}});
  const Smaa free = simulate(table);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t rank = 0; rank < 3; ++rank) check_share(free, i, rank, 1 / 3.0);
    // The mean of the greatest of three shares.
    CHECK(free.central_weight[i * 3 + i] == Approx(11 / 18.0).margin(0.01));
  }
  const Smaa ordered = simulate(table, {.importance = {1, 0, 2}});
  for (const auto& [i, rank] : {std::pair{1, 0}, std::pair{0, 1}, std::pair{2, 2}}) {
    CHECK(ordered.acceptability(static_cast<std::size_t>(i), static_cast<std::size_t>(rank)) == 1.0);
  }
  CHECK(std::isnan(ordered.central_weight[0]));
  CHECK_FALSE(ordered.confidence[2].is_number());
}

TEST_CASE("SMAA-2 agrees with ranking each draw by itself, values missing or not") {
  const auto seed = GENERATE(range(1U, 11U));
  const double missing = GENERATE(0.0, 0.2);
  CAPTURE(seed, missing);
  std::mt19937 random(seed);
  const auto table = random_utilities(random, 90, 5, missing);  // more than one tile of alternatives
  const WeightSpace space(table.criteria, {});
  constexpr std::size_t samples = 64 * 3 + 10;
  const Smaa result = smaa(table, space, {.samples = samples, .seed = seed});
  std::vector<std::uint32_t> counts(90 * 90, 0);
  std::vector<double> weights(5 * 64);
  std::vector<double> weighting(5);
  std::vector<double> points(5);
  for (std::size_t d = 0; d < samples; ++d) {
    if (d % 64 == 0) space.draw_block(seed, d / 64, 64, weights);
    for (std::size_t k = 0; k < 5; ++k) weighting[k] = weights[k * 64 + d % 64];
    std::vector<Quantity> scores;
    for (std::size_t row = 0; row < 90; ++row) {
      scores.push_back(weighted_sum(table.row(row), weighting, points).score);
    }
    const auto order = ranking(scores, table.ids);
    for (std::size_t rank = 0; rank < 90; ++rank) {
      if (scores[order[rank]].is_number()) ++counts[order[rank] * 90 + rank];
    }
  }
  CHECK(result.counts == counts);
}

TEST_CASE("SMAA-2 gives the same bytes on one, two and five threads, and others for another seed") {
  std::mt19937 random(3);
  const auto table = random_utilities(random, 40, 6, 0.1);
  const auto run = [&](unsigned threads, std::uint64_t seed) {
    return simulate(table, {}, {.samples = 20000, .seed = seed, .threads = threads});
  };
  const Smaa one = run(1, 5);
  for (const unsigned threads : {2U, 5U}) {
    const Smaa more = run(threads, 5);
    CHECK(more.counts == one.counts);
    for (std::size_t i = 0; i < one.central_weight.size(); ++i) {
      CHECK((more.central_weight[i] == one.central_weight[i] || std::isnan(one.central_weight[i])));
    }
  }
  CHECK(run(1, 6).counts != one.counts);
}

TEST_CASE("alternatives with the same values share no rank, and the id decides") {
  const Smaa result = simulate(utility_table({{0.3, 0.7}, {0.3, 0.7}, {0.1, 0.2}}), {}, {.samples = 100});
  CHECK(result.acceptability(0, 0) == 1.0);
  CHECK(result.acceptability(1, 1) == 1.0);
  CHECK(result.acceptability(2, 2) == 1.0);
}

TEST_CASE("an alternative without any value has no rank") {
  const Quantity none = Quantity::missing();
  const Smaa result = simulate(utility_table({{none, none}, {0.3, none}, {0.5, 0.5}}), {}, {.samples = 100});
  CHECK(result.acceptability(2, 0) == 1.0);
  CHECK(result.acceptability(1, 1) == 1.0);
  for (std::size_t rank = 0; rank < 3; ++rank) CHECK(result.acceptability(0, rank) == 0.0);
}

TEST_CASE("SMAA-2 refuses what is no utility and no number of samples, and stops when asked") {
  const auto code_of = [](const DecisionTable& table, const SmaaOptions& options) {
    const auto fault = fault_of([&] { simulate(table, {}, options); });
    return fault ? fault->code : ErrorCode::internal;
  };
  CHECK(code_of(decision_table({{1.5}}), {}) == ErrorCode::wrong_input);
  CHECK(code_of(utility_table({{0.5}}), {.samples = 0}) == ErrorCode::wrong_input);
  std::stop_source stop;
  stop.request_stop();
  const auto table = utility_table({{0.5}});
  const auto stopped = fault_of([&] { smaa(table, WeightSpace(table.criteria, {}), {}, {.stop = stop.get_token()}); });
  REQUIRE(stopped);
  CHECK(stopped->code == ErrorCode::interrupted);
}

TEST_CASE("scores are sorted however they lie") {
  ScoreSorter sorter;
  const auto sorted = [&](const std::vector<double>& scores) {
    const auto order = sorter.sort(scores);
    return std::vector<std::uint32_t>(order.begin(), order.end());
  };
  CHECK(sorted({}).empty());
  CHECK(sorted({0.5}) == std::vector<std::uint32_t>{0});
  CHECK(sorted({0.5, 0.5, 0.5}) == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(sorted({-1.0, 0.25, 1.0}) == std::vector<std::uint32_t>{2, 1, 0});
  std::mt19937 random(1);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  std::vector<double> scores(1000);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    // A crowd within a thousandth, and some far away.
    scores[i] = i % 100 == 0 ? uniform(random) : 0.5 + uniform(random) * 1e-3;
  }
  const auto order = sorted(scores);
  for (std::size_t i = 1; i < order.size(); ++i) REQUIRE(scores[order[i - 1]] >= scores[order[i]]);
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/method.hpp"

#include "support/decision_tables.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::decision;
using namespace ancrage::test;

TEST_CASE("no method puts an alternative first that another one beats everywhere") {
  const auto seed = GENERATE(range(1U, 21U));
  const auto method = GENERATE(Method::weighted_sum, Method::topsis, Method::promethee2, Method::spotis);
  CAPTURE(seed, method_key(method));
  std::mt19937 random(seed);
  auto table = random_utilities(random, 9, 3);
  for (std::size_t k = 0; k < 3; ++k) {  // a beats i everywhere
    table.values[8 * 3 + k] = 0.9 * table.values[k].value() - 0.01 < 0 ? 0.0 : 0.9 * table.values[k].value();
    table.values[k] = table.values[k].value() + 1e-6;
    table.bounds[k].high = 2.0;
  }
  const auto result = rank_alternatives(table, std::array{0.5, 0.2, 0.3}, {.method = method});
  const auto ranks = ranks_of(result);
  CHECK(ranks[0] < ranks[8]);
  CHECK(result.order.size() == 9);
}

TEST_CASE("the weighted sum goes by bounds where they are stated and by the range of the table where not") {
  auto table = decision_table({{2.0}, {4.0}});
  const std::array weights{5.0};
  CHECK(rank_alternatives(table, weights).scores == std::vector<Quantity>{0.0, 100.0});
  table.bounds = {{0.0, 8.0}};
  CHECK(rank_alternatives(table, weights).scores == std::vector<Quantity>{25.0, 50.0});
  CHECK(rank_alternatives(table, weights, {.normalisation = Normalisation::min_max}).scores ==
        std::vector<Quantity>{0.0, 100.0});
  table.directions[0] = Direction::minimise;
  CHECK(rank_alternatives(table, weights).order == std::vector<std::size_t>{0, 1});
}

TEST_CASE("value functions stand before bounds") {
  const auto table = utility_table({{0.5}, {0.9}});
  const std::vector<std::pair<double, double>> points{{0.5, 0.25}, {1.0, 0.0}};
  const auto result = rank_alternatives(table, std::array{1.0}, {.functions = {ValueFunction(points)}});
  CHECK(result.scores[0].value() == Approx(25.0));
  CHECK(result.scores[1].value() == Approx(5.0));
}

TEST_CASE("TOPSIS of utilities is another one than of raw values") {
  const auto table = utility_table({{0.2, 0.9}, {0.8, 0.4}, {0.5, 0.5}});
  const std::array weights{0.5, 0.5};
  const auto raw = rank_alternatives(table, weights, {.method = Method::topsis});
  const auto utility =
      rank_alternatives(table, weights, {.method = Method::topsis, .normalisation = Normalisation::min_max});
  CHECK(raw.scores != utility.scores);
}

TEST_CASE("of equal distances the id decides, and who has no score is last") {
  const auto table = utility_table({{Quantity::missing()}, {0.5}, {0.5}, {0.7}});
  const auto result = rank_alternatives(table, std::array{1.0}, {.method = Method::spotis});
  CHECK(result.order == std::vector<std::size_t>{3, 1, 2, 0});
  CHECK(ranks_of(result) == std::vector<std::size_t>{0, 2, 3, 1});
}

TEST_CASE("an unknown method is told the methods there are") {
  const auto fault = fault_of([] { parse_method("electre"); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::usage);
  CHECK(fault->text.find("promethee2") != std::string::npos);
}

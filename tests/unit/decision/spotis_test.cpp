// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/spotis.hpp"

#include "ancrage/decision/method.hpp"
#include "support/decision_tables.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::decision;
using namespace ancrage::test;

TEST_CASE("SPOTIS gives the published distances (METHODS section 3)") {
  auto table = decision_table({{15000.0, 4.3, 99.0, 42.0, 737.0},
                               {15290.0, 5.0, 116.0, 42.0, 892.0},
                               {15350.0, 5.0, 114.0, 45.0, 952.0},
                               {15490.0, 5.3, 123.0, 45.0, 1120.0}});
  for (std::size_t k = 0; k < 3; ++k) table.directions[k] = Direction::minimise;
  table.bounds = {{14000, 16000}, {3, 8}, {80, 140}, {35, 60}, {650, 1300}};
  const auto distances = spotis(table, std::array{0.2941, 0.2353, 0.2353, 0.0588, 0.1765});
  const std::array published{0.4779, 0.5781, 0.5558, 0.5801};
  // The weights are printed with four digits, too.
  for (std::size_t i = 0; i < published.size(); ++i) CHECK(distances[i].value() == Approx(published[i]).margin(1e-4));
}

TEST_CASE("SPOTIS: an alternative that comes or goes never reverses the others") {
  const auto seed = GENERATE(range(1U, 41U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto table = random_utilities(random, 10, 4, 0.1);
  const std::array weights{0.1, 0.2, 0.3, 0.4};
  const MethodOptions options{.method = Method::spotis};
  const auto whole = rank_alternatives(table, weights, options);
  for (std::size_t gone = 0; gone < table.rows(); ++gone) {
    auto fewer = table;
    fewer.ids.erase(fewer.ids.begin() + static_cast<std::ptrdiff_t>(gone));
    const auto first = fewer.values.begin() + static_cast<std::ptrdiff_t>(gone * 4);
    fewer.values.erase(first, first + 4);
    std::vector<std::string> expected;
    for (const std::size_t row : whole.order) {
      if (row != gone) expected.push_back(table.ids[row]);
    }
    std::vector<std::string> order;
    for (const std::size_t row : rank_alternatives(fewer, weights, options).order) order.push_back(fewer.ids[row]);
    CHECK(order == expected);
  }
}

TEST_CASE("SPOTIS rests on the criteria that have a value") {
  const auto distances = spotis(
      utility_table({{0.25, Quantity::missing()}, {Quantity::missing(), Quantity::missing()}}), std::array{1.0, 3.0});
  CHECK(distances[0].value() == 0.75);
  CHECK_FALSE(distances[1].is_number());
}

TEST_CASE("SPOTIS refuses a table without bounds, and a value outside them by its names") {
  const auto without = fault_of([] { spotis(decision_table({{0.5}}), std::array{1.0}); });
  REQUIRE(without);
  CHECK(without->code == ErrorCode::wrong_input);
  const auto outside = fault_of([] { spotis(utility_table({{0.5}, {1.5}}), std::array{1.0}); });
  REQUIRE(outside);
  CHECK(outside->text.find("b, x1") != std::string::npos);
}

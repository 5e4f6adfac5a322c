// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/topsis.hpp"

#include "support/decision_tables.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::decision;
using namespace ancrage::test;

TEST_CASE("TOPSIS gives the closeness of Tzeng & Huang 2011 (METHODS section 3)") {
  const auto table = decision_table({{5.0, 8.0, 4.0}, {7.0, 6.0, 8.0}, {8.0, 8.0, 6.0}, {7.0, 4.0, 6.0}});
  const auto closeness = topsis(table, std::array{0.3, 0.4, 0.3});
  const std::array published{0.5037, 0.6581, 0.7482, 0.3340};
  for (std::size_t i = 0; i < published.size(); ++i) CHECK(closeness[i] == Approx(published[i]).margin(5e-5));
}

TEST_CASE("TOPSIS of a criterion to be minimised mirrors that of its opposite") {
  auto table = decision_table({{1.0, 3.0}, {2.0, 9.0}, {4.0, 6.0}});
  table.directions[0] = Direction::minimise;
  auto opposite = table;
  opposite.directions[0] = Direction::maximise;
  for (std::size_t row = 0; row < 3; ++row) opposite.values[2 * row] = -table.at(row, 0).value();
  CHECK(topsis(table, std::array{0.4, 0.6}) == topsis(opposite, std::array{0.4, 0.6}));
}

TEST_CASE("TOPSIS: the best everywhere is 1, the worst 0, and all alike are 1") {
  CHECK(topsis(decision_table({{2.0, 2.0}, {1.0, 1.0}}), std::array{1.0, 3.0}) == std::vector{1.0, 0.0});
  CHECK(topsis(decision_table({{2.0, 0.0}, {2.0, 0.0}}), std::array{1.0, 3.0}) == std::vector{1.0, 1.0});
}

TEST_CASE("TOPSIS refuses a missing value by the names of alternative and criterion") {
  const auto fault = fault_of([] {
    topsis(decision_table({{2.0, 2.0}, {1.0, Quantity::withheld()}}), std::array{1.0, 1.0});
  });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK(fault->text.find("b, x2") != std::string::npos);
}

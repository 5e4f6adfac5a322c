// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/feature_table.hpp"

#include "support/errors.hpp"

#include <catch2/catch.hpp>

using ancrage::ErrorCode;
using ancrage::Quantity;
using ancrage::io::FeatureTable;
using Catch::Matchers::Contains;

namespace {

FeatureTable people() {
  FeatureTable table;
  table.source = "people.csv";
  table.name = "people";
  table.add_text("code", {"01004", "30007", "48001", "30203"});
  table.add_text("population", {" 14359 ", "", "NS", "0"});
  return table;
}

}  // namespace

TEST_CASE("a text column gives numbers in their three states") {
  const auto values = people().quantities("population");
  CHECK(values[0] == Quantity(14359));
  CHECK(values[1].state() == Quantity::State::missing);
  CHECK(values[2].state() == Quantity::State::withheld);
  CHECK(values[3] == Quantity(0));
}

TEST_CASE("a cell that is no number is named with its row") {
  FeatureTable table = people();
  table.add_text("income", {"1", "2", "3,5", "4"});
  const auto fault = ancrage::test::fault_of([&] { table.quantities("income"); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Contains("Row 3") && Contains("3,5") && Contains("people.csv, people, income"));
}

TEST_CASE("a number cell that says inf or nan is refused") {
  for (const char* text : {"inf", "nan", "1e999", "0x10", "12 000"}) {
    FeatureTable table;
    table.add_text("value", {text});
    CHECK_THROWS_AS(table.quantities("value"), ancrage::Error);
  }
}

TEST_CASE("a missing field lists the fields there are") {
  const auto fault = ancrage::test::fault_of([] { people().texts("name"); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Contains("name") && Contains("code, population"));
}

TEST_CASE("a number column is not taken for text") {
  FeatureTable table;
  table.add_integers("code", {Quantity(30007)});
  CHECK_THROWS_AS(table.texts("code"), ancrage::Error);
}

TEST_CASE("columns of different lengths do not make a table") {
  FeatureTable table = people();
  CHECK_THROWS_AS(table.add_text("short", {"a"}), ancrage::Error);
}

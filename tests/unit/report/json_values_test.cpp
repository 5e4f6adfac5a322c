// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/json_values.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ancrage;

TEST_CASE("what is missing is null in JSON", "[report]") {
  CHECK(report::number_json(Quantity(2.5)) == 2.5);
  CHECK(report::number_json(Quantity(0.0)) == 0.0);
  CHECK(report::number_json(Quantity::missing()).is_null());
  CHECK(report::number_json(Quantity::withheld()).is_null());
  CHECK(report::text_or_null("ZIP") == "ZIP");
  CHECK(report::text_or_null("").is_null());
}

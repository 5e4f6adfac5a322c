// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/limits.hpp"

#include "ancrage/base/language.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

void check_usage(const std::string& text, const std::vector<std::string>& words) {
  CAPTURE(text);
  const auto fault = fault_of([&] { parse_limit(text); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::usage);
  for (const std::string& word : words) CHECK_THAT(fault->text, Catch::Contains(word));
}

}  // namespace

TEST_CASE("limits are read as options write them") {
  const Limit college = parse_limit("college=15");
  CHECK(college.kind == LimitKind::college);
  CHECK(college.minutes == 15.0);
  CHECK_FALSE(parse_limit("zone=zip").zac);
  CHECK(parse_limit(" zone = zip+zac ").zac);
  CHECK(parse_limit("group_practice=0").minutes == 0.0);
  const Limit within = parse_place_limit(LimitKind::within, "Saint-Jean-du-Gard=30");
  CHECK(within.place == "Saint-Jean-du-Gard");
  CHECK(within.minutes == 30.0);
  CHECK_FALSE(within.lon_lat);
  const Limit partner = parse_place_limit(LimitKind::partner, "Bureau @ 3.88,43.6 = 60");
  CHECK(partner.kind == LimitKind::partner);
  CHECK(partner.place == "Bureau");
  CHECK(partner.lon_lat == LonLat{3.88, 43.6});
}

TEST_CASE("a limit that is not understood names the option, the form or the nearest key") {
  check_usage("college", {"--limit", "college=15"});
  check_usage("colege=15", {"“colege”", "nearest: college"});
  check_usage("within=15", {"“within”", "group_practice"});
  check_usage("college=near", {"“near”", "240"});
  check_usage("college=-1", {"“-1”", "240"});
  check_usage("college=nan", {"“nan”"});
  check_usage("zone=zac", {"“zac”", "zip+zac"});
  const auto place = [](const char* text) {
    return fault_of([&] { parse_place_limit(LimitKind::within, text); })->text;
  };
  CHECK_THAT(place("Alès"), Catch::Contains("--within") && Catch::Contains("Alès=30"));
  CHECK_THAT(place("=30"), Catch::Contains("--within"));
  CHECK_THAT(place("Alès=loin"), Catch::Contains("“loin”"));
  CHECK_THAT(place("X@3.9=30"), Catch::Contains("“3.9”"));
  CHECK_THAT(place("X@3.9,143=30"), Catch::Contains("“3.9,143”"));
}

TEST_CASE("a reason says value and limit, with the decimals that tell them apart") {
  const Language french("fr");
  const Language english("en");
  const Limit limit = parse_place_limit(LimitKind::within, "Alès=30");
  const auto reason = [&](double minutes, const Language& language) {
    return language.text(shortfall_reason(limit, {.minutes = minutes}));
  };
  CHECK(reason(42.4, french) == "42 min d’Alès, limite 30");
  CHECK(reason(30.2, french) == "30,2 min d’Alès, limite 30");
  CHECK(reason(30.04, english) == "30.04 min from Alès, limit 30");
  CHECK(french.text(shortfall_reason(parse_place_limit(LimitKind::within, "Le Vigan=30"), {.minutes = 50})) ==
        "50 min du Vigan, limite 30");
  CHECK(english.text(shortfall_reason(limit, {.minutes = 50.0, .straight_line = true})) ==
        "50 min from Alès (from the straight line), limit 30");
}

TEST_CASE("every kind of limit has words of its own for what it asks, what fails it and what is not there") {
  const Language english("en");
  std::vector<std::string> seen;
  for (std::size_t kind = 0; kind < limit_keys.size(); ++kind) {
    const Limit limit{.kind = static_cast<LimitKind>(kind), .place = "Alès", .minutes = 15};
    for (const Message& words : {limit_statement(limit), shortfall_reason(limit, {.minutes = 20.0}),
                                 shortfall_reason(limit, {.zone_unknown = true})}) {
      const std::string text = english.text(words);
      CHECK(std::find(seen.begin(), seen.end(), text) == seen.end());
      seen.push_back(text);
    }
  }
}

TEST_CASE("the smallest set of limits to give way is found, and of equals the one that leaves most sites") {
  CHECK(least_relaxation(std::vector<std::uint32_t>{0b11, 0b01, 0b10, 0b10}).limits == 0b10);
  CHECK(least_relaxation(std::vector<std::uint32_t>{0b11, 0b01, 0b10, 0b10}).sites == 2);
  const Relaxation both = least_relaxation(std::vector<std::uint32_t>{0b111, 0b110, 0b101, 0b101});
  CHECK(both.limits == 0b101);
  CHECK(both.sites == 2);
  const Relaxation one = least_relaxation(std::vector<std::uint32_t>{0b011, 0b001, 0b111});
  CHECK(one.limits == 0b001);
  CHECK(one.sites == 1);
}

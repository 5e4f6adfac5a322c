// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/classification.hpp"

#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::viewer;
using territory::ZoneStatus;

TEST_CASE("class bounds are round, rise, and lie between the lowest and the highest value") {
  REQUIRE(round_bounds(23, 81) == std::vector<double>{30, 40, 50, 60, 70, 80});
  REQUIRE(round_bounds(0, 1).size() <= 6);
  REQUIRE(round_bounds(5, 5).empty());
  const auto bounds = round_bounds(0.013, 0.0171);
  REQUIRE(bounds.front() > 0.013);
  REQUIRE(bounds.back() <= 0.0171);
}

TEST_CASE("every commune of the territory is in one class, and the counts add up") {
  const auto territory = test::drawn_territory(
      {"AABC"}, {{'A', 1000, 1.0, 0.0, ZoneStatus::zip}, {'B', 300}, {'C', 500, 0.0, 0.0, ZoneStatus::none, false}});
  const auto assessment = assessment::assess(territory);
  for (const ColorKey key : color_keys) {
    const Classification classes = classify(key, territory, assessment);
    std::size_t total = 0;
    for (const MapClass& entry : classes.classes) total += entry.count;
    INFO(color_key_name(key));
    REQUIRE(total == 2);
    for (std::size_t c = 0; c < territory.communes.size(); ++c) {
      REQUIRE((classes.class_of[c] == Classification::outside) == (territory.communes.member[c] == 0));
    }
  }
}

TEST_CASE("a value that is missing has its own hatched class") {
  auto territory = test::drawn_territory({"AAB"}, {{'A', 1000}, {'B', 300}});
  territory.criteria.clear();  // no score at all
  const auto assessment = assessment::assess(territory);
  const Classification classes = classify(ColorKey::need, territory, assessment);
  REQUIRE(classes.classes.size() == 1);
  REQUIRE(classes.classes.front().hatched);
  REQUIRE(classes.colors(hex(0xF1EFE9)).front().alpha == 128);
}

TEST_CASE("the names that --color-by takes lead back to their keys") {
  for (const ColorKey key : color_keys) REQUIRE(color_key_from(color_key_name(key)) == key);
  REQUIRE_FALSE(color_key_from("colour"));
}

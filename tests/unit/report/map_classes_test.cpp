// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/map_classes.hpp"

#include "ancrage/base/error.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::report;
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

TEST_CASE("the names that command lines take lead back to their keys") {
  for (const ColorKey key : color_keys) REQUIRE(color_key_from(color_key_name(key)) == key);
  REQUIRE_FALSE(color_key_from("colour"));
}

TEST_CASE("access to care has fixed classes about 2.5, and those from 2.5 up are lined") {
  const auto territory = test::drawn_territory({"ABCD"}, {{'A', 100}, {'B', 100}, {'C', 100}, {'D', 100}});
  const std::vector<Quantity> values{0.0, 2.499, 2.5, Quantity::missing()};
  const Classification classes = classify(ColorKey::accessibility, territory, values);
  REQUIRE(classes.bounds == std::vector<double>{1, 1.5, 2, 2.5, 3, 4});
  REQUIRE(classes.class_of == std::vector<std::uint8_t>{0, 3, 4, 7});
  REQUIRE(classes.classes.size() == 8);
  for (std::size_t i = 0; i < 7; ++i) {
    INFO("class " << i);
    REQUIRE((classes.classes[i].pattern == Pattern::horizontal) == (i >= 4));
    REQUIRE(classes.classes[i].sign == std::to_string(i + 1));
  }
  REQUIRE(classes.classes.front().color == hex(0x7F2704));
  REQUIRE(classes.classes[6].color == hex(0x5B95B5));
  REQUIRE(classes.classes.back().hatched);
  REQUIRE(english_text(classes.classes[3].label) == "2.0 – 2.5");
}

TEST_CASE("every class of a map stands apart without colour: by grey, pattern or sign") {
  const auto territory = test::drawn_territory({"ABCDEFGH"}, {{'A', 100, 1.0, 0.0, ZoneStatus::zip},
                                                              {'B', 220, 0.0, 0.0, ZoneStatus::zac},
                                                              {'C', 450, 2.0},
                                                              {'D', 1100},
                                                              {'E', 2300},
                                                              {'F', 6000},
                                                              {'G', 12000},
                                                              {'H', 30000}});
  const auto assessment = assessment::assess(territory);
  auto grey = [](Color c) { return 0.299 * c.red + 0.587 * c.green + 0.114 * c.blue; };
  for (const ColorKey key : color_keys) {
    INFO(color_key_name(key));
    const auto classes = classify(key, territory, assessment).classes;
    for (std::size_t a = 0; a < classes.size(); ++a) {
      for (std::size_t b = a + 1; b < classes.size(); ++b) {
        REQUIRE(classes[a].sign != classes[b].sign);
        REQUIRE((std::abs(grey(classes[a].color) - grey(classes[b].color)) >= 15 ||
                 classes[a].pattern != classes[b].pattern));
      }
    }
  }
}

TEST_CASE("population is classed by powers of ten, minutes and criteria by their value at the centre") {
  REQUIRE(logarithmic_bounds(60, 45000) == std::vector<double>{100, 300, 1000, 3000, 10000, 30000});
  REQUIRE(logarithmic_bounds(150, 1500) == std::vector<double>{200, 500, 1000});
  REQUIRE(logarithmic_bounds(7, 7).empty());
  REQUIRE(logarithmic_bounds(0, 0.5).size() <= 6);

  auto territory = test::drawn_territory({"A.....B"}, {{'A', 1000}, {'B', 300}});
  test::add_place(territory.health_poles, "pole", "MSP", "maison_de_sante", test::cell_middle(0, 0), "A");
  territory.criteria.push_back({"health_pole_minutes", "attractiveness", 10, {{0, 1}, {40, 0}}});
  const auto assessment = assessment::assess(territory);
  const Classification minutes = classify("health_pole_minutes", territory, assessment);
  REQUIRE(minutes.key == ColorKey::health_pole_minutes);
  REQUIRE(minutes.values[0].value() < minutes.values[1].value());
  REQUIRE(minutes.class_of[0] < minutes.class_of[1]);
  const Classification density = classify("gp_density", territory, assessment);
  REQUIRE(density.key == ColorKey::criterion);
  REQUIRE(english_text(density.title) == "Density of general practitioners");
  REQUIRE(density.values.size() == 2);

  const auto fault = test::fault_of([&] { classify("gp_densty", territory, assessment); });
  REQUIRE(fault);
  REQUIRE(fault->code == ErrorCode::usage);
  REQUIRE(fault->text.find("gp_density") != std::string::npos);
  REQUIRE(test::fault_of([&] { classify(ColorKey::criterion, territory, assessment); })->code ==
          ErrorCode::wrong_input);
}

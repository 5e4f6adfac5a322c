// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/map.hpp"

#include "ancrage/report/paper/legend.hpp"
#include "ancrage/report/paper/map_layers.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"
#include "support/picture.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::report;
using namespace ancrage::report::paper;
using territory::ZoneStatus;

namespace {

territory::Territory drawn() {
  return test::drawn_territory({"AABB"}, {{'A', 1000, 1.0, 0.0, ZoneStatus::zip}, {'B', 300}});
}

}  // namespace

TEST_CASE("north is up, the scale is the same both ways, and what is drawn is in the middle") {
  const MapProjection projection({{0, 0}, {4000, 1000}}, {10, 20, 200, 100});
  REQUIRE(projection.metres_per_point() == 20);
  REQUIRE(projection({2000, 500}) == Point{110, 70});
  REQUIRE(projection({0, 1000}) == Point{10, 45});
  REQUIRE(projection.visible().low == Point{0, -500});
  REQUIRE(projection.visible().high == Point{4000, 1500});
}

TEST_CASE("communes have the colour of their class where they lie") {
  const auto territory = drawn();
  const auto assessment = assessment::assess(territory);
  const Classification classes = classify(ColorKey::population, territory, assessment);
  Canvas canvas(PaperFormat::png, 200, 60, {.dpi = 72});
  const MapProjection projection({{0, 0}, {4000, 1000}}, {0, 5, 200, 50});
  draw_communes({canvas, projection, territory}, classes, {false, false});
  const test::Picture picture = test::read_png(canvas.finish());
  REQUIRE(picture.at(50, 30) == classes.classes[classes.class_of[0]].color);
  REQUIRE(picture.at(150, 30) == classes.classes[classes.class_of[1]].color);
  REQUIRE(picture.at(50, 30) != picture.at(150, 30));
  REQUIRE(picture.at(50, 2) == palette::white);
}

TEST_CASE("communes that are set back are pale and without their pattern") {
  const auto territory = drawn();
  Classification classes = classify(ColorKey::population, territory, assessment::assess(territory));
  for (MapClass& entry : classes.classes) entry.pattern = Pattern::dots;
  Canvas canvas(PaperFormat::png, 200, 60, {.dpi = 72});
  const MapProjection projection({{0, 0}, {4000, 1000}}, {0, 5, 200, 50});
  draw_communes({canvas, projection, territory}, classes, {true, false});
  const test::Picture picture = test::read_png(canvas.finish());
  const Color pale = palette::faded(classes.classes[classes.class_of[0]].color);
  bool dotted = false;
  for (std::size_t y = 8; y < 52; ++y) {
    for (std::size_t x = 10; x < 90; ++x) {
      REQUIRE(picture.at(x, y) == pale);
      dotted |= picture.at(x + 100, y) != classes.classes[classes.class_of[1]].color;
    }
  }
  REQUIRE(dotted);
}

TEST_CASE("an outlined zone is orange between the zone and the rest, and nowhere inside") {
  const auto territory = drawn();
  Canvas canvas(PaperFormat::png, 200, 60, {.dpi = 288});
  const MapProjection projection({{0, 0}, {4000, 1000}}, {0, 5, 200, 50});
  draw_zone({canvas, projection, territory}, ZoneStatus::zip);
  const test::Picture picture = test::read_png(canvas.finish());
  REQUIRE(picture.at(400, 120) == palette::zip);
  REQUIRE(picture.at(100, 120) == palette::white);
  REQUIRE(picture.at(700, 120) == palette::white);
}

TEST_CASE("the short names of themes lead to their classes, others to the nearest names") {
  const auto territory = drawn();
  const auto assessment = assessment::assess(territory);
  REQUIRE(map_theme("access", territory, assessment).key == ColorKey::accessibility);
  REQUIRE(map_theme("minutes", territory, assessment).key == ColorKey::health_pole_minutes);
  REQUIRE(map_theme("age", territory, assessment).key == ColorKey::aged_65_plus);
  REQUIRE(map_theme("zone", territory, assessment).key == ColorKey::zone);
  const auto fault = test::fault_of([&] { map_theme("populaton", territory, assessment); });
  REQUIRE(fault);
  REQUIRE(fault->code == ErrorCode::usage);
  REQUIRE(fault->text.find("population") != std::string::npos);
}

TEST_CASE("a scale bar is 1, 2 or 5 times a power of ten and fits its room") {
  REQUIRE(scale_bar_metres(100, 100) == 10000);
  REQUIRE(scale_bar_metres(99, 100) == 5000);
  REQUIRE(scale_bar_metres(30, 100) == 2000);
  REQUIRE(scale_bar_metres(0.5, 100) == 50);
}

TEST_CASE("a map file is the same bytes twice, in every format and in both languages") {
  const auto territory = drawn();
  const auto assessment = assessment::assess(territory);
  const Classification classes = classify(ColorKey::zone, territory, assessment);
  const std::array<std::size_t, 1> sites{0};
  for (const char* tag : {"fr", "en"}) {
    const Language language(tag);
    for (const PaperFormat format : {PaperFormat::pdf, PaperFormat::svg, PaperFormat::png}) {
      const MapFileOptions options{.format = format, .width = 400, .height = 300, .dpi = 72};
      const std::string once = map_file(territory, assessment, classes, sites, options, language);
      REQUIRE(once.size() > 1000);
      const bool same = once == map_file(territory, assessment, classes, sites, options, language);
      REQUIRE(same);
    }
  }
}

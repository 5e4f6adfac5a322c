// SPDX-License-Identifier: Apache-2.0
// What stands on the map beside its colours: GPs, facilities by kind, what is ruled out, north.
#include "support/drawn_territory.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/player.hpp"
#include "viewer/written.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace ancrage;
using namespace ancrage::viewer;
using geometry::Point;

namespace {

territory::Territory territory_with_places() {
  auto territory = test::drawn_territory({"AAABB", "AAABB", "AAABB"}, {{'A', 3000, 16.0, 8.0}, {'B', 500, 0.0, 0.0}});
  territory.access.practitioners_year = 2019;
  test::add_place(territory.facilities, "F1", "Pharmacie du Pont", "pharmacy", {2500, 500}, "A");
  test::add_place(territory.facilities, "F2", "École du Mas", "primary_school", {4500, 500}, "B");
  test::add_place(territory.health_poles, "P1", "Pole", "maison_de_sante", {3500, 2500}, "B");
  test::add_place(territory.sites, "P1", "Pole", "health_pole", {3500, 2500}, "B");
  return territory;
}

struct Played {
  territory::Territory territory = territory_with_places();
  Language language{"fr"};
  Model model{territory, language};
  Offscreen offscreen{model, 1280, 800, 1.0};
  Player player{offscreen};

  Played() {
    player.run("left display\nlayer names", "script");
    player.settle();
  }
  const State& state() { return offscreen.screen().state(); }
  Pixel pixel(Point ground) {
    const Rectangle& map = offscreen.screen().layout().map;
    const Pixel p = state().camera.to_pixel(ground);
    return {map.x + p.x, map.y + p.y};
  }
  // Pixels of that colour at most so far about the ground point.
  int count(Point ground, Color color, int reach) {
    const Picture picture = offscreen.picture();
    const Pixel middle = pixel(ground);
    int found = 0;
    for (int y = -reach; y <= reach; ++y) {
      for (int x = -reach; x <= reach; ++x) {
        found += picture.at(static_cast<int>(middle.x) + x, static_cast<int>(middle.y) + y) == color ? 1 : 0;
      }
    }
    return found;
  }
  bool writes(std::string_view text) {
    const auto runs = test::written(offscreen.screen().fonts());
    return std::any_of(runs.begin(), runs.end(),
                       [&](const test::Run& run) { return run.text.find(text) != std::string::npos; });
  }
  void point(Point ground) {
    const Pixel at = pixel(ground);
    player.move(at.x, at.y);
    player.run("wait 1", "script");
  }
};

const Color pharmacy = facility_kinds[0].color;
constexpr Point in_pharmacy{2500, 500};
constexpr Point centre_of_a{500, 500};

}  // namespace

TEST_CASE("facilities come to the map by kind, at their place, and the mouse on one tells its name") {
  Played played;
  REQUIRE(played.count(in_pharmacy, pharmacy, 8) == 0);
  played.player.press("facility pharmacy");
  played.player.settle();
  REQUIRE(played.count(in_pharmacy, pharmacy, 8) > 60);
  REQUIRE(played.count({4500, 500}, facility_kinds[4].color, 8) == 0);
  played.point(in_pharmacy);
  REQUIRE(played.writes("Pharmacie du Pont"));
  played.player.press("facility primary_school");
  played.player.press("facility pharmacy");
  played.player.settle();
  REQUIRE(played.count({4500, 500}, facility_kinds[4].color, 8) > 60);
  REQUIRE(played.count(in_pharmacy, pharmacy, 8) == 0);
  played.point(in_pharmacy);
  REQUIRE_FALSE(played.writes("Pharmacie du Pont"));
}

TEST_CASE("only kinds that the territory has are offered") {
  Played played;
  REQUIRE_THROWS(played.player.press("facility hospital"));
  played.offscreen.screen().perform(ToggleFacilities{99}, 0.0);
  REQUIRE(std::none_of(played.state().facilities.begin(), played.state().facilities.end(), [](bool on) { return on; }));
}

TEST_CASE("a disc has an area of the GPs of its commune, half of it of those of 60 and over when they are half") {
  Played played;
  REQUIRE(played.count(centre_of_a, theme::need, 30) == 0);
  played.player.run("layer gps\nlayer sites", "script");
  played.player.settle();
  const int young = played.count(centre_of_a, theme::accent, 30);
  const int aged = played.count(centre_of_a, theme::need, 30);
  REQUIRE(young > 200);
  REQUIRE(std::abs(young - aged) < young / 5);
  REQUIRE(played.writes("16"));
  REQUIRE(played.count({3500, 1500}, theme::accent, 12) == 0);  // no GP in B
  played.point({1500, 1500});
  REQUIRE(played.writes("16 généralistes, dont 8 de 60 ans et plus (2019)"));
  played.point({4500, 1500});
  REQUIRE(played.writes("0 généraliste, dont 0 de 60 ans et plus"));
}

TEST_CASE("places that the limits rule out stay on the map in grey") {
  Played played;
  constexpr Color grey = hex(0x8E959D);
  constexpr Point pole{3500, 2500};
  REQUIRE(played.count(pole, theme::pole, 8) > 60);
  REQUIRE(played.count(pole, grey, 8) == 0);
  played.offscreen.screen().perform(SetWish{{.place = "A", .minutes = 2.0}}, 0.0);
  played.player.settle();
  REQUIRE_FALSE(played.state().results.assessment().is_in(assessment::find_site(played.territory, "P1")));
  REQUIRE(played.count(pole, theme::pole, 8) == 0);
  REQUIRE(played.count(pole, grey, 8) > 60);
  played.player.key("Ctrl+Z");
  played.player.settle();
  REQUIRE(played.count(pole, theme::pole, 8) > 60);
}

TEST_CASE("the arrow beside the scale bar points north") {
  Played played;
  REQUIRE(played.writes("N"));
}

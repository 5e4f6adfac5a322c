// SPDX-License-Identifier: Apache-2.0
#include "viewer/keyboard.hpp"

#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

// A model with its state, driven by keys alone.
struct Driven {
  territory::Territory territory = test::drawn_territory({"AABBC", "AABBC"}, {{'A', 1000}, {'B', 300}, {'C', 100}});
  Language language{"en"};
  Model model{territory, language};
  Layout layout = arrange(1280, 800, 1.0, true);
  State state{model};
  const assessment::Assessment& assessment = model.assessment();

  Driven() {
    state.animate = false;
    apply(FitTerritory{false}, state, model, layout, 0.0);
  }
  void press(Key key, bool shift = false) { send({key, 0, shift}); }
  void type(char32_t character) { send({Key::character, character, false}); }
  void send(const KeyPress& key) {
    for (const Action& action : actions_for(key, state, model, layout)) apply(action, state, model, layout, 0.0);
  }
};

}  // namespace

TEST_CASE("Tab goes through every part that is there and comes back, Shift+Tab the other way") {
  Driven driven;
  std::vector<Region> seen;
  for (std::size_t i = 0; i < 5; ++i) {
    driven.press(Key::tab);
    seen.push_back(driven.state.focus);
  }
  // Without a selection there is no card, and beside the map no panel of its own.
  REQUIRE(seen == std::vector<Region>{Region::views, Region::search, Region::left, Region::ranking, Region::map});
  REQUIRE(driven.state.focus_visible);
  driven.press(Key::tab, true);
  REQUIRE(driven.state.focus == Region::ranking);
}

TEST_CASE("the ranking is walked, opened and sorted by keys, and the map follows") {
  Driven driven;
  driven.state.focus = Region::ranking;
  driven.press(Key::down);
  const std::size_t second = driven.assessment.ranking(assessment::Score::need)[1];
  REQUIRE(driven.model.site_of(driven.state.hovered) == second);
  driven.press(Key::enter);
  REQUIRE(driven.model.site_of(driven.state.selected) == second);
  driven.press(Key::right);
  REQUIRE(driven.state.sort == assessment::Score::attractiveness);
  const auto& order = driven.assessment.ranking(assessment::Score::attractiveness);
  REQUIRE(order[driven.state.list_cursor] == second);
  driven.press(Key::escape);
  REQUIRE_FALSE(driven.state.selected);
}

TEST_CASE("arrows move the map, + and - zoom about its middle, F shows everything again") {
  Driven driven;
  const Camera start = driven.state.camera;
  driven.press(Key::right);
  REQUIRE(driven.state.camera.center.x > start.center.x);
  driven.type(U'+');
  REQUIRE(driven.state.camera.metres_per_pixel < start.metres_per_pixel);
  driven.type(U'-');
  REQUIRE(driven.state.camera.metres_per_pixel == Approx(start.metres_per_pixel));
  driven.type(U'f');
  REQUIRE(driven.state.camera.center.x == Approx(start.center.x));
}

TEST_CASE("1 to 7 choose the colour, on French keyboards without Shift too") {
  Driven driven;
  driven.type(U'6');
  REQUIRE(driven.state.color == ColorKey::zone);
  driven.type(U'è');
  REQUIRE(driven.state.color == ColorKey::population);
  driven.type(U'é');
  REQUIRE(driven.state.color == ColorKey::attractiveness);
}

TEST_CASE("a search is typed, walked and opened by keys, Escape leaves it") {
  Driven driven;
  driven.type(U'/');
  REQUIRE(driven.state.focus == Region::search);
  apply(SetSearch{"b"}, driven.state, driven.model, driven.layout, 0.0);
  driven.press(Key::enter);
  REQUIRE(driven.state.selected.kind == Feature::Kind::commune);
  REQUIRE(driven.territory.communes.code[driven.state.selected.index] == "B");
  REQUIRE(driven.state.focus == Region::map);
  driven.type(U'/');
  driven.press(Key::escape);
  REQUIRE(driven.state.focus == Region::map);
}

TEST_CASE("search ignores accents, case and hyphens, and finds codes") {
  auto territory = test::drawn_territory({"AB"}, {{'A', 1000}, {'B', 300}});
  territory.communes.name[0] = "Saint-Jean-du-Gard";
  territory.communes.name[1] = "Alès";
  const Language language("fr");
  const Model model(territory, language);
  REQUIRE(model.search("ALES", 5).front()->text == "Alès");
  REQUIRE(model.search("st jean", 5).front()->text == "Saint-Jean-du-Gard");
  REQUIRE(model.search(territory.communes.code[1], 5).front()->text == "Alès");
  REQUIRE(model.search("zzz", 5).empty());
}

TEST_CASE("a movement of the view is eased over 150 ms and starts from where the eye is") {
  Driven driven;
  driven.state.animate = true;
  const Camera start = driven.state.camera;
  apply(MoveCamera{panned(start, 100, 0)}, driven.state, driven.model, driven.layout, 10.0);
  REQUIRE(driven.state.moving(10.1));
  REQUIRE(driven.state.camera_at(10.0).center.x == Approx(start.center.x));
  REQUIRE(driven.state.camera_at(10.2) == driven.state.camera);
  REQUIRE_FALSE(driven.state.moving(10.2));
}

TEST_CASE("the text of a panel scrolls by keys: by every one where it has no controls, by pages where it has") {
  Driven driven;
  driven.state.focus = Region::main;
  for (const View view : {View::data, View::what_if, View::plan, View::compare}) {
    driven.state.view = view;
    for (const auto& [key, pages] : {std::pair{Key::down, false}, {Key::end, false}, {Key::page_down, true}}) {
      driven.state.main_scroll = 0.0;
      driven.press(key);
      const bool scrolls = view == View::data || pages;
      REQUIRE((driven.state.main_scroll > 0) == scrolls);
      REQUIRE(is_control_key({key, 0, false}, driven.state) == !scrolls);
      REQUIRE(driven.state.card_scroll == 0.0);
    }
  }
  driven.press(Key::page_up);
  REQUIRE(driven.state.main_scroll < 0);
}

// SPDX-License-Identifier: Apache-2.0
#include "viewer/what_if.hpp"

#include "ancrage/access/scenario_effect.hpp"
#include "ancrage/assessment/scenario_assessment.hpp"
#include "support/drawn_territory.hpp"
#include "viewer/panels/controls.hpp"
#include "viewer/player.hpp"

#include <imgui.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace ancrage;
using namespace ancrage::viewer;
using access::Change;
using access::ChangeKind;
using access::PeopleGroup;

namespace {

territory::Territory territory_with_ages() {
  auto territory = test::drawn_territory(
      {"AABBCC", "AABBCC"},
      {{'A', 3000, 3.0, 2.0, territory::ZoneStatus::zip}, {'B', 1500, 1.0, 1.0}, {'C', 900, 2.0, 0.0}});
  territory.access.practitioners_year = 2019;
  test::add_place(territory.health_poles, "P1", "Pole", "maison_de_sante", {500, 500}, "A");
  return territory;
}

struct Played {
  territory::Territory territory = territory_with_ages();
  Language language{"en"};
  Model model{territory, language};
  Offscreen offscreen{model, 1280, 800, 1.0};
  Player player{offscreen};

  Played() {
    player.settle();
    player.key("F4");
    player.settle();
  }
  const State& state() { return offscreen.screen().state(); }
  Pixel pixel(geometry::Point ground) {
    const Rectangle& map = offscreen.screen().layout().map;
    const Pixel p = state().camera.to_pixel(ground);
    return {map.x + p.x, map.y + p.y};
  }
  // A full run of the engine with these changes.
  access::ScenarioEffect full_run(std::vector<Change> changes) const {
    access::Scenario scenario;
    scenario.changes = std::move(changes);
    access::settle(scenario);
    return access::scenario_effect(territory, model.travel(), scenario);
  }
};

void require_same_effect(const WhatIfResults& live, const access::ScenarioEffect& full) {
  const auto& all = live.change().group(PeopleGroup::all);
  const auto& expected = full.change.group(PeopleGroup::all);
  for (std::size_t k = 0; k < access::apl_thresholds.size(); ++k) {
    REQUIRE(all.crossings[k].lifted == expected.crossings[k].lifted);
    REQUIRE(all.crossings[k].fallen == expected.crossings[k].fallen);
  }
  for (std::size_t c = 0; c < full.change.communes.size(); ++c) {
    REQUIRE(live.change().communes[c].after == full.change.communes[c].after);
    REQUIRE(live.practice_after()[c].people == Approx(full.practice_after[c].people).epsilon(1e-12));
    REQUIRE(live.practice_after()[c].gps == Approx(full.practice_after[c].gps).epsilon(1e-12));
  }
}

constexpr geometry::Point in_c{5500, 1600};

}  // namespace

TEST_CASE("a doctor who is dragged over the map changes map and figures in the next frame, as a full run would") {
  Played played;
  played.player.press("tool add");
  const Pixel at = played.pixel(in_c);
  played.player.move(at.x, at.y);
  played.offscreen.step();
  const State& state = played.state();
  REQUIRE(state.workbench.trial);
  REQUIRE(state.interview.changes.empty());
  require_same_effect(state.what_if, played.full_run({*state.workbench.trial}));

  const std::size_t c = *played.territory.commune_index("C");
  REQUIRE(state.what_if.change().communes[c].after.value() > state.what_if.change().communes[c].before.value());
  const Classification& classes = state.what_if.classification(WhatIfMap::access);
  const Pixel corner = played.pixel({4300, 1800});
  REQUIRE(played.offscreen.picture().at(static_cast<int>(corner.x), static_cast<int>(corner.y)) ==
          classes.classes[classes.class_of[c]].color);

  // Elsewhere, and away: nothing is left of where it was.
  const Pixel in_a = played.pixel({1600, 300});
  played.player.move(in_a.x, in_a.y);
  played.offscreen.step();
  require_same_effect(state.what_if, played.full_run({*state.workbench.trial}));
  played.player.move(5, 200);
  played.offscreen.step();
  REQUIRE_FALSE(state.workbench.trial);
  REQUIRE(state.what_if.change().communes[c].after == state.what_if.change().communes[c].before);
}

TEST_CASE("a click makes the change a decision: listed, taken back, taken away") {
  Played played;
  played.player.press("tool add");
  const Pixel at = played.pixel(in_c);
  played.player.click(at.x, at.y);
  played.player.settle();
  const State& state = played.state();
  REQUIRE(state.interview.changes.size() == 1);
  REQUIRE(state.interview.changes[0].kind == ChangeKind::add);
  require_same_effect(state.what_if, played.full_run(state.interview.changes));
  played.player.key("Esc");
  REQUIRE(state.workbench.tool == Tool::none);
  played.player.key("Ctrl+Z");
  REQUIRE(state.interview.changes.empty());
  played.player.key("Ctrl+Y");
  REQUIRE(state.interview.changes.size() == 1);
  played.player.settle();
  played.player.press("change 0");
  played.player.settle();
  REQUIRE(state.interview.changes.empty());
  require_same_effect(state.what_if, played.full_run({}));
}

TEST_CASE("a doctor leaves, a pole opens and closes, and more than there are cannot leave") {
  Played played;
  const State& state = played.state();
  const auto use = [&](const char* tool, geometry::Point where) {
    played.player.settle();
    played.player.press(tool);
    played.player.settle();
    const Pixel at = played.pixel(where);
    played.player.click(at.x, at.y);
    played.player.key("Esc");
  };
  use("tool remove", in_c);
  use("tool open", in_c);
  use("tool close", {500, 500});
  REQUIRE(state.interview.changes.size() == 3);
  require_same_effect(state.what_if, played.full_run(state.interview.changes));
  // One doctor of C has left, so one is left there; two cannot go.
  use("tool remove", in_c);
  REQUIRE(state.interview.changes.size() == 4);
  use("tool remove", in_c);
  REQUIRE(state.interview.changes.size() == 4);
}

TEST_CASE("a change is offered at the selected place only where it can be, else the panel says why not") {
  Played played;
  const auto offered = [&] {
    const auto shown = played.offscreen.screen().controls().shown();
    return std::any_of(shown.begin(), shown.end(), [](const ShownControl& c) { return c.name == "tool here"; });
  };
  const auto select = [&](std::string_view commune) {
    const Feature feature{Feature::Kind::commune, *played.territory.commune_index(commune)};
    played.offscreen.screen().perform(SelectFeature{feature}, played.offscreen.now());
  };
  played.player.press("tool remove");
  select("A");
  played.player.settle();
  REQUIRE(offered());
  const Change two{.kind = ChangeKind::remove, .place = "C", .gps = 2.0};
  REQUIRE_FALSE(played.state().what_if.fault_of(two));
  REQUIRE(played.state().what_if.fault_of({.kind = ChangeKind::remove, .place = "C", .gps = 3.0}));
  // Both doctors of C leave: a third cannot.
  select("C");
  for (int doctor = 0; doctor < 2; ++doctor) {
    played.player.settle();
    REQUIRE(offered());
    played.player.press("tool here");
  }
  played.player.settle();
  REQUIRE(played.state().interview.changes.size() == 2);
  REQUIRE_FALSE(offered());
  REQUIRE(played.state().what_if.fault_of({.kind = ChangeKind::remove, .place = "C", .gps = 1.0}));
  played.player.key("Ctrl+Z");
  played.player.settle();
  REQUIRE(offered());
}

TEST_CASE("the year slides and whoever reaches the age leaves, one drag is one step back") {
  Played played;
  const State& state = played.state();
  played.player.slide("year", 1.0);
  played.player.settle();
  REQUIRE(state.interview.changes.size() == 1);
  REQUIRE(state.interview.changes[0].year == last_retirement_year);
  REQUIRE(state.interview.changes[0].age == 65.0);
  require_same_effect(state.what_if, played.full_run(state.interview.changes));
  played.player.key("Ctrl+Z");
  REQUIRE(state.interview.changes.empty());
}

TEST_CASE("the scenario counts in the ranking when asked, as the command line would have it") {
  Played played;
  const State& state = played.state();
  played.player.press("tool add");
  const Pixel at = played.pixel(in_c);
  played.player.click(at.x, at.y);
  played.player.key("Esc");
  played.player.settle();
  played.player.press("counts");
  played.player.settle();
  REQUIRE(state.results.changes() == state.interview.changes);
  access::Scenario scenario;
  scenario.changes = state.interview.changes;
  const auto expected = assessment::assess_scenario(played.territory, scenario).assessment;
  const auto score = assessment::Score::need;
  REQUIRE(state.results.assessment().ranking(score) == expected.ranking(score));
  for (std::size_t s = 0; s < played.territory.sites.size(); ++s) {
    REQUIRE(state.results.assessment().score(score, s).score == expected.score(score, s).score);
  }
  played.player.press("counts");
  played.player.settle();
  REQUIRE(state.results.changes().empty());
  REQUIRE(state.results.assessment().score(score, 0).score == played.model.assessment().score(score, 0).score);
}

TEST_CASE("a change is taken up by its mark, counts where the mouse carries it, and lies where it is let go") {
  Played played;
  const State& state = played.state();
  played.player.press("tool add");
  const Pixel from = played.pixel(in_c);
  played.player.click(from.x, from.y);
  played.player.key("Esc");
  played.player.settle();
  REQUIRE(state.interview.changes.size() == 1);
  const Change before = state.interview.changes[0];
  const Camera camera = state.camera;
  REQUIRE(state.what_if.marks()[0].at);
  const Pixel mark = played.pixel(*state.what_if.marks()[0].at);
  const Pixel in_a = played.pixel({1600, 300});

  ImGuiIO& io = ImGui::GetIO();
  played.player.move(mark.x, mark.y);
  io.MouseDown[0] = true;
  played.offscreen.step();
  REQUIRE(state.workbench.lifted == before);
  played.player.move(in_a.x, in_a.y);
  played.offscreen.step();
  REQUIRE(state.workbench.trial);
  REQUIRE(state.workbench.trial->place != before.place);
  require_same_effect(state.what_if, played.full_run({*state.workbench.trial}));
  REQUIRE(state.interview.changes == std::vector{before});
  REQUIRE(state.camera == camera);
  // Beside the map there is nowhere to lay it; Esc puts it back.
  played.player.move(5, 200);
  played.offscreen.step();
  require_same_effect(state.what_if, played.full_run({}));
  played.player.move(in_a.x, in_a.y);
  played.player.key("Esc");
  REQUIRE_FALSE(state.workbench.lifted);
  require_same_effect(state.what_if, played.full_run({before}));
  io.MouseDown[0] = false;
  played.offscreen.step();

  played.player.drag(mark.x, mark.y, in_a.x, in_a.y);
  played.player.settle();
  REQUIRE(state.interview.changes.size() == 1);
  const Change after = state.interview.changes[0];
  REQUIRE(after.place != before.place);
  REQUIRE(after.kind == before.kind);
  REQUIRE(after.gps == before.gps);
  require_same_effect(state.what_if, played.full_run({after}));
  played.player.key("Ctrl+Z");
  REQUIRE(state.interview.changes == std::vector{before});
  REQUIRE(state.camera == camera);
}

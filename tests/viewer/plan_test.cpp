// SPDX-License-Identifier: Apache-2.0
// The planner's view, driven on its panel: what it shows is what the engine computes.
#include "viewer/plan.hpp"

#include "ancrage/access/scenario_effect.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/practitioner_plan.hpp"
#include "support/drawn_territory.hpp"
#include "support/temporary_directory.hpp"
#include "viewer/interview_file.hpp"
#include "viewer/player.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace ancrage;
using namespace ancrage::viewer;
using planning::PlanObjective;

namespace {

territory::Territory thin_territory() {
  return test::drawn_territory({"AABBCCDD", "AABBCCDD"}, {{'A', 3000, 1.0, 0.0, territory::ZoneStatus::zip},
                                                          {'B', 2500, 1.0, 1.0},
                                                          {'C', 1900, 0.0, 0.0},
                                                          {'D', 2700, 1.0, 0.0}});
}

struct Played {
  territory::Territory territory = thin_territory();
  Language language{"en"};
  Model model{territory, language};
  test::TemporaryDirectory folder;
  Offscreen offscreen{model, 1280, 2400, {1.0, {}, folder.path("out")}};
  Player player{offscreen};

  Played() {
    player.settle();
    player.key("F5");
    player.settle();
  }
  const State& state() { return offscreen.screen().state(); }
  const PlanBoard& board() { return state().planner; }
  void press(const char* control) {
    player.press(control);
    player.settle();
  }
  void slide(const char* control, double share) {
    player.slide(control, share);
    player.settle();
  }
  planning::PractitionerPlan expected(const PlanInputs& inputs) const {
    return planning::plan_practitioners(
        territory, model.travel(), model.access(),
        {.count = inputs.doctors, .objective = inputs.objective, .most_per_site = inputs.most_per_place});
  }
};

void require_same_plan(const planning::PractitionerPlan& shown, const planning::PractitionerPlan& expected) {
  REQUIRE(shown.order == expected.order);
  REQUIRE(shown.frontier.size() == expected.frontier.size());
  for (std::size_t k = 0; k < shown.frontier.size(); ++k) {
    REQUIRE(shown.frontier[k].proven);
    REQUIRE(shown.frontier[k].figures.lifted == expected.frontier[k].figures.lifted);
    REQUIRE(shown.greedy[k].figures.lifted == expected.greedy[k].figures.lifted);
    REQUIRE(shown.filled[k].mean_minutes == expected.filled[k].mean_minutes);
  }
}

}  // namespace

TEST_CASE("the planner's choices are decisions, and Compute gives the engine's plan for them") {
  Played played;
  played.slide("plan doctors", 3.0 / 19);
  REQUIRE(played.state().interview.plan.doctors == 4);
  REQUIRE_FALSE(played.board().result);
  played.press("plan compute");
  REQUIRE(played.board().result);
  REQUIRE_FALSE(played.board().asked);
  require_same_plan(played.board().result->plan, played.expected({.doctors = 4}));
  REQUIRE(played.board().step == 4);

  // The effect that colours the map is that of the plan.
  const auto& shown = played.board().effect->change();
  const auto& plan = played.board().result->plan;
  for (std::size_t c = 0; c < played.territory.communes.size(); ++c) {
    REQUIRE(shown.communes[c].after.value() == Approx(plan.change.communes[c].after.value()).epsilon(1e-12));
  }

  played.press("plan most less");
  REQUIRE(played.state().interview.plan.most_per_place == 5);
  for (int i = 0; i < 4; ++i) played.press("plan most less");
  REQUIRE(played.state().interview.plan.most_per_place == 1);
  played.press("plan minutes");
  REQUIRE(played.state().interview.plan.objective == PlanObjective::mean_time);
  played.press("plan priority");
  played.press("plan compute");
  require_same_plan(played.board().result->plan,
                    played.expected({.doctors = 4, .objective = PlanObjective::priority, .most_per_place = 1}));
  const auto& order = played.board().result->plan.order;
  REQUIRE(std::set<std::uint32_t>(order.begin(), order.end()).size() == 4);

  // One drag of the slider is one step back.
  for (int i = 0; i < 7; ++i) played.player.key("Ctrl+Z");
  REQUIRE(played.state().interview.plan == PlanInputs{.doctors = 4});
  played.player.key("Ctrl+Z");
  REQUIRE(played.state().interview.plan == PlanInputs{});
}

TEST_CASE("the step slider and the rows show the first places of the plan, with their own effect") {
  Played played;
  played.slide("plan doctors", 4.0 / 19);
  played.press("plan compute");
  const auto& plan = played.board().result->plan;
  const auto lifted = [&] { return played.board().effect->change().crossing(access::PeopleGroup::all, 0).lifted; };
  REQUIRE(lifted() == Approx(plan.filled[4].lifted));
  played.slide("plan step", 0.0);
  REQUIRE(played.board().step == 1);
  REQUIRE(lifted() == Approx(plan.filled[0].lifted));
  REQUIRE(played.board().effect->changes() == plan_changes(played.territory, plan, 1));
  // The place is marked on the map where it is.
  const Rectangle& map = played.offscreen.screen().layout().map;
  const Pixel p = played.state().camera.to_pixel(played.territory.sites.position[plan.order[0]]);
  const Color mark = played.offscreen.picture().at(static_cast<int>(map.x + p.x - 9), static_cast<int>(map.y + p.y));
  REQUIRE(mark == hex(0x1D4F91));
  played.press("plan row 3");
  REQUIRE(played.board().step == 3);
  REQUIRE(lifted() == Approx(plan.filled[2].lifted));
  REQUIRE(played.model.site_of(played.state().selected) == plan.order[2]);

  // As a full run of the scenario would have it.
  access::Scenario scenario;
  scenario.changes = plan_changes(played.territory, plan, 3);
  const auto full = access::scenario_effect(played.territory, played.model.travel(), scenario);
  for (std::size_t c = 0; c < played.territory.communes.size(); ++c) {
    REQUIRE(played.board().effect->change().communes[c].after == full.change.communes[c].after);
  }
  const PlanCommunes communes = plan_communes(played.territory, full.change);
  for (const std::size_t c : communes.behind) REQUIRE(full.change.communes[c].after.value() < 2.5);
  for (const std::size_t c : communes.lifted) REQUIRE(full.change.communes[c].before.value() < 2.5);
}

TEST_CASE("one press makes the shown step of the plan a scenario, another takes it back") {
  Played played;
  played.slide("plan doctors", 4.0 / 19);
  played.press("plan compute");
  played.press("plan row 2");
  const auto expected = plan_changes(played.territory, played.board().result->plan, 2);
  played.press("plan to scenario");
  REQUIRE(played.state().view == View::what_if);
  REQUIRE(played.state().interview.changes == expected);
  REQUIRE(played.state().what_if.change().crossing(access::PeopleGroup::all, 0).lifted ==
          Approx(played.board().result->plan.filled[1].lifted));
  played.player.key("Ctrl+Z");
  REQUIRE(played.state().interview.changes.empty());
}

TEST_CASE("a plan is cancelled, and what comes of it later is not taken") {
  Played played;
  played.player.press("plan compute");
  REQUIRE(played.board().asked);
  const std::uint64_t number = played.board().asked->number;
  played.offscreen.screen().perform(PlanAdvanced{number, 0.4, message("{0} practitioners of {1}", 4, 10)},
                                    played.offscreen.now());
  REQUIRE(played.board().share == 0.4);
  played.offscreen.screen().perform(PlanAdvanced{number + 1, 0.9, {}}, played.offscreen.now());
  REQUIRE(played.board().share == 0.4);
  played.offscreen.screen().perform(CancelPlan{}, played.offscreen.now());
  played.player.settle();
  REQUIRE_FALSE(played.board().asked);
  REQUIRE_FALSE(played.board().result);
  REQUIRE(played.state().notices.empty());
}

TEST_CASE("the plan's choices are kept in the interview's file, its places and its words are taken away") {
  Played played;
  played.slide("plan doctors", 2.0 / 19);
  played.press("plan most less");
  played.press("plan priority");
  const std::string path = played.folder.path("a.toml");
  io::write_text(path, interview_text(played.state().interview, played.model, played.state().results.assessment()));
  const OpenedInterview opened = read_interview(path, played.model);
  REQUIRE(opened.interview == played.state().interview);
  REQUIRE(opened.interview.plan == PlanInputs{3, PlanObjective::priority, 5});

  played.press("plan compute");
  played.press("plan table");
  played.press("plan words");
  const auto written = [&](const char* name) {
    return io::read_text((std::filesystem::path(played.folder.path("out")) / name).string());
  };
  const report::PractitionerPlanReport plan{played.territory, played.model.access(), played.board().result->plan,
                                            played.territory.access.decay, played.model.travel().statement()};
  REQUIRE(written("entretien-plan.csv") == io::csv_text(report::practitioner_plan_features(plan)));
  REQUIRE(written("entretien-plan.txt") == report::practitioner_plan_text(plan, played.language));
}

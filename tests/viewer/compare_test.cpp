// SPDX-License-Identifier: Apache-2.0
#include "viewer/comparison.hpp"

#include "ancrage/assessment/decision_input.hpp"
#include "ancrage/decision/robustness.hpp"
#include "ancrage/decision/stability.hpp"
#include "support/drawn_territory.hpp"
#include "viewer/panels/panel.hpp"
#include "viewer/player.hpp"

#include <imgui.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace ancrage;
using namespace ancrage::viewer;
using assessment::Score;

namespace {

struct Played {
  territory::Territory territory = test::drawn_territory(
      {"AABBCC", "AABBCC"},
      {{'A', 3000, 1.0, 1.0, territory::ZoneStatus::zip}, {'B', 1500, 2.0, 0.0}, {'C', 300, 2.0, 1.0}});
  Language language{"en"};
  Model model{territory, language};
  Offscreen offscreen{model, 1280, 800, 1.0};
  Player player{offscreen};

  const State& state() { return offscreen.screen().state(); }
  PanelContext context() {
    static const Fonts no_fonts;
    static Controls controls;
    static std::vector<std::string> cut;
    return {model, state(), no_fonts, offscreen.screen().layout(), controls, cut, {}, 0.0, {}};
  }
  void compare_all() {
    player.run("compare A\ncompare B\ncompare C\nview compare", "script");
    player.settle();
  }
};

}  // namespace

TEST_CASE("sites are put side by side by keys, proposals and crosses") {
  Played played;
  played.player.run("select A\nkey c\nkey F3", "script");
  played.player.settle();
  REQUIRE(played.state().view == View::compare);
  REQUIRE(played.state().interview.compared == std::vector<std::size_t>{0});
  played.player.press("put 1");
  played.player.settle();
  REQUIRE(played.state().interview.compared == std::vector<std::size_t>{0, 1});
  played.player.press("leave out 0");
  REQUIRE(played.state().interview.compared == std::vector<std::size_t>{1});
}

TEST_CASE("the maps of the compared sites have one scale and move as one") {
  Played played;
  played.compare_all();
  const auto before = small_maps(played.context());
  REQUIRE(before.size() == 3);
  const Pixel on_second{before[1].where.x + 30, before[1].where.y + 40};
  played.player.move(on_second.x, on_second.y);
  played.player.wheel(2);
  played.player.drag(on_second.x, on_second.y, on_second.x + 24, on_second.y + 16);
  const auto after = small_maps(played.context());
  for (std::size_t i = 0; i < after.size(); ++i) {
    const geometry::Point site = played.territory.sites.position[after[i].site];
    REQUIRE(after[i].camera.metres_per_pixel < before[i].camera.metres_per_pixel);
    REQUIRE(after[i].camera.metres_per_pixel == after[0].camera.metres_per_pixel);
    REQUIRE(after[i].camera.center.x - site.x == Approx(-24 * after[i].camera.metres_per_pixel));
    REQUIRE(after[i].camera.center.y - site.y == Approx(16 * after[i].camera.metres_per_pixel));
  }
  // Each map shows its own place in the colour of its class.
  played.player.key("f");
  played.player.settle();
  const Classification& classes = played.state().results.classification(ColorKey::need);
  const auto picture = played.offscreen.picture();
  for (const SmallMap& map : small_maps(played.context())) {
    const std::size_t commune = *played.model.commune_of(played.model.feature_of_site(map.site));
    const geometry::Point site = played.territory.sites.position[map.site];
    const Pixel p = map.camera.to_pixel({site.x + 700, site.y + 300});
    REQUIRE(picture.at(static_cast<int>(map.where.x + p.x), static_cast<int>(map.where.y + p.y)) ==
            classes.classes[classes.class_of[commune]].color);
  }
}

TEST_CASE("the best of the compared sites is told, and nobody where all are alike") {
  Played played;
  played.compare_all();
  const auto& assessment = played.state().results.assessment();
  const auto& sites = played.state().interview.compared;
  const auto [first, last] = played.model.columns_of(Score::need);
  for (std::size_t k = first; k < last; ++k) {
    const auto best = best_of(assessment, sites, k);
    double most = 0.0;
    double least = 1.0;
    for (const std::size_t site : sites) {
      most = std::max(most, assessment.at(site, k).utility);
      least = std::min(least, assessment.at(site, k).utility);
    }
    for (std::size_t i = 0; i < sites.size(); ++i) {
      REQUIRE(best[i] == (most > least && assessment.at(sites[i], k).utility == most));
    }
  }
  const std::vector<std::size_t> same{sites[0], sites[0]};
  REQUIRE(best_of(assessment, same, first) == std::vector<bool>{false, false});
}

TEST_CASE("the weight that is named as turning two places round does turn them round") {
  Played played;
  played.compare_all();
  played.player.press("page reasons");
  played.player.settle();
  played.player.press("reasons territory");
  played.player.settle();
  REQUIRE(played.state().weighed == Score::need);
  const auto& results = played.state().results;
  const auto& said =
      played.state().comparison.separations(played.model, results, played.state().interview.compared, Score::need);
  REQUIRE(said.size() == 2);
  const auto& order = results.assessment().ranking(Score::need);
  const auto changes =
      decision::weight_changes(assessment::utility_table(played.territory, results.assessment(), Score::need),
                               assessment::score_weights(results.assessment(), Score::need), order[0], order[1]);
  if (changes.empty()) {
    REQUIRE(said[0].otherwise.find("No change of one weight") != std::string::npos);
    return;
  }
  // The sentence rounds; a point farther than it says is past the turn.
  const auto& change = changes.front();
  const int past = static_cast<int>(std::lround(100 * change.to)) + (change.to > change.from ? 1 : -1);
  played.offscreen.screen().perform(SetWeight{played.model.columns_of(Score::need).first + change.criterion, past},
                                    played.offscreen.now());
  const auto& after = results.assessment();
  REQUIRE(after.score(Score::need, order[1]).score.value() >= after.score(Score::need, order[0]).score.value() - 1.0);
  REQUIRE(said[0].otherwise.find("would pass if") != std::string::npos);
}

TEST_CASE("how sure the order is follows sites and weights from the background, with the engine's own numbers") {
  Played played;
  played.compare_all();
  REQUIRE_FALSE(played.state().sureness);  // only where it is shown
  played.player.press("page reasons");
  played.player.settle();
  const auto require_known = [&](Score score) {
    const State& state = played.state();
    REQUIRE(state.sureness);
    REQUIRE(state.sureness->key == SurenessKey{state.results.version(), score, state.interview.compared});
    const auto& assessment = state.results.assessment();
    const auto robustness = decision::robustness(
        decision::with_rows(assessment::utility_table(played.territory, assessment, score), state.interview.compared),
        assessment::score_weights(assessment, score));
    double all = 0.0;
    for (std::size_t i = 0; i < state.sureness->sites.size(); ++i) {
      REQUIRE(state.sureness->sites[i].first == robustness.among_first(i, 1));
      all += state.sureness->sites[i].first;
    }
    REQUIRE(all == Approx(1.0));
    const auto& words = state.sureness->sites[*robustness.first()].words;
    REQUIRE(words.find("of the weightings; stays first ") != std::string::npos);
  };
  REQUIRE_FALSE(played.state().sureness);  // without facilities no place has a score for the doctor
  played.player.press("reasons territory");
  played.player.settle();
  require_known(Score::need);
  const auto column = played.model.columns_of(Score::need).first;
  played.offscreen.screen().perform(SetWeight{column, 90}, played.offscreen.now());
  played.player.settle();
  require_known(Score::need);
  played.player.press("leave out 0");
  played.player.settle();
  require_known(Score::need);
}

TEST_CASE("on either page, in both languages and at two scales, side by side is drawn in full") {
  for (const char* tag : {"fr", "en"}) {
    const Language language(tag);
    const auto territory = test::drawn_territory({"ABCD"}, {{'A', 100}, {'B', 200}, {'C', 300}, {'D', 400}});
    const Model model(territory, language);
    for (const double scale : {1.0, 2.0}) {
      Offscreen offscreen(model, static_cast<int>(1280 * scale), static_cast<int>(800 * scale), scale);
      Player player(offscreen);
      player.run("compare A\ncompare B\ncompare C\ncompare D\nview compare", "script");
      player.settle();
      for (const char* page : {"page values", "page reasons"}) {
        player.press(page);
        player.settle();
        const Rectangle& main = offscreen.screen().layout().main;
        for (const char* control : {"page values", "page reasons", "leave out 0", "leave out 3"}) {
          const auto place = offscreen.screen().controls().place(control);
          REQUIRE(place);
          REQUIRE(place->x >= main.x);
          REQUIRE(place->x + place->width <= main.x + main.width);
        }
      }
    }
  }
}

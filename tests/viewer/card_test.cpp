// SPDX-License-Identifier: Apache-2.0
// The card, the isochrones of a couple and the legend, driven on the panels over the territory that ships.
#include "viewer/site_card.hpp"

#include "ancrage/report/site_aids.hpp"
#include "ancrage/report/site_description.hpp"
#include "ancrage/territory/package.hpp"
#include "ancrage/travel/isochrones_around.hpp"
#include "support/source_tree.hpp"
#include "viewer/player.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

struct Played {
  territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  Language language{"en"};
  Model model{territory, language};
  Offscreen offscreen{model, 1280, 2400, 1.0};
  Player player{offscreen};

  Played() { player.settle(); }
  const State& state() { return offscreen.screen().state(); }
  std::size_t select(const char* site) {
    player.run("select " + std::string(site), "script");
    player.settle();
    return assessment::find_site(territory, site);
  }
  // Of the map, where a ground point is drawn.
  Color color_at(geometry::Point ground) {
    const Rectangle& map = offscreen.screen().layout().map;
    const Pixel p = state().camera.to_pixel(ground);
    return offscreen.picture().at(static_cast<int>(map.x + p.x), static_cast<int>(map.y + p.y));
  }
};

}  // namespace

TEST_CASE("the card of a site has the facts, the aids of today and the sentences that the sheet has") {
  Played played;
  const std::size_t site = played.select("30132");
  REQUIRE(played.state().card);
  const SiteCard& card = *played.state().card;
  REQUIRE(card.site == site);
  const auto facts = report::site_facts(played.territory, std::vector{site}).front();
  for (std::size_t r = 0; r < facts.reach.size(); ++r) {
    REQUIRE(card.facts.reach[r].people == facts.reach[r].people);
    REQUIRE(card.facts.reach[r].by_age == facts.reach[r].by_age);
    REQUIRE(card.facts.reach[r].gps == facts.reach[r].gps);
    REQUIRE(card.facts.reach[r].gps_60_plus == facts.reach[r].gps_60_plus);
  }
  REQUIRE(card.facts.nearest.size() == facts.nearest.size());
  REQUIRE(card.facts.nearest.size() > 8);
  for (std::size_t i = 0; i < facts.nearest.size(); ++i) {
    REQUIRE(card.facts.nearest[i].name == facts.nearest[i].name);
    REQUIRE(card.facts.nearest[i].minutes == facts.nearest[i].minutes);
  }
  const auto aids = territory::read_aids(territory::aids_file(played.territory.path));
  const auto here = report::aids_by_status(played.territory, aids, site, today());
  REQUIRE(card.aids.size() == here.size());
  REQUIRE(!here.empty());
  for (std::size_t i = 0; i < here.size(); ++i) {
    const bool may_apply =
        here[i].status == territory::AidStatus::applies || here[i].status == territory::AidStatus::unknown;
    REQUIRE(card.aids[i].open == may_apply);
    REQUIRE(card.aids[i].title == territory::in_language(aids[here[i].aid].title, "en"));
  }
  const auto& words = played.state().score_words.of(played.model, played.state().results, site);
  REQUIRE(words == report::score_sentences(played.state().results.assessment(), site, played.language));

  // The sentences follow the weights, the facts the selection.
  const std::vector<std::string> before = words;
  played.offscreen.screen().perform(SetWeight{0, 90}, played.offscreen.now());
  played.player.settle();
  REQUIRE(played.state().score_words.of(played.model, played.state().results, site) != before);
  const std::size_t other = played.select("30268");
  REQUIRE(played.state().card->site == other);
}

TEST_CASE("two places are kept for a couple: both isochrones, and what lies within both") {
  Played played;
  const std::size_t first = played.select("30132");
  played.player.press("for two");
  REQUIRE(played.model.site_of(played.state().second) == first);
  REQUIRE(shown_shared_reach(played.state(), played.model) == nullptr);
  const std::size_t second = played.select("30268");
  const SharedReach* shared = shown_shared_reach(played.state(), played.model);
  REQUIRE(shared != nullptr);
  const auto& sites = played.territory.sites;
  const auto at = [&](std::size_t site) {
    return travel::isochrones_around(played.territory, sites.position[site], isochrone_minutes);
  };
  const geometry::PolygonSet of_first = at(first);
  const geometry::PolygonSet of_second = at(second);
  std::size_t in_both = 0;
  for (std::size_t bound = 0; bound < isochrone_minutes.size(); ++bound) {
    const auto& within = shared->within[bound].sites;
    for (std::size_t site = 0; site < sites.size(); ++site) {
      const bool both = geometry::contains(of_first, bound, sites.position[site]) &&
                        geometry::contains(of_second, bound, sites.position[site]);
      REQUIRE((std::find(within.begin(), within.end(), site) != within.end()) == both);
      if (both) ++in_both;
    }
    REQUIRE(shared->within[bound].triangles.size() % 3 == 0);
  }
  REQUIRE(in_both > 0);

  played.player.press("for two");
  REQUIRE_FALSE(played.state().second);
  REQUIRE(shown_shared_reach(played.state(), played.model) == nullptr);
  played.player.key("d");
  REQUIRE(played.model.site_of(played.state().second) == second);
}

TEST_CASE("a class of the legend makes its communes stand out, by mouse, press and key") {
  Played played;
  const auto& communes = played.territory.communes;
  const Classification& classes = played.state().results.classification(ColorKey::need);
  const std::size_t marked = 2;
  // Beside a commune's centre, away from its symbol and its name.
  const auto beside = [&](std::size_t c) {
    const geometry::Point centre = played.model.position_of({Feature::Kind::commune, c});
    return geometry::Point{centre.x, centre.y + 16 * played.state().camera.metres_per_pixel};
  };
  played.offscreen.screen().perform(ToggleLayer{MapLayer::names}, played.offscreen.now());
  played.offscreen.screen().perform(ToggleLayer{MapLayer::roads}, played.offscreen.now());
  played.offscreen.screen().perform(ToggleLayer{MapLayer::poles}, played.offscreen.now());
  played.offscreen.screen().perform(ToggleLayer{MapLayer::priority_sectors}, played.offscreen.now());
  std::size_t member = communes.size();
  std::size_t other = communes.size();
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (classes.class_of[c] == Classification::outside || !played.model.site_of({Feature::Kind::commune, c})) continue;
    played.player.settle();
    if (played.color_at(beside(c)) != classes.classes[classes.class_of[c]].color) continue;
    (classes.class_of[c] == marked ? member : other) = c;
    if (member < communes.size() && other < communes.size()) break;
  }
  REQUIRE(member < communes.size());
  REQUIRE(other < communes.size());
  const auto require_marked = [&](bool stands_out) {
    played.offscreen.step();
    REQUIRE(played.color_at(beside(member)) == classes.classes[marked].color);
    REQUIRE((played.color_at(beside(other)) != classes.classes[classes.class_of[other]].color) == stands_out);
  };
  const auto row = played.offscreen.screen().controls().place("class 2");
  REQUIRE(row);
  played.player.move(row->x + 20, row->y + 8);
  REQUIRE(played.state().legend.index() == marked);
  require_marked(true);
  played.player.move(5, 300);
  played.offscreen.step();
  REQUIRE_FALSE(played.state().legend.index());
  require_marked(false);
  played.player.press("class 2");
  played.player.move(5, 300);
  played.offscreen.step();
  REQUIRE(played.state().legend.kept == marked);
  require_marked(true);
  played.player.press("class 2");
  REQUIRE_FALSE(played.state().legend.kept);
  for (int i = 0; i < 3; ++i) played.player.key("l");
  REQUIRE(played.state().legend.kept == marked);
  // Another value on the map has classes of its own.
  played.player.key("3");
  REQUIRE_FALSE(played.state().legend.kept);
}

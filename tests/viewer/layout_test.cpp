// SPDX-License-Identifier: Apache-2.0
// Every control of every view stands in its panel, off the others, and can be reached by the keyboard: on the territory
// that ships, from the smallest window to 4K.
#include "viewer/layout.hpp"

#include "ancrage/territory/package.hpp"
#include "support/source_tree.hpp"
#include "viewer/player.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

struct Pane {
  const char* name;
  const char* script;  // what leads here from the one before
};
constexpr std::array panes{
    Pane{"map", "select 30132"},
    Pane{"display", "left display\nlayer gps\nfacilities pharmacy\nfacilities station"},
    Pane{"proposals", "left profile\ncompare 30132\ncompare 30010\nview compare"},
    Pane{"compare", "compare 30259\ncompare 30243"},
    Pane{"reasons", "press page reasons"},
    Pane{"what-if", "view what-if\npress tool add\npress tool here"},
    Pane{"plan", "view plan"},
    Pane{"data", "view data"},
    Pane{"menu", "view map\npress take away"},
};

Rectangle panel_of(const ShownControl& control, const Layout& layout) {
  switch (control.region) {
    case Region::left:
      return layout.left;
    case Region::main:
      return layout.main;
    case Region::card:
    case Region::ranking:
      return layout.right;
    case Region::views:
    case Region::search:
      return layout.bar;
    default:
      return {0, 0, layout.bar.width, layout.sources.y + layout.sources.height};
  }
}

// A pixel is lost to rounding.
bool stands_in(const Rectangle& inner, const Rectangle& outer) {
  return inner.x >= outer.x - 1 && inner.x + inner.width <= outer.x + outer.width + 1;
}

bool overlap(const Rectangle& a, const Rectangle& b) {
  return std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x) > 1 &&
         std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y) > 1;
}

void check_places(const Screen& screen) {
  const auto shown = screen.controls().shown();
  REQUIRE_FALSE(shown.empty());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    INFO(shown[i].name << ": x " << shown[i].where.x << ", width " << shown[i].where.width);
    CHECK(stands_in(shown[i].where, panel_of(shown[i], screen.layout())));
    for (std::size_t j = i + 1; j < shown.size(); ++j) {
      if (shown[i].region != shown[j].region) continue;
      INFO(shown[j].name);
      CHECK_FALSE(overlap(shown[i].where, shown[j].where));
    }
  }
}

bool seen(const test::Run& run) {
  return run.where.y < run.clip.y + run.clip.height && run.where.y + run.where.height > run.clip.y &&
         run.where.x < run.clip.x + run.clip.width && run.where.x + run.where.width > run.clip.x;
}

// No letter lies on those of another line, or beyond the edge of its window.
void check_writing(const Screen& screen) {
  std::vector<test::Run> runs = test::written(screen.fonts());
  std::erase_if(runs, [](const test::Run& run) { return !seen(run); });
  REQUIRE_FALSE(runs.empty());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const test::Run& run = runs[i];
    INFO("\"" << run.text << "\" at " << run.where.x << ", " << run.where.y);
    const bool cut = run.where.x < run.clip.x - 1 || run.where.x + run.where.width > run.clip.x + run.clip.width + 1;
    CHECK_FALSE(cut);
    for (std::size_t j = i + 1; j < runs.size(); ++j) {
      if (runs[j].list != run.list || !overlap(run.where, runs[j].where)) continue;
      INFO("under \"" << runs[j].text << "\" at " << runs[j].where.x << ", " << runs[j].where.y);
      CHECK_FALSE(overlap(run.where, runs[j].where));
    }
  }
  for (const std::string& text : screen.cut()) {
    INFO(text);
    CHECK(text.empty());
  }
}

// Goes to a region by Tab, and through its controls by the arrows.
std::set<std::uint32_t> reached(Offscreen& offscreen, Player& player, Region region) {
  const State& state = offscreen.screen().state();
  for (std::size_t tabs = 0; tabs < region_count && state.focus != region; ++tabs) player.key("Tab");
  if (state.focus != region) return {};
  player.settle();  // the search, passed on the way, lets the keyboard go
  const auto shown = offscreen.screen().controls().shown();
  const auto first = std::find_if(shown.begin(), shown.end(), [&](const auto& c) { return c.region == region; });
  std::set<std::uint32_t> found{first->id};
  player.key("Home");
  const auto& at = state.control[static_cast<std::size_t>(region)];
  for (std::uint32_t last = 0;;) {
    last = at;
    player.key("Down");
    if (at == last) break;
    found.insert(at);
  }
  return found;
}

struct Opened {
  territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  Language french{"fr"};
  Language english{"en"};
  Model in_french{territory, french};
  Model in_english{territory, english};
};

}  // namespace

TEST_CASE("controls stand in their panels and off each other, from 1024x700 to 4K, at every scale") {
  const Opened opened;
  struct Window {
    int width;
    int height;
    double scale;
  };
  for (const Window& window :
       {Window{1024, 700, 1.0}, {1280, 800, 1.0}, {1280, 800, 1.5}, {3840, 2160, 1.0}, {3840, 2160, 2.5}}) {
    // Windows of less than 1024x700 units may cut what is written, but no control.
    for (const Model* model : {&opened.in_french, &opened.in_english}) {
      Offscreen offscreen(*model, window.width, window.height, window.scale);
      offscreen.set_painting(false);
      Player player(offscreen);
      for (const Pane& pane : panes) {
        INFO(pane.name << " at " << window.width << "x" << window.height << ", scale " << window.scale << ", "
                       << model->language().tag());
        player.run(pane.script, pane.name);
        player.settle();
        check_places(offscreen.screen());
        if (window.width / window.scale >= 1024) check_writing(offscreen.screen());
      }
    }
  }
}

TEST_CASE("the keyboard reaches every control of every view") {
  const Opened opened;
  Offscreen offscreen(opened.in_french, 1280, 800, 1.0);
  offscreen.set_painting(false);
  Player player(offscreen);
  for (const Pane& pane : panes) {
    INFO(pane.name);
    player.run(pane.script, pane.name);
    player.settle();
    for (const Region region : {Region::views, Region::left, Region::main, Region::card, Region::menu}) {
      const auto shown = offscreen.screen().controls().shown();
      std::set<std::uint32_t> wanted;
      for (const ShownControl& control : shown) {
        if (control.region == region) wanted.insert(control.id);
      }
      // An open menu has the keyboard to itself.
      if (wanted.empty() || (offscreen.screen().state().menu.open && region != Region::menu)) continue;
      INFO("region " << static_cast<int>(region));
      CHECK(reached(offscreen, player, region) == wanted);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
#include "viewer/offscreen.hpp"

#include "support/drawn_territory.hpp"
#include "viewer/player.hpp"

#include <imgui.h>
#include <catch2/catch.hpp>

#include <cmath>

using namespace ancrage;
using namespace ancrage::viewer;
using territory::ZoneStatus;

namespace {

struct Drawn {
  territory::Territory territory =
      test::drawn_territory({"AABBRR", "AABBRR"}, {{'A', 1000, 0.0, 0.0, ZoneStatus::zip},
                                                   {'B', 300, 2.0, 1.0, ZoneStatus::zac},
                                                   {'R', 500, 0.0, 0.0, ZoneStatus::none, false}});
  Language language{"fr"};
  Model model{territory, language};

  std::size_t commune(std::string_view code) const { return *territory.commune_index(code); }
  Color class_color(ColorKey key, std::size_t commune) const {
    const Classification classes = report::classify(key, territory, model.assessment());
    return classes.classes[classes.class_of[commune]].color;
  }
};

// Pixel of the window where a ground point is drawn.
Color color_at(Offscreen& offscreen, geometry::Point ground) {
  const Rectangle& map = offscreen.screen().layout().map;
  const Pixel p = offscreen.screen().state().camera.to_pixel(ground);
  return offscreen.picture().at(static_cast<int>(map.x + p.x), static_cast<int>(map.y + p.y));
}

// Away from the centre's symbol and name, and from every border.
constexpr geometry::Point in_a{1600, 1700};
constexpr geometry::Point in_b{2900, 300};
constexpr geometry::Point in_ring{4050, 300};

}  // namespace

TEST_CASE("a commune is drawn in the colour of its class, whichever value colours the map") {
  const Drawn drawn;
  Offscreen offscreen(drawn.model, 1280, 800, 1.0);
  for (const ColorKey key : color_keys) {
    offscreen.screen().perform(ColorBy{key}, offscreen.now());
    offscreen.settle();
    INFO(color_key_name(key));
    REQUIRE(color_at(offscreen, in_ring) == hex(0xF1EFE9));
    // Without any facility there is no attractiveness: that class is hatched, so no one pixel tells it.
    const Classification& classes = offscreen.screen().state().results.classification(key);
    if (classes.classes[classes.class_of[drawn.commune("A")]].hatched) continue;
    REQUIRE(color_at(offscreen, in_a) == drawn.class_color(key, drawn.commune("A")));
    REQUIRE(color_at(offscreen, in_b) == drawn.class_color(key, drawn.commune("B")));
  }
}

TEST_CASE("after a resize the picture and the picking still agree") {
  const Drawn drawn;
  Offscreen offscreen(drawn.model, 1280, 800, 1.0);
  offscreen.settle();
  offscreen.resize(1024, 700);
  offscreen.settle();
  const Color expected = drawn.class_color(ColorKey::need, drawn.commune("B"));
  REQUIRE(color_at(offscreen, in_b) == expected);
  const Rectangle& map = offscreen.screen().layout().map;
  const Camera& camera = offscreen.screen().state().camera;
  REQUIRE(camera.width == map.width);
  REQUIRE(drawn.model.picker().at(camera, camera.to_pixel(in_b), 0.0) ==
          Feature{Feature::Kind::commune, drawn.commune("B")});
}

TEST_CASE("the mouse points at, opens and drags what is drawn under it") {
  const Drawn drawn;
  Offscreen offscreen(drawn.model, 1280, 800, 1.0);
  offscreen.settle();
  const Screen& screen = offscreen.screen();
  const Rectangle& map = screen.layout().map;
  const Pixel p = screen.state().camera.to_pixel(in_b);
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {static_cast<float>(map.x + p.x), static_cast<float>(map.y + p.y)};
  offscreen.settle();
  REQUIRE(screen.state().hovered == Feature{Feature::Kind::commune, drawn.commune("B")});
  REQUIRE(screen.state().hovered_on_map);
  io.MouseDown[0] = true;
  offscreen.step();
  io.MouseDown[0] = false;
  offscreen.settle();
  REQUIRE(screen.state().selected == Feature{Feature::Kind::commune, drawn.commune("B")});

  const Camera before = screen.state().camera;
  io.MouseDown[0] = true;
  offscreen.step();
  io.MousePos.x += 40;
  offscreen.step();
  io.MouseDown[0] = false;
  offscreen.settle();
  REQUIRE(screen.state().camera.center.x == Approx(before.center.x - 40 * before.metres_per_pixel));
  // A drag is no click.
  REQUIRE(screen.state().selected == Feature{Feature::Kind::commune, drawn.commune("B")});
}

TEST_CASE("the wheel zooms about the cursor") {
  const Drawn drawn;
  Offscreen offscreen(drawn.model, 1280, 800, 1.0);
  offscreen.settle();
  const Screen& screen = offscreen.screen();
  const Rectangle& map = screen.layout().map;
  const Pixel cursor{100, 500};
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {static_cast<float>(map.x + cursor.x), static_cast<float>(map.y + cursor.y)};
  offscreen.settle();
  const Camera before = screen.state().camera;
  io.MouseWheel = 2;
  offscreen.step();
  const Camera after = screen.state().camera;
  REQUIRE(after.metres_per_pixel < before.metres_per_pixel);
  REQUIRE(after.to_ground(cursor).x == Approx(before.to_ground(cursor).x));
  REQUIRE(after.to_ground(cursor).y == Approx(before.to_ground(cursor).y));
}

TEST_CASE("two pictures of the same state are the same, byte for byte") {
  const Drawn drawn;
  auto picture = [&](double scale) {
    Offscreen offscreen(drawn.model, 1280, 800, scale);
    offscreen.screen().perform(SelectFeature{{Feature::Kind::site, 0}}, offscreen.now());
    offscreen.settle();
    return offscreen.picture().pixels;
  };
  for (const double scale : {1.0, 2.0}) REQUIRE(picture(scale) == picture(scale));
}

TEST_CASE("the window can be any size and scale without leaving its panels out of place") {
  for (const double scale : {1.0, 1.5, 2.0, 2.5}) {
    for (const auto& [width, height] : {std::pair{1024, 700}, {1280, 800}, {3840, 2160}}) {
      for (const View view : all_views) {
        const Layout layout = arrange(width, height, scale, true, view);
        const Rectangle& middle = layout.map.empty() ? layout.main : layout.map;
        const Rectangle& beside = layout.map.empty() || layout.main.empty() ? layout.right : layout.main;
        REQUIRE(layout.left.width + middle.width + beside.width == Approx(width));
        REQUIRE(middle.width >= std::min(320 * scale - 1, static_cast<double>(width)));
        REQUIRE(layout.sources.y + layout.sources.height == Approx(height));
      }
    }
  }
}

TEST_CASE("no window is too small to be drawn, at any scale and in any view") {
  const Drawn drawn;
  Offscreen offscreen(drawn.model, 1280, 800, 1.0);
  offscreen.set_painting(false);
  Screen& screen = offscreen.screen();
  screen.perform(SelectFeature{{Feature::Kind::site, 0}}, offscreen.now());
  for (const std::size_t site : {std::size_t{0}, std::size_t{1}}) screen.perform(ToggleCompared{site}, offscreen.now());
  for (const double scale : {0.5, 1.0, 2.5, 4.0}) {
    screen.set_display_scale(scale);
    for (const View view : all_views) {
      screen.perform(ShowView{view}, offscreen.now());
      // Side by side, some width leaves the maps exactly nothing.
      const bool side_by_side = view == View::compare;
      for (int width = 64; width < 700; width += side_by_side ? 1 : 61) {
        for (int height = 64; height < 500; height += side_by_side ? 400 : 47) {
          offscreen.resize(width, height);
          offscreen.step();
          REQUIRE(screen.layout().bar.width == width);
        }
      }
    }
  }
}

TEST_CASE("letters typed one a frame all arrive, and after Enter the keyboard is the map's again") {
  const Drawn drawn;
  Offscreen offscreen(drawn.model, 1280, 800, 1.0);
  Player player(offscreen);
  player.settle();
  player.key("/");
  player.settle();
  // The list of results appears under the first letter.
  for (const char* letter : {"c", "o", "m"}) {
    ImGui::GetIO().AddInputCharactersUTF8(letter);
    offscreen.step();
  }
  offscreen.settle();
  REQUIRE(offscreen.screen().state().search == "com");
  player.key("Esc");
  player.key("/");
  player.settle();
  player.type("B");
  player.settle();
  player.key("Enter");
  player.settle();
  REQUIRE(offscreen.screen().state().selected);
  player.key("c");
  player.settle();
  REQUIRE(offscreen.screen().state().search.empty());
  REQUIRE(offscreen.screen().state().interview.compared.size() == 1);
}

TEST_CASE("what was typed into one note is not taken back in another") {
  const Drawn drawn;
  Offscreen offscreen(drawn.model, 1280, 1200, 1.0);
  Player player(offscreen);
  const auto& notes = offscreen.screen().state().interview.notes;
  player.run("select A\npress note\ntype one two three four\ntype five six\nkey Backspace\nwait 1", "script");
  REQUIRE(notes.at("A") == "one two three fourfive si");
  player.run("select B\npress note\ntype b", "script");
  for (int i = 0; i < 8; ++i) player.key("Ctrl+Z");
  REQUIRE(notes.count("B") == 0);
  player.run("select A\npress note\nkey Ctrl+Z\nkey Ctrl+Z", "script");
  REQUIRE(notes.at("A") == "one two three fourfive si");
}

// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/map_image.hpp"

#include "ancrage/territory/package.hpp"
#include "viewer/offscreen.hpp"

#include "support/source_tree.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

// Of the channels of two pictures of one size, how many differ, and by how much at most.
struct Difference {
  std::size_t channels = 0;
  int most = 0;

  // But for the rounding of single precision at the smooth edge of a line.
  bool none() const { return most <= 8 && channels < 2000; }
};

Difference difference(const Picture& a, const Picture& b) {
  REQUIRE(a.pixels.size() == b.pixels.size());
  Difference result;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    const int by = std::abs(a.pixels[i] - b.pixels[i]);
    result.channels += by > 0 ? 1 : 0;
    result.most = std::max(result.most, by);
  }
  return result;
}

// The same view drawn afresh: colours that have just been set are never in an image.
Picture drawn_afresh(Offscreen& offscreen) {
  const ColorKey color = offscreen.screen().state().color;
  for (const ColorKey key : {ColorKey::population, color}) {
    offscreen.screen().perform(ColorBy{key}, offscreen.now());
    offscreen.step();
  }
  return offscreen.picture();
}

}  // namespace

TEST_CASE("a view that was moved by whole pixels is copied to the same pixels as if it were drawn") {
  const Language language("fr");
  const territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  const Model model(territory, language);
  for (const double scale : {1.0, 1.5}) {
    Offscreen offscreen(model, 1100, 760, scale);
    offscreen.settle();
    // The last is beyond the margin of the image.
    for (const auto& [dx, dy] : {std::pair{31.0, -17.0}, {0.0, 0.0}, {-60.0, 5.0}, {0.37, 0.0}, {140.0, 150.0}}) {
      Screen& screen = offscreen.screen();
      screen.perform(MoveCamera{panned(screen.state().camera, dx, dy), false}, offscreen.now());
      offscreen.step();
      const Picture moved = offscreen.picture();
      INFO("moved by " << dx << ", " << dy << " at scale " << scale);
      const Difference found = difference(moved, drawn_afresh(offscreen));
      INFO(found.channels << " channels differ by at most " << found.most);
      REQUIRE(found.none());
      offscreen.step();  // an image for the next
    }
  }
}

TEST_CASE("a copied map follows what changes its look") {
  const Language language("fr");
  const territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  const Model model(territory, language);
  Offscreen offscreen(model, 1280, 800, 1.0);
  offscreen.settle();
  const Picture before = offscreen.picture();
  for (const MapLayer layer : {MapLayer::roads, MapLayer::zones, MapLayer::priority_sectors}) {
    offscreen.screen().perform(ToggleLayer{layer}, offscreen.now());
    offscreen.settle();
    const Picture without = offscreen.picture();
    REQUIRE_FALSE(difference(without, before).none());
    REQUIRE(difference(without, drawn_afresh(offscreen)).none());
    offscreen.screen().perform(ToggleLayer{layer}, offscreen.now());
    offscreen.settle();
    REQUIRE(difference(offscreen.picture(), before).none());
  }
}

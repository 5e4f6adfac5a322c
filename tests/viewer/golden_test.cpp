// SPDX-License-Identifier: Apache-2.0
// Every panel beside a picture of it that was looked at and kept in golden/, 320 blocks wide, 160 those at 200 %.
// `scripts/tour --renew` draws them anew; what differs is written beside the build as expected, actual and difference.
#include "ancrage/io/writer.hpp"
#include "ancrage/territory/package.hpp"
#include "support/picture_comparison.hpp"
#include "support/program.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"
#include "viewer/player.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

struct Shown {
  const char* name;
  const char* script;  // what leads here from the one before
};
constexpr std::array panels{
    Shown{"start", ""},
    Shown{"profile", "press profile Famille\npress for the doctor\nslide 0.3 wish within\nselect 30132"},
    Shown{"need", "press for the territory\nselect 30010"},
    Shown{"display", "left display\ncolor accessibility\nselect 30259"},
    Shown{"places",
          "layer gps\npress facility pharmacy\npress facility primary_school\npress facility station\nselect Alès\n"
          "move 900 700\nwheel 6"},
    Shown{"compare", "key f\nlayer gps\nleft profile\ncompare 30132\ncompare 30010\ncompare 30259\nview compare"},
    Shown{"reasons", "press page reasons"},
    Shown{"what-if", "view what-if\nselect Génolhac\npress tool add\npress tool here\nslide 0.5 year\npress tool add"},
    Shown{"difference", "press map difference"},
    Shown{"plan", "view plan"},
    Shown{"data", "view data"},
    Shown{"menu", "view map\npress take away"},
    Shown{"help", "key Esc\nkey F1"},
};

test::Picture shown(const Offscreen& offscreen) {
  const viewer::Picture drawn = offscreen.picture();
  test::Picture picture{static_cast<std::size_t>(drawn.width), static_cast<std::size_t>(drawn.height), {}};
  for (int y = 0; y < drawn.height; ++y) {
    for (int x = 0; x < drawn.width; ++x) picture.pixels.push_back(drawn.at(x, y));
  }
  return picture;
}

// Compares with the kept picture, or keeps this one.
void compare(const std::string& name, const Offscreen& offscreen, std::size_t side) {
  const std::string kept = test::in_source_tree("tests/viewer/golden/" + name + ".png");
  const test::Picture actual = test::reduced(shown(offscreen), side);
  if (std::getenv("ANCRAGE_RENEW_GOLDEN") != nullptr) {
    if (std::filesystem::exists(kept) && test::difference(test::read_png(test::read_file(kept)), actual).alike) return;
    io::write_text(kept, test::lossless_png(actual));
    return;
  }
  REQUIRE(std::filesystem::exists(kept));
  const test::Picture expected = test::read_png(test::read_file(kept));
  const auto found = test::difference(expected, actual);
  if (found.alike) return;
  const std::string faults = std::filesystem::absolute("golden-faults").string();
  std::filesystem::create_directories(faults);
  const std::string base = faults + "/" + name;
  io::write_text(base + "-expected.png", test::lossless_png(expected));
  io::write_text(base + "-actual.png", test::small_png(shown(offscreen)));
  if (!found.marked.pixels.empty()) io::write_text(base + "-difference.png", test::small_png(found.marked));
  FAIL_CHECK(name << ": " << 100 * found.share << " % of the blocks differ; see " << base
                  << "-expected, -actual, -difference.png; scripts/tour --renew keeps the new ones");
}

}  // namespace

TEST_CASE("every panel looks as it did, in both languages and at two scales", "[golden]") {
  const territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  for (const char* tag : {"fr", "en"}) {
    const Language language(tag);
    const Model model(territory, language);
    for (const int scale : {1, 2}) {
      Offscreen offscreen(model, 1280 * scale, 800 * scale, {static_cast<double>(scale), {}, "Ancrage"});
      Player player(offscreen);
      for (const Shown& panel : panels) {
        INFO(tag << " at " << 100 * scale << " %: " << panel.name);
        offscreen.set_painting(false);
        player.run(panel.script, panel.name);
        player.move(2, 2);  // points at nothing
        offscreen.set_painting(true);
        player.settle();
        compare(std::string(tag) + "-" + std::to_string(100 * scale) + "-" + panel.name, offscreen,
                test::kept_side / static_cast<std::size_t>(scale));
      }
    }
  }
}

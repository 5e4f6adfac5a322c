// SPDX-License-Identifier: Apache-2.0
// Presets, hard limits and paper, driven on the panels over the territory that ships.
#include "ancrage/assessment/apply_profile.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/limits.hpp"
#include "ancrage/territory/package.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"
#include "viewer/interview_file.hpp"
#include "viewer/player.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace ancrage;
using namespace ancrage::viewer;
using assessment::LimitKind;
using assessment::Score;

namespace {

struct Played {
  territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  Language language{"en"};
  Model model{territory, language};
  test::TemporaryDirectory folder;
  Offscreen offscreen{model, 1280, 1400, {1.0, {}, folder.path("out")}};
  Player player{offscreen};

  Played() { player.settle(); }
  const State& state() { return offscreen.screen().state(); }
  const assessment::Assessment& assessment() { return state().results.assessment(); }
  std::size_t sites() const { return territory.sites.size(); }
  std::string written(const std::string& name) const {
    return (std::filesystem::path(folder.path("out")) / name).string();
  }
  void take(const char* what) {
    player.press("take away");
    player.settle();
    player.press(what);
    player.settle();
  }
};

}  // namespace

TEST_CASE("a preset and a limit on the panels put sites out, as the engine does with the same profile") {
  Played played;
  const std::uint64_t before = played.state().results.version();
  played.player.press("profile Famille");
  played.player.settle();
  REQUIRE(played.state().interview.profile == "Famille");
  assessment::Assessment expected = played.model.assessment();
  assessment::SiteMeasures measures(played.territory, played.model.travel(), played.model.access());
  assessment::apply(expected, played.territory,
                    assessment::read_profile(test::in_source_tree("geodata/profiles/famille.toml")), measures);
  REQUIRE(played.assessment().ranking(Score::attractiveness) == expected.ranking(Score::attractiveness));
  REQUIRE(played.assessment().sites_in() == expected.sites_in());
  REQUIRE(expected.sites_in() < played.sites());
  REQUIRE(played.state().results.version() > before);

  // To 15 of the 95 minutes that the slider is long.
  played.player.slide("wish within", 15.0 / 95);
  played.player.settle();
  const auto& wish = played.state().interview.wishes.back();
  REQUIRE(wish.kind == LimitKind::within);
  REQUIRE(wish.place == "Alès");
  REQUIRE(wish.minutes == 15.0);
  REQUIRE(played.assessment().sites_in() < expected.sites_in());
  const std::size_t genolhac = assessment::find_site(played.territory, "Génolhac");
  REQUIRE_FALSE(played.assessment().is_in(genolhac));
  REQUIRE(report::exclusion_text(played.assessment(), genolhac, played.language).find("from Alès, limit 15") !=
          std::string::npos);

  const std::string path = played.folder.path("a.toml");
  io::write_text(path, interview_text(played.state().interview, played.model, played.assessment()));
  REQUIRE(read_interview(path, played.model).interview == played.state().interview);

  // The slider is one step to take back, the preset another.
  played.player.key("Ctrl+Z");
  REQUIRE(played.assessment().sites_in() == expected.sites_in());
  played.player.key("Ctrl+Z");
  REQUIRE(played.assessment().sites_in() == played.sites());
  REQUIRE(played.state().interview.profile.empty());
}

TEST_CASE("where the drive goes is typed: before the limit, and after, where the limit follows once it is a place") {
  Played played;
  played.player.press("drive place");
  played.player.type("Anduze");
  played.player.settle();
  REQUIRE(played.state().interview.wishes.empty());
  played.player.slide("wish within", 15.0 / 95);
  played.player.settle();
  REQUIRE(played.state().interview.wishes.size() == 1);
  REQUIRE(played.state().interview.wishes[0].limit().place == "Anduze");
  const std::size_t of_anduze = played.assessment().sites_in();
  REQUIRE(of_anduze < played.sites());
  REQUIRE(played.assessment().is_in(assessment::find_site(played.territory, "Anduze")));

  played.player.press("drive place");
  played.player.key("End");
  for (int letter = 0; letter < 6; ++letter) played.player.key("Backspace");
  played.player.type("Génolhac");
  played.player.settle();
  REQUIRE(played.state().interview.wishes.size() == 1);
  REQUIRE(played.state().interview.wishes[0].limit().place == "Génolhac");
  REQUIRE(played.state().interview.wishes[0].minutes == 15.0);
  REQUIRE_FALSE(played.assessment().is_in(assessment::find_site(played.territory, "Anduze")));
  played.player.type("xyz");
  played.player.settle();
  REQUIRE(played.state().drive_place == "Génolhacxyz");
  REQUIRE(played.state().interview.wishes[0].limit().place == "Génolhac");
  REQUIRE(played.state().notices.empty());
}

TEST_CASE("the town of the partner is typed, limited and let go, a town that there is not is told") {
  Played played;
  played.player.press("partner place");
  played.player.type("Nîmes");
  played.player.settle();
  REQUIRE(played.state().partner_place == "Nîmes");
  played.player.slide("wish partner", 30.0 / 95);
  played.player.settle();
  REQUIRE(played.state().interview.wishes.size() == 1);
  REQUIRE(played.state().interview.wishes[0].limit().place == "Nîmes");
  REQUIRE(played.assessment().sites_in() < played.sites());
  played.player.slide("wish partner", 1.0);
  played.player.settle();
  REQUIRE(played.state().interview.wishes.empty());
  REQUIRE(played.assessment().sites_in() == played.sites());
  REQUIRE(played.state().partner_place == "Nîmes");

  const Interview interview = played.state().interview;
  played.offscreen.screen().perform(SetWish{{.kind = LimitKind::partner, .place = "Nulle-Part", .minutes = 30}},
                                    played.offscreen.now());
  REQUIRE(played.state().notices.back().fault);
  REQUIRE(played.state().interview == interview);
  REQUIRE(played.assessment().sites_in() == played.sites());
}

TEST_CASE("the sheet and the map are written from the menu") {
  Played played;
  played.player.run("select 30132", "script");
  played.player.press("all limits");
  played.player.settle();
  played.player.slide("wish college", 20.0 / 95);
  played.take("take sheet");
  REQUIRE(io::read_text(played.written("entretien-1.pdf")).starts_with("%PDF"));
  played.take("take map pdf");
  REQUIRE(io::read_text(played.written("entretien-1-carte.pdf")).starts_with("%PDF"));
  played.take("take map svg");
  REQUIRE(io::read_text(played.written("entretien-1-carte.svg")).find("<svg") != std::string::npos);
  played.take("take map png");
  REQUIRE(io::read_text(played.written("entretien-1-carte.png")).substr(1, 3) == "PNG");
}

// SPDX-License-Identifier: Apache-2.0
#include "viewer/interview_file.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/writer.hpp"
#include "support/drawn_territory.hpp"
#include "support/temporary_directory.hpp"
#include "viewer/jobs/autosave_job.hpp"
#include "viewer/player.hpp"

#include <imgui.h>
#include <catch2/catch.hpp>

#include <filesystem>

using namespace ancrage;
using namespace ancrage::viewer;
using assessment::Score;

namespace {

territory::Territory some_territory() {
  auto territory =
      test::drawn_territory({"AABBC", "AABBC"}, {{'A', 1000, 2.0, 1.0}, {'B', 300, 2.0, 1.0}, {'C', 100, 1.0}});
  territory.access.practitioners_year = 2019;
  auto& facilities = territory.health.emplace_back();
  facilities.layer = "facilities";
  facilities.source = "facilities.csv";
  facilities.features = 12;
  return territory;
}

struct Read {
  territory::Territory territory = some_territory();
  Language language{"en"};
  Model model{territory, language};

  Interview full() const {
    Interview interview = first_interview(model);
    interview.weights[0] = 70;
    interview.weights[1] = 12.5;
    interview.compared = {2, 0};
    interview.notes["A"] = "Says “no” to\na \"station\"; back\\slash\ttab";
    interview.changes = {{.kind = access::ChangeKind::retire, .age = 65.0, .year = 2030},
                         {.kind = access::ChangeKind::add, .place = "A", .gps = 2.0}};
    interview.scenario_counts = true;
    return interview;
  }
};

}  // namespace

TEST_CASE("an interview that is written and read is the same, byte for byte when written again") {
  const Read read;
  const test::TemporaryDirectory folder;
  const std::string path = folder.path("a.toml");
  const Interview interview = read.full();
  const std::string text = interview_text(interview, read.model, read.model.assessment());
  io::write_text(path, text);
  const OpenedInterview opened = read_interview(path, read.model);
  REQUIRE(opened.interview == interview);
  REQUIRE(opened.changed.empty());
  REQUIRE(changed_ranks(opened, read.model, read.model.assessment()).empty());
  REQUIRE(interview_text(opened.interview, read.model, read.model.assessment()) == text);
}

TEST_CASE("what has changed in the data since is told, and nothing else is lost") {
  const Read read;
  const test::TemporaryDirectory folder;
  const std::string path = folder.path("a.toml");
  io::write_text(path, interview_text(read.full(), read.model, read.model.assessment()));
  Read later;
  later.territory.health[0].features = 15;
  later.territory.health[0].source = "facilities-2027.csv";
  later.territory.sites.id[2] = "C2";
  const Model model(later.territory, later.language);
  const OpenedInterview opened = read_interview(path, model);
  std::vector<std::string> told;
  for (const Message& what : opened.changed) told.push_back(later.language.text(what));
  REQUIRE(told == std::vector<std::string>{"the place C is no longer there", "facilities: 15 features, 12 before",
                                           "facilities: now from facilities-2027.csv"});
  REQUIRE(opened.interview.compared == std::vector<std::size_t>{0});
  REQUIRE(opened.interview.weights == read.full().weights);
  REQUIRE(opened.interview.notes == read.full().notes);
}

TEST_CASE("an interview with a typo or of another territory is refused with its line") {
  const Read read;
  const test::TemporaryDirectory folder;
  const std::string path = folder.path("a.toml");
  const auto fault_of = [&](const std::string& text) {
    io::write_text(path, text);
    try {
      (void)read_interview(path, read.model);
    } catch (const Error& error) {
      return read.language.text(error);
    }
    return std::string();
  };
  REQUIRE(fault_of("territory = \"000000000\"\nwieghts = 3\n").find("a.toml:2") != std::string::npos);
  REQUIRE(fault_of("territory = \"1\"\n").find("another territory") != std::string::npos);
  REQUIRE(fault_of("territory = \"000000000\"\n[weights]\n\"need.gp_density\" = -1\n").find(":3") != std::string::npos);
  REQUIRE(fault_of("territory = \"000000000\n").find("Syntax error") != std::string::npos);
}

TEST_CASE("what was decided is there again in the next run, notes and settings too") {
  const Read read;
  const test::TemporaryDirectory folder;
  const ScreenOptions options{1.0, folder.path("kept"), folder.path("out")};
  Interview decided;
  {
    Offscreen offscreen(read.model, 1280, 800, options);
    Player player(offscreen);
    player.run("compare A\nselect A\npress note\ntype Near a school\nkey Esc\npress weight " +
                   read.model.assessment().criteria[read.model.columns_of(Score::attractiveness).first].id,
               "script");
    player.run("left display\npress high contrast\npress ui scale more", "script");
    player.settle();
    decided = offscreen.screen().state().interview;
    REQUIRE(decided.notes.at("A") == "Near a school");
    REQUIRE(offscreen.screen().state().scale == 1.25);
    // Written already: a kill would lose nothing.
    REQUIRE(read_interview(autosave_path(options.state_directory, read.model), read.model).interview == decided);
  }
  Offscreen again(read.model, 1280, 800, options);
  again.settle();
  REQUIRE(again.screen().state().interview == decided);
  REQUIRE(again.screen().state().settings.high_contrast);
  REQUIRE(again.screen().state().scale == 1.25);
  REQUIRE(again.screen().state().results.assessment().criteria[0].weight == decided.weights[0]);
}

TEST_CASE("a damaged file of the last run is put aside, and the viewer starts") {
  const Read read;
  const test::TemporaryDirectory folder;
  const ScreenOptions options{1.0, folder.path("kept"), "."};
  const std::string path = autosave_path(options.state_directory, read.model);
  std::filesystem::create_directories(options.state_directory);
  io::write_text(path, "compared = [");
  Offscreen offscreen(read.model, 1280, 800, options);
  offscreen.settle();
  REQUIRE(offscreen.screen().state().notices.size() == 1);
  REQUIRE(offscreen.screen().state().notices[0].fault);
  REQUIRE(io::read_text(path + ".unreadable") == "compared = [");
}

TEST_CASE("an interview is saved under a name, begun anew and opened again from the menu") {
  const Read read;
  const test::TemporaryDirectory folder;
  Offscreen offscreen(read.model, 1280, 800, {1.0, {}, folder.path("out")});
  Player player(offscreen);
  const State& state = offscreen.screen().state();
  player.run("compare A\ncompare B\npress take away", "script");
  player.settle();
  REQUIRE(state.menu.open);
  player.press("save interview");
  player.settle();
  REQUIRE_FALSE(state.menu.open);
  const std::string path = (std::filesystem::path(folder.path("out")) / "entretien-1.entretien.toml").string();
  REQUIRE(read_interview(path, read.model).interview == state.interview);

  player.press("take away");
  player.settle();
  player.press("new interview");
  player.settle();
  REQUIRE(state.interview == first_interview(read.model));
  player.press("take away");
  player.settle();
  player.press("open entretien-1");
  player.settle();
  REQUIRE(state.interview.compared == std::vector<std::size_t>{0, 1});
  player.key("Ctrl+Z");
  REQUIRE(state.interview.compared.empty());

  player.press("take away");
  player.settle();
  player.press("take table");
  player.settle();
  REQUIRE(io::read_text((std::filesystem::path(folder.path("out")) / "drawn.csv").string()).find("A,") !=
          std::string::npos);
}

TEST_CASE("another size of the interface draws what a display of that scale would") {
  const Read read;
  const auto picture = [&](double display, double settings) {
    Offscreen offscreen(read.model, 1280, 800, display);
    offscreen.settle();
    offscreen.screen().perform(ChangeSettings{{.scale = settings}}, offscreen.now());
    offscreen.settle();
    return offscreen.picture().pixels;
  };
  REQUIRE(picture(1.0, 1.5) == picture(1.5, 1.0));
}

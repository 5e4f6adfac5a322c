// SPDX-License-Identifier: Apache-2.0
// The programs as an advisor has them, from launch to what is taken away, and what a crash leaves.
#include "ancrage/territory/package.hpp"
#include "support/picture.hpp"
#include "support/program.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"
#include "viewer/interview_file.hpp"
#include "viewer/jobs/autosave_job.hpp"
#include "viewer/model.hpp"
#include "viewer/programs.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <filesystem>

using namespace ancrage;
using namespace ancrage::viewer;
using assessment::LimitKind;

namespace {

const std::string ales = test::in_source_tree("geodata/ales");

struct Desk {
  territory::Territory territory = territory::load_territory(ales);
  Language language{"fr"};
  Model model{territory, language};
  test::TemporaryDirectory folder;

  // The viewer with a script, in a process of its own; what is kept and taken away stays in the folder.
  test::ProgramResult play(const std::string& script) const {
    return test::run_program({test::viewer_program(), ales, "--lang", "fr", "--keep", folder.path("kept"), "--folder",
                              folder.path("out"), "--play", folder.write("script.txt", script)},
                             {.directory = folder.path()});
  }
  std::string taken(const std::string& name) const { return folder.path("out/" + name); }
  Interview kept() const { return read_interview(autosave_path(folder.path("kept"), model), model).interview; }
  std::size_t site(const char* name) const { return assessment::find_site(territory, name); }
};

std::string text_of(const std::string& pdf, const char* order) {
  const auto read = test::run_program({"pdftotext", order, pdf, "-"});
  REQUIRE(read.exit_code == 0);
  return read.output;
}

// The command on the sheet that makes its ranking again, without "ancrage rank TERRITOIRE", as a shell would part it.
std::vector<std::string> code_on(const std::string& pdf) {
  const std::string text = text_of(pdf, "-layout");
  const std::size_t start = text.find("--weights");
  REQUIRE(start != std::string::npos);
  // Lines to the page's foot; a list goes on in the next line where it ends by a comma.
  const std::size_t end_of_code = std::min(text.find("\n\n", start), text.find("\nTemps voiture", start));
  std::string line = text.substr(start, end_of_code - start);
  for (std::size_t end = line.find('\n'); end != std::string::npos; end = line.find('\n')) {
    line.replace(end, line.find_first_not_of(" \n", end) - end, line[end - 1] == ',' ? "" : " ");
  }
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

}  // namespace

TEST_CASE("an interview that ends by kill -9 is open again at the next start", "[process]") {
  const Desk desk;
  const auto killed = desk.play(
      "press profile Famille\n"
      "slide 0.2 wish within\n"
      "slide 0.6 weight lycee_minutes\n"
      "compare Anduze\n"
      "compare Génolhac\n"
      "view what-if\n"
      "select Génolhac\n"
      "press tool add\n"
      "press tool here\n"
      "kill\n");
  REQUIRE(killed.exit_code == 128 + SIGKILL);
  const Interview left = desk.kept();
  REQUIRE(left.profile == "Famille");
  REQUIRE(left.wishes.size() == 4);
  REQUIRE(left.compared == std::vector{desk.site("Anduze"), desk.site("Génolhac")});
  REQUIRE(left.changes.size() == 1);

  // Started again it goes on from there: one more decision, and all the others still stand.
  const auto again = desk.play("compare 30132\nkill\n");
  REQUIRE(again.exit_code == 128 + SIGKILL);
  Interview expected = left;
  expected.compared.push_back(desk.site("30132"));
  REQUIRE(desk.kept() == expected);

  // What is half written by a crash of the machine is told and put aside, never a reason not to start.
  const std::string path = autosave_path(desk.folder.path("kept"), desk.model);
  std::filesystem::resize_file(path, 40);
  REQUIRE(desk.play("compare Anduze\n").exit_code == 0);
  REQUIRE(std::filesystem::file_size(path + ".unreadable") == 40);
  REQUIRE(desk.kept().compared == std::vector{desk.site("Anduze")});
}

TEST_CASE("the whole interview: from launch over profile, map, card, comparison and what-if to paper", "[process]") {
  const Desk desk;
  const auto played = desk.play(R"(# Profil
press profile Famille
press for the doctor
slide 0.4 weight lycee_minutes
slide 0.32 wish within
# Carte
press tab On the map
press color accessibility
press layer 5
press layer 5
press tab Profile
# Fiche
key /
type st chris
key Enter
key c
# Comparer
select Anduze
key c
select 30259
key c
key F3
press page reasons
press page values
# Emporter, before the scenario: the code on the sheet then needs no file beside it
press take away
press take sheet
shot ready.png
press take away
press take map pdf
press take away
press take map svg
press take away
press take map png
press take away
press take table
# Et si
key F4
press tool add
press tool here
slide 0.5 year
# The interview is saved, and another begun
press take away
press save interview
shot saved.png
press take away
press new interview
)");
  INFO(played.errors);
  REQUIRE(played.exit_code == 0);

  const std::vector sites{desk.site("Saint-Christol-lez-Alès"), desk.site("Anduze"), desk.site("30259")};
  const Interview saved = read_interview(desk.taken("entretien-1.entretien.toml"), desk.model).interview;
  REQUIRE(saved.profile == "Famille");
  REQUIRE(saved.compared == sites);
  const auto& criteria = desk.model.assessment().criteria;
  const auto lycee =
      std::find_if(criteria.begin(), criteria.end(), [](const auto& c) { return c.id == "lycee_minutes"; });
  REQUIRE(saved.weights[static_cast<std::size_t>(lycee - criteria.begin())] == 40);
  REQUIRE(std::count_if(saved.wishes.begin(), saved.wishes.end(), [](const Wish& wish) {
            return wish.kind == LimitKind::within && wish.place == "Alès" && wish.minutes == 30;
          }) == 1);
  REQUIRE(saved.changes.size() == 2);
  REQUIRE(desk.kept() == first_interview(desk.model));

  // Opened again in another process, it is the same.
  REQUIRE(desk.play("press take away\npress open entretien-1\nkill\n").exit_code == 128 + SIGKILL);
  REQUIRE(desk.kept() == saved);

  // The sheet: a page side by side, two a place, and the code of the ranking.
  const std::string sheet = text_of(desk.taken("entretien-1.pdf"), "-layout");
  REQUIRE(std::count(sheet.begin(), sheet.end(), '\f') == 7);
  for (const std::string word :
       {"Saint-Christol-lez-Alès", "Anduze", "Saint-Hilaire-de-Brethmas", "Lieux côte à côte"}) {
    INFO(word);
    CHECK(sheet.find(word) != std::string::npos);
  }
  std::vector<std::string> command{test::engine_program(), "rank", ales};
  const auto code = code_on(desk.taken("entretien-1.pdf"));
  command.insert(command.end(), code.begin(), code.end());
  command.insert(command.end(), {"--format", "csv", "-o", desk.folder.path("headless.csv")});
  const auto ranked = test::run_program(command);
  INFO(ranked.errors);
  REQUIRE(ranked.exit_code == 0);
  REQUIRE(desk.folder.read("headless.csv") == test::read_file(desk.taken("Alès Agglomération.csv")));

  REQUIRE(text_of(desk.taken("entretien-1-carte.pdf"), "-raw").find("La Grand-Combe") != std::string::npos);
  REQUIRE(test::read_file(desk.taken("entretien-1-carte.svg")).find("</svg>") != std::string::npos);
  const auto map = test::read_png(test::read_file(desk.taken("entretien-1-carte.png")));
  REQUIRE(map.width >= 1000);
}

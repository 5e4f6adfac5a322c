// SPDX-License-Identifier: Apache-2.0
// Sheets, maps and words as a user makes them. PDFs are read with poppler's pdftotext, pdffonts and pdfinfo.
#include "ancrage/report/palette.hpp"
#include "command/ancrage_program.hpp"
#include "support/picture.hpp"
#include "support/temporary_directory.hpp"

#include <expat.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

using namespace ancrage::test;
using ancrage::report::hex;
using nlohmann::json;

namespace {

std::string poppler(const std::string& program, const std::vector<std::string>& arguments) {
  std::vector<std::string> command{program};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const auto result = run_program(command);
  REQUIRE(result.exit_code == 0);
  return result.output;
}

std::size_t pages(const std::string& pdf) {
  const std::string info = poppler("pdfinfo", {pdf});
  return static_cast<std::size_t>(std::stoi(info.substr(info.find("Pages:") + 6)));
}

std::string text_of(const std::string& pdf) { return poppler("pdftotext", {"-layout", pdf, "-"}); }

bool well_formed(const std::string& xml) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
  return XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
}

// Status of an aid in the JSON of explain on a day.
std::string aid_status(const std::string& day, const std::string& id) {
  const json explained = json::parse(run_ancrage({"explain", ales, "30132", "--date", day, "--format", "json"}).output);
  CHECK(explained["aids"]["date"] == day);
  for (const json& aid : explained["aids"]["aids"]) {
    if (aid["id"] == id) return aid["status"];
  }
  return "absent";
}

}  // namespace

TEST_CASE("what applied at La Grand-Combe on 2025-12-31 and what applies on 2026-01-01 differ") {
  CHECK(aid_status("2025-12-31", "caim") == "applies");
  CHECK(aid_status("2026-01-01", "caim") == "ended");
  CHECK(aid_status("2025-12-31", "cnam-first-installation-zip") == "not_yet");
  CHECK(aid_status("2026-01-01", "cnam-first-installation-zip") == "applies");
  const auto text = run_ancrage({"explain", ales, "30132", "--date", "2026-01-01"});
  CHECK_THAT(text.output, Catch::Contains("Aides au 1er janvier 2026 (à confirmer par la CPAM / l’ARS)"));
  check_failure(run_ancrage({"explain", ales, "30132", "--date", "2026-02-30"}), 2, "--date");
}

TEST_CASE("without --date the day is that of SOURCE_DATE_EPOCH") {
  const auto result =
      run_ancrage({"explain", ales, "30132", "--format", "json"}, {.variables = {{"SOURCE_DATE_EPOCH", "1767139200"}}});
  CHECK(json::parse(result.output)["aids"]["date"] == "2025-12-31");
}

TEST_CASE("a sheet of one place has two pages, its facts as text, and its fonts inside") {
  const TemporaryDirectory folder;
  const std::string pdf = folder.path("génolhac.pdf");
  const auto made = run_ancrage({"sheet", ales, "Génolhac", "-o", pdf, "--date", "2026-01-01"});
  REQUIRE(made.exit_code == 0);
  CHECK(made.output.empty());
  CHECK(pages(pdf) == 2);
  const std::string text = text_of(pdf);
  for (const char* word :
       {"Génolhac", "1er janvier 2026", "Besoin du territoire", "Attractivité", "sur 100, rang",
        "Qui vit et exerce autour", "60 ans et plus", "Au plus près", "Pharmacie", "Zone et aides",
        "10 000 €", "confirmer par la CPAM", "ZIP", "Source", "CartoSanté", "km", "need.accessibility=30"}) {
    CAPTURE(word);
    CHECK_THAT(text, Catch::Contains(word));
  }
  // Every font is embedded, subset, and has a table back to Unicode.
  const std::string fonts = poppler("pdffonts", {pdf});
  CHECK_THAT(fonts, Catch::Contains("Inter"));
  CHECK_THAT(fonts, !Catch::Contains(" no "));
}

TEST_CASE("the sheets of 2025-12-31 and of 2026-01-01 show other aids") {
  const TemporaryDirectory folder;
  const auto sheet = [&](const std::string& day) {
    const std::string pdf = folder.path(day + ".pdf");
    REQUIRE(run_ancrage({"sheet", ales, "30132", "-o", pdf, "--date", day}).exit_code == 0);
    return text_of(pdf);
  };
  const std::string before = sheet("2025-12-31");
  const std::string after = sheet("2026-01-01");
  CHECK_THAT(before, Catch::Contains("Pas encore en vigueur") && !Catch::Contains("Terminé"));
  CHECK_THAT(after, Catch::Contains("Terminé") && !Catch::Contains("Pas encore en vigueur"));
}

TEST_CASE("a sheet of several places begins with their comparison") {
  const TemporaryDirectory folder;
  const std::string pdf = folder.path("quatre.pdf");
  REQUIRE(run_ancrage(
              {"--lang", "en", "sheet", ales, "30132", "Génolhac", "Anduze", "Alès", "-o", pdf, "--date", "2026-01-01"})
              .exit_code == 0);
  CHECK(pages(pdf) == 9);
  const std::string first = poppler("pdftotext", {"-layout", "-l", "1", pdf, "-"});
  for (const char* word :
       {"Places side by side", "A · La Grand-Combe", "B · Génolhac", "C · Anduze", "D · Alès", "★"}) {
    CAPTURE(word);
    CHECK_THAT(first, Catch::Contains(word));
  }
}

TEST_CASE("the code of the weights on a sheet makes its ranking again to the byte") {
  const TemporaryDirectory folder;
  const std::string pdf = folder.path("a.pdf");
  REQUIRE(
      run_ancrage({"sheet", ales, "30132", "-o", pdf, "--weights", "accessibility=41.5,college_minutes=0"}).exit_code ==
      0);
  std::string text = poppler("pdftotext", {"-raw", pdf, "-"});
  text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
  const std::size_t start = text.find("--weights");
  REQUIRE(start != std::string::npos);
  std::string code = text.substr(start + 9);
  code.erase(0, code.find_first_not_of(' '));
  code = code.substr(0, code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789=.,+-"));
  CAPTURE(code);
  const auto again = run_ancrage({"rank", ales, "--weights", code, "--format", "csv"});
  CHECK(again.exit_code == 0);
  CHECK(again.output ==
        run_ancrage({"rank", ales, "--weights", "accessibility=41.5,college_minutes=0", "--format", "csv"}).output);
}

TEST_CASE("sheets and maps have the same bytes twice") {
  const TemporaryDirectory folder;
  const auto twice = [&](std::vector<std::string> arguments, const std::string& extension) {
    for (const char* name : {"a.", "b."}) {
      auto command = arguments;
      command.insert(command.end(), {"-o", folder.path(name + extension)});
      REQUIRE(run_ancrage(command).exit_code == 0);
    }
    const bool same = folder.read("a." + extension) == folder.read("b." + extension);
    CHECK(same);
  };
  twice({"sheet", ales, "30132", "--date", "2026-01-01"}, "pdf");
  twice({"map", ales, "--site", "30132"}, "svg");
  twice({"map", ales, "--size", "100x120", "--dpi", "96"}, "png");
}

TEST_CASE("a map as PNG has the size asked for and the colours of its classes") {
  const TemporaryDirectory folder;
  const std::string png = folder.path("zones.png");
  REQUIRE(run_ancrage({"map", ales, "-o", png, "--theme", "zone", "--size", "900x1100px", "--dpi", "96"}).exit_code ==
          0);
  const Picture picture = read_png(folder.read("zones.png"));
  CHECK(picture.width == 900);
  CHECK(picture.height == 1100);
  CHECK(picture.at(2, 2) == ancrage::report::palette::white);  // the margin
  CHECK(picture.count(hex(0xF2B66E)) > 5000);                  // ZIP
  CHECK(picture.count(hex(0xB9CFE6)) > 20000);                 // ZAC
  CHECK(picture.count(ancrage::report::palette::land) > 20000);
}

TEST_CASE("a map as SVG is well-formed, and as PDF says its legend") {
  const TemporaryDirectory folder;
  const std::string svg = folder.path("carte.svg");
  REQUIRE(run_ancrage({"map", ales, "-o", svg}).exit_code == 0);
  const std::string content = folder.read("carte.svg");
  CHECK_THAT(content, Catch::StartsWith("<?xml") && Catch::Contains("</svg>"));
  CHECK(well_formed(content));
  CHECK_FALSE(well_formed(content.substr(0, content.size() / 2)));
  for (const char* theme :
       {"need", "attractiveness", "access", "minutes", "age", "zone", "population", "pharmacy_minutes"}) {
    CAPTURE(theme);
    const std::string pdf = folder.path(std::string(theme) + ".pdf");
    REQUIRE(run_ancrage({"map", ales, "-o", pdf, "--theme", theme, "--site", "30132"}).exit_code == 0);
    CHECK_THAT(text_of(pdf), Catch::Contains("Sources") && Catch::Contains("OpenStreetMap") &&
                                 Catch::Contains("La Grand-Combe") && Catch::Contains("communes") &&
                                 Catch::Contains("km"));
  }
}

TEST_CASE("communes that the limits rule out are pale on the map, and its legend says so") {
  const TemporaryDirectory folder;
  const std::string pdf = folder.path("limites.pdf");
  REQUIRE(run_ancrage({"map", ales, "-o", pdf, "--within", "Alès=15"}).exit_code == 0);
  CHECK_THAT(text_of(pdf), Catch::Contains("pâle : centre écarté par les limites"));
  const std::string all = folder.path("tout.pdf");
  REQUIRE(run_ancrage({"map", ales, "-o", all}).exit_code == 0);
  CHECK_THAT(text_of(all), !Catch::Contains("pâle"));
}

TEST_CASE("wrong use of map, sheet and describe says what is wrong and writes nothing") {
  const TemporaryDirectory folder;
  const std::string pdf = folder.path("a.pdf");
  check_failure(run_ancrage({"map", ales}), 2, "-o");
  check_failure(run_ancrage({"map", ales, "-o", folder.path("a.gif")}), 2, "a.gif");
  check_failure(run_ancrage({"map", ales, "-o", pdf, "--theme", "populaton"}), 2, "population");
  check_failure(run_ancrage({"map", ales, "-o", pdf, "--size", "210"}), 2, "210x297");
  check_failure(run_ancrage({"map", ales, "-o", pdf, "--size", "0x0"}), 2, "0x0");
  check_failure(run_ancrage({"map", ales, "-o", folder.path("a.png"), "--size", "5000x5000", "--dpi", "600"}), 2,
                "dpi");
  check_failure(run_ancrage({"map", ales, "-o", pdf, "--site", "Atlantide"}), 4, "Atlantide");
  check_failure(run_ancrage({"sheet", ales, "-o", pdf}), 2, "sites");
  check_failure(run_ancrage({"sheet", ales, "30132", "-o", folder.path("a.svg")}), 2, "a.svg");
  check_failure(run_ancrage({"sheet", ales, "30132", "la grand combe", "-o", pdf}), 2, "La Grand-Combe");
  check_failure(run_ancrage({"sheet", ales, "30132", "30007", "30010", "30130", "30269", "-o", pdf}), 2, "30269");
  check_failure(run_ancrage({"sheet", ales, "Atlantide", "-o", pdf}), 4, "Atlantide");
  check_failure(run_ancrage({"sheet", ales, "30132", "-o", pdf, "--date", "hier"}), 2, "--date");
  check_failure(run_ancrage({"sheet", ales, "30132", "-o", folder.path("absent/a.pdf")}), 6, "absent");
  check_failure(run_ancrage({"map", ales, "-o", folder.path("absent/a.png")}), 6, "absent");
  check_failure(run_ancrage({"describe", ales, "Atlantide"}), 4, "Atlantide");
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a map in words counts what its JSON lists") {
  const auto text = run_ancrage({"describe", ales, "--theme", "access"});
  REQUIRE(text.exit_code == 0);
  CHECK_THAT(text.output, Catch::Contains("Alès Agglomération\u202F: 71 communes") &&
                              Catch::Contains("d’Alès\u202F:") &&
                              Catch::Contains("communes prioritaires sous 2,5 consultations"));
  const json map = json::parse(run_ancrage({"describe", ales, "--theme", "access", "--format", "json"}).output);
  CHECK(map["communes"] == 71);
  CHECK(map["reference"] == "Alès");
  std::size_t in_classes = 0;
  for (const json& entry : map["classes"]) {
    CHECK(entry["communes"].size() == entry["count"].get<std::size_t>());
    in_classes += entry["communes"].size();
  }
  CHECK(in_classes == 71);
  std::size_t around = 0;
  std::size_t zip = 0;
  for (const json& direction : map["directions"]) {
    around += direction["communes"].size();
    zip += direction["zip"].size();
  }
  CHECK(around == 70);
  CHECK(zip == map["zip"].get<std::size_t>());
  CHECK(map["gps"]["count"] == 101);
  CHECK(map["gps"]["aged_60_plus"] == 41);
  CHECK(map["gps"]["year"] == 2019);
  CHECK(map["facilities"].size() == 9);
  CHECK(map["facilities"][0]["kind"] == "primary_school");
  CHECK_THAT(text.output, Catch::Contains("101, dont 41 de 60 ans et plus") && Catch::Contains("Pharmacie (") &&
                              Catch::Contains("SNCF") && Catch::Contains("CartoSanté"));
}

TEST_CASE("a place in words is there in both languages and as JSON") {
  const auto french = run_ancrage({"describe", ales, "Génolhac", "--date", "2026-01-01"});
  REQUIRE(french.exit_code == 0);
  CHECK_THAT(french.output, Catch::StartsWith("Génolhac") && Catch::Contains("au nord d’Alès") &&
                                Catch::Contains("Aides au 1er janvier 2026"));
  const auto english = run_ancrage({"--lang", "en", "describe", ales, "Génolhac", "--date", "2026-01-01"});
  CHECK_THAT(english.output, Catch::Contains("of Alès") && Catch::Contains("Aids on January 1, 2026"));
  const json place =
      json::parse(run_ancrage({"describe", ales, "Génolhac", "--date", "2026-01-01", "--format", "json"}).output);
  CHECK(place["sites"][0]["name"] == "Génolhac");
  CHECK(place["facts"]["reach"].size() == 3);
  CHECK(place["sentences"].size() >= 5);
  CHECK(place["aids"]["date"] == "2026-01-01");
}

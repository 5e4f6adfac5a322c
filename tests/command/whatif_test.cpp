// SPDX-License-Identifier: Apache-2.0
// `ancrage whatif`, and scenarios of the other commands, on the embedded territory.
#include "ancrage/io/reader.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace ancrage::test;
using nlohmann::json;

namespace {

json json_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const ProgramResult result = run_ancrage(arguments);
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  return json::parse(result.output);
}

const json& commune(const json& result, const std::string& id) {
  const auto& communes = result["communes"];
  const auto found = std::find_if(communes.begin(), communes.end(), [&](const json& c) { return c["id"] == id; });
  REQUIRE(found != communes.end());
  return *found;
}

}  // namespace

TEST_CASE("a GP more at La Grand-Combe lifts people of ZIP communes out of shortage") {
  const json result = json_of({"whatif", ales, "--add", "30132:5400"});
  const json access = json_of({"access", ales});
  const json& combe = commune(result, "30132");
  CHECK(combe["accessibility_before"].get<double>() == Approx(commune(access, "30132")["accessibility"].get<double>()));
  CHECK(combe["difference"].get<double>() ==
        Approx(combe["accessibility_after"].get<double>() - combe["accessibility_before"].get<double>()));
  CHECK(combe["difference"].get<double>() > 0.2);
  CHECK(combe["gps_after"].get<double>() == Approx(combe["gps_before"].get<double>() + 1));
  CHECK(result["summary"]["gps_after"].get<double>() == Approx(102));
  CHECK(result["summary"]["people_losing"] == 0.0);
  REQUIRE(result["thresholds"].size() == 2);
  const json& groups = result["thresholds"][0]["groups"];
  CHECK(result["thresholds"][0]["threshold"] == 2.5);
  REQUIRE(groups.size() == 3);
  CHECK(groups[0]["group"] == "all");
  CHECK(groups[1]["group"] == "priority_sectors");
  CHECK(groups[2]["group"] == "zip_communes");
  CHECK(groups[2]["lifted"].get<double>() > 1000);
  CHECK(groups[0]["under_before"].get<double>() == Approx(access["thresholds"][0]["people_under"].get<double>()));
  for (const json& group : groups) {
    CHECK(group["under_after"].get<double>() ==
          Approx(group["under_before"].get<double>() - group["lifted"].get<double>() + group["fallen"].get<double>()));
  }
  // People of the commune's neighbours share the newcomer: fewer for each of theirs.
  const json& ales_town = commune(result, "30007");
  CHECK(ales_town["people_per_gp_after"].get<double>() < ales_town["people_per_gp_before"].get<double>());
  CHECK(ales_town["gps_after"] == ales_town["gps_before"]);
}

TEST_CASE("options add up, and a move is two changes") {
  const json moved = json_of({"whatif", ales, "--move", "Alès>Génolhac"});
  const json two = json_of({"whatif", ales, "--remove", "30007", "--add", "30130"});
  CHECK(commune(moved, "30130")["accessibility_after"].get<double>() ==
        Approx(commune(two, "30130")["accessibility_after"].get<double>()));
  CHECK(commune(moved, "30007")["accessibility_after"].get<double>() ==
        Approx(commune(two, "30007")["accessibility_after"].get<double>()));
  CHECK(moved["summary"]["people_losing"].get<double>() > 0);
  const json twice = json_of({"whatif", "--add", "30130", "--add", "30130", ales});
  CHECK(twice["summary"]["gps_after"].get<double>() == Approx(103));
}

TEST_CASE("a file and options say the same") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("s.toml",
                                        "name = \"essai\"\nnote = \"parce que\"\ntime_factor = 1.2\n"
                                        "[[add]]\nplace = \"Génolhac\"\ngps = 2\n[[retire]]\nage = 65\nyear = 2030\n");
  json of_file = json_of({"whatif", ales, "--scenario", path});
  json of_options =
      json_of({"whatif", ales, "--add", "30130", "--add", "Génolhac", "--retire", "65@2030", "--time-factor", "1.2"});
  CHECK(of_file["scenario"]["name"] == "essai");
  CHECK(of_file["scenario"]["note"] == "parce que");
  CHECK(of_options["scenario"]["name"].is_null());
  CHECK(of_file["scenario"]["changes"][0]["kind"] == "retire");
  CHECK(of_file["scenario"]["changes"][0]["gps"].get<double>() < -40);
  REQUIRE(of_file["communes"].size() == of_options["communes"].size());
  for (std::size_t i = 0; i < of_file["communes"].size(); ++i) {
    CHECK(of_file["communes"][i]["accessibility_after"].get<double>() ==
          Approx(of_options["communes"][i]["accessibility_after"].get<double>()).margin(1e-12));
  }
}

TEST_CASE("the difference comes as polygons for a map") {
  const TemporaryDirectory folder;
  const std::string path = folder.path("difference.geojson");
  REQUIRE(run_ancrage({"whatif", ales, "--add", "30132", "-o", path}).exit_code == 0);
  const auto features = ancrage::io::read_features(path);
  CHECK(features.kind == ancrage::io::GeometryKind::polygon);
  CHECK(features.size() >= 71);
  const auto differences = features.quantities("difference");
  CHECK(std::all_of(differences.begin(), differences.end(), [](const auto& d) { return d.value_or(0) > -1e-9; }));
  REQUIRE(run_ancrage({"whatif", ales, "--add", "30132", "-o", folder.path("d.gpkg")}).exit_code == 0);
  CHECK(ancrage::io::read_features(folder.path("d.gpkg")).size() == features.size());
}

TEST_CASE("the text tells winners, losers and what is assumed, in French unless asked") {
  const ProgramResult french = run_ancrage({"whatif", ales, "--close", "300017191", "--open", "Génolhac:2"});
  REQUIRE(french.exit_code == 0);
  CHECK_THAT(french.output, Catch::Contains("La Grand-Combe") && Catch::Contains("Génolhac") &&
                                Catch::Contains("Effet net") && Catch::Contains("Secteurs prioritaires") &&
                                Catch::Contains("effectifs"));
  const ProgramResult english = run_ancrage({"--lang", "en", "whatif", ales, "--close", "300017191"});
  CHECK_THAT(english.output, Catch::Contains("Net effect") && Catch::Contains("Counts do not tell"));
}

TEST_CASE("the retirement cliff tells each year and when each commune falls") {
  const json cliff = json_of({"whatif", ales, "--year", "2026..2036"});
  CHECK(cliff["retire_at"] == 65.0);
  CHECK(cliff["practitioners_year"] == 2019);
  CHECK(cliff["estimate"] == true);
  REQUIRE(cliff["years"].size() == 12);
  CHECK(cliff["years"][0]["year"] == 2019);
  CHECK(cliff["years"][0]["gps"] == 101.0);
  for (std::size_t k = 1; k < cliff["years"].size(); ++k) {
    CHECK(cliff["years"][k]["gps"].get<double>() < cliff["years"][k - 1]["gps"].get<double>());
    CHECK(cliff["years"][k]["people_under"][0] >= cliff["years"][k - 1]["people_under"][0]);
  }
  REQUIRE(cliff["communes"].size() == 71);
  CHECK(commune(cliff, "30132")["under_2_5_from"] == 2019);
  CHECK(commune(cliff, "30007")["under_4_from"].get<int>() > 2019);
  const json with_newcomers = json_of({"whatif", ales, "--year", "2036", "--open", "30132:4"});
  REQUIRE(with_newcomers["years"].size() == 2);
  CHECK(with_newcomers["years"][1]["gps"].get<double>() == Approx(cliff["years"][11]["gps"].get<double>() + 4));
  const ProgramResult text = run_ancrage({"whatif", ales, "--year", "2026..2036"});
  CHECK_THAT(text.output, Catch::Contains("60 ans") && Catch::Contains("estimation") && Catch::Contains("2036"));
}

TEST_CASE("rank, explain, compare and access take a scenario and say so") {
  const TemporaryDirectory folder;
  const std::string path =
      folder.write("s.toml", "name = \"Trois à Génolhac\"\n[[open]]\nplace = \"30130\"\ngps = 3\n");
  const json before = json_of({"explain", ales, "30130"});
  const json after = json_of({"explain", ales, "30130", "--scenario", path});
  CHECK(before["scenario"].is_null());
  CHECK(after["scenario"]["name"] == "Trois à Génolhac");
  CHECK(after["sites"][0]["need"]["score"].get<double>() < before["sites"][0]["need"]["score"].get<double>());
  CHECK(after["sites"][0]["attractiveness"]["score"].get<double>() >
        before["sites"][0]["attractiveness"]["score"].get<double>());
  CHECK(json_of({"rank", ales, "--scenario", path})["scenario"]["name"] == "Trois à Génolhac");
  CHECK(json_of({"compare", ales, "30130", "30132", "--scenario", path})["scenario"]["name"] == "Trois à Génolhac");
  const json access = json_of({"access", ales, "--scenario", path});
  CHECK(access["summary"]["gps"].get<double>() == Approx(104));
  CHECK(access["scenario"]["changes"][0]["gps"] == 3.0);
  for (const std::string command : {"rank", "access"}) {
    CHECK_THAT(run_ancrage({command, ales, "--scenario", path}).output,
               Catch::StartsWith("Scénario") && Catch::Contains("Trois à Génolhac"));
    const ProgramResult csv = run_ancrage({command, ales, "--scenario", path, "--format", "csv"});
    CHECK_THAT(csv.output, Catch::StartsWith("id,"));
    CHECK_THAT(csv.errors, Catch::Contains("Trois à Génolhac"));
  }
}

TEST_CASE("scenarios that cannot be are refused in one line") {
  check_failure(run_ancrage({"whatif"}), 2, "territory");
  check_failure(run_ancrage({"whatif", ales}), 2, "--add");
  check_failure(run_ancrage({"whatif", ales, "--add", "Genolac"}), 4, "Génolhac");
  check_failure(run_ancrage({"whatif", ales, "--add", "30132:beaucoup"}), 2, "--add");
  check_failure(run_ancrage({"whatif", ales, "--remove", "30130"}), 4, "Génolhac");
  check_failure(run_ancrage({"whatif", ales, "--remove", "30132:99999"}), 4, "La Grand-Combe");
  check_failure(run_ancrage({"whatif", ales, "--close", "30132"}), 4, "La Grand-Combe");
  check_failure(run_ancrage({"whatif", ales, "--close", "300007879"}), 4, "--close 300007879:2");
  check_failure(run_ancrage({"whatif", ales, "--retire", "65"}), 2, "65@2030");
  check_failure(run_ancrage({"whatif", ales, "--retire", "65@2010"}), 4, "2019");
  check_failure(run_ancrage({"whatif", ales, "--move", "30007"}), 2, ">");
  check_failure(run_ancrage({"whatif", ales, "--time-factor", "0"}), 2, "--time-factor");
  check_failure(run_ancrage({"whatif", ales, "--time-factor", "vite"}), 2, "--time-factor");
  check_failure(run_ancrage({"whatif", ales, "--add", "30132", "--decay", "5"}), 2, "--decay");
  check_failure(run_ancrage({"whatif", ales, "--year", "2036..2026"}), 2, "--year");
  check_failure(run_ancrage({"whatif", ales, "--year", "2010"}), 4, "2019");
  check_failure(run_ancrage({"whatif", ales, "--year", "2030", "--retire-at", "0"}), 2, "--retire-at");
  check_failure(run_ancrage({"whatif", ales, "--scenario", "absent.toml"}), 3, "absent.toml");
  check_failure(run_ancrage({"whatif", ales, "--add", "30132", "--format", "gpkg"}), 2, "-o");
  check_failure(run_ancrage({"whatif", ales, "--add", "30132", "-o", "absent/a.csv"}), 6, "absent");
  check_failure(run_ancrage({"access", "--scenario", "s.toml", "--supply", "s.csv"}), 2, "--scenario");
  check_failure(run_ancrage({"rank", ales, "--scenario", "absent.toml"}), 3, "absent.toml");
}

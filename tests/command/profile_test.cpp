// SPDX-License-Identifier: Apache-2.0
// Profiles and hard limits as a script uses them: rank, explain, compare.
#include "ancrage/io/reader.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::test;
using nlohmann::json;

namespace {

json ranked(std::vector<std::string> options) {
  options.insert(options.begin(), {"rank", ales, "--format", "json"});
  const auto result = run_ancrage(options);
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  return json::parse(result.output);
}

}  // namespace

TEST_CASE("limits filter first: who is out comes last, without a rank and with the reason") {
  const json ranking = ranked({"--within", "Alès=25"});
  REQUIRE(ranking["limits"].size() == 1);
  CHECK(ranking["limits"][0]["kind"] == "within");
  CHECK(ranking["limits"][0]["place"] == "Alès");
  CHECK(ranking["limits"][0]["minutes"] == 25.0);
  CHECK(ranking["profile"].is_null());
  std::size_t out = 0;
  std::size_t rank = 0;
  for (const json& site : ranking["sites"]) {
    if (site["excluded"].empty()) {
      CHECK(out == 0);
      CHECK(site["need"]["rank"] == ++rank);
      continue;
    }
    ++out;
    CHECK(site["need"]["rank"].is_null());
    CHECK(site["need"]["score"].is_number());
    const json& reason = site["excluded"][0];
    CHECK(reason["minutes"].get<double>() > 25);
    CHECK(reason["limit"] == 25.0);
    CHECK_THAT(reason["reason"].get<std::string>(), Catch::Contains("min from Alès, limit 25"));
  }
  CHECK(out > 0);
  CHECK(rank > 0);
  CHECK(ranking["limits"][0]["excluded"] == out);
}

TEST_CASE("a site that is out is told why in sentences, French and English") {
  const std::string french = run_ancrage({"explain", ales, "Génolhac", "--within", "ales=25"}).output;
  CHECK_THAT(french, Catch::Contains("écarté") && Catch::Contains("min d’Alès, limite 25") &&
                         Catch::Contains("à 25 min d’Alès au plus"));
  const std::string english = run_ancrage({"--lang", "en", "rank", ales, "--within", "Alès=25"}).output;
  CHECK_THAT(english, Catch::Contains("out: ") && Catch::Contains("min from Alès, limit 25"));
  const std::string compared = run_ancrage({"compare", ales, "Génolhac", "Alès", "--within", "ales=25"}).output;
  CHECK_THAT(compared, Catch::Contains("min d’Alès, limite 25"));
}

TEST_CASE("tables carry the reasons in a column that is always there") {
  const TemporaryDirectory folder;
  for (const std::string format : {"csv", "geojson"}) {
    const std::string file = folder.path("ranking." + format);
    REQUIRE(run_ancrage({"rank", ales, "--limit", "zone=zip", "--format", format, "-o", file}).exit_code == 0);
    const io::FeatureTable table = io::read_features(file);
    const auto zones = table.texts("zone");
    const auto excluded = table.texts("excluded");
    for (std::size_t i = 0; i < table.size(); ++i) CHECK(excluded[i].empty() == (zones[i] == "zip"));
  }
  CHECK_THAT(run_ancrage({"rank", ales, "--format", "csv"}).output, Catch::Contains(",excluded,"));
}

TEST_CASE("every profile that ships ranks the embedded territory, each in its own way") {
  std::set<std::string> first;
  for (const std::string name : {"interne", "famille", "projet-msp", "planificateur"}) {
    CAPTURE(name);
    const json ranking = ranked({"--profile", name, "--by", "attractiveness"});
    CHECK(ranking["profile"]["name"].is_string());
    CHECK(ranking["sites"][0]["attractiveness"]["rank"] == 1);
    std::string order;
    for (const json& site : ranking["sites"]) order += site["id"].get<std::string>() + " ";
    first.insert(order);
  }
  CHECK(first.size() == 4);
}

TEST_CASE("options stand before the profile, whose weights they may replace one by one") {
  const json ranking = ranked({"--profile", "FAMILLE", "--weights", "college_minutes=0", "--limit", "college=12"});
  bool limited = false;
  for (const json& limit : ranking["limits"]) limited |= limit["kind"] == "college" && limit["minutes"] == 12.0;
  CHECK(limited);
  for (const json& criterion : ranking["sites"][0]["attractiveness"]["criteria"]) {
    if (criterion["id"] == "college_minutes") CHECK(criterion["weight"] == 0.0);
    if (criterion["id"] == "lycee_minutes") CHECK(criterion["weight"] == 18.0);
    if (criterion["id"] == "catchment_population") CHECK(criterion["weight"] == 0.0);
  }
}

TEST_CASE("a couple's second destination may lie outside the territory, by name or by coordinates") {
  const json known = ranked({"--partner", "Montpellier=240"});
  CHECK(known["limits"][0]["kind"] == "partner");
  const json drawn = ranked({"--partner", "Montpellier@3.8828,43.6061=240"});
  CHECK(known["sites"] == drawn["sites"]);
  CHECK(ranked({"--within", "Nîmes=240", "--within", "30132=240"})["limits"].size() == 2);
}

TEST_CASE("what limits and profiles get wrong is one clear line") {
  const TemporaryDirectory folder;
  const auto profile = [&](const char* text) { return folder.write("le mien.toml", text); };
  check_failure(run_ancrage({"rank", ales, "--profile", "intern"}), 3, "interne");
  check_failure(run_ancrage({"rank", ales, "--profile", profile("[limits]\ncolege = 15\n")}), 4, "college");
  check_failure(run_ancrage({"rank", ales, "--profile", profile("[weights.need]\naccesibility = 1\n")}), 4,
                "accessibility");
  check_failure(run_ancrage({"rank", ales, "--profile", profile("[weights.need]\naccessibility = 0\n")}), 4, "need");
  check_failure(run_ancrage({"rank", ales, "--profile", profile("[weights.need]\naccessibility = -1\n")}), 4,
                "accessibility");
  check_failure(run_ancrage({"rank", ales, "--profile", profile("[weights.need]\ncollege_minutes = 1\n")}), 4,
                "college_minutes");
  check_failure(run_ancrage({"rank", ales, "--limit", "colege=15"}), 2, "college");
  check_failure(run_ancrage({"rank", ales, "--limit", "college=15,college=12"}), 2, "college=12");
  check_failure(run_ancrage({"rank", ales, "--within", "Alès"}), 2, "Alès=30");
  check_failure(run_ancrage({"rank", ales, "--within", "Alès=30", "--within", "ales=20"}), 2, "ales=20");
  check_failure(run_ancrage({"rank", ales, "--partner", "Atlantide=30"}), 4, "longitude");
  check_failure(
      run_ancrage({"rank", ales, "--weights", "accessibility=0,people_lifted=0,priority_people=0,supply_lost=0"}), 4,
      "nuls");
}

TEST_CASE("limits that leave no site exit with 5 and name the one that removes everything") {
  check_failure(run_ancrage({"rank", ales, "--within", "Mende=5"}), 5, "Mende=5");
  check_failure(run_ancrage({"explain", ales, "Alès", "--within", "Mende=5"}), 5, "Mende=5");
  check_failure(run_ancrage({"compare", ales, "Alès", "Anduze", "--within", "Mende=5"}), 5, "Mende=5");
  const auto both = run_ancrage({"rank", ales, "--within", "Alès=2", "--limit", "zone=zip"});
  check_failure(both, 5, "Alès=2");
}

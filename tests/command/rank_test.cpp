// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/reader.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace ancrage;
using namespace ancrage::test;
using nlohmann::json;

TEST_CASE("rank writes the JSON that scripts rely on, and contributions add up to scores") {
  const auto result = run_ancrage({"rank", ales, "--format", "json"});
  REQUIRE(result.exit_code == 0);
  CHECK(result.errors.empty());
  const json ranking = json::parse(result.output);
  CHECK(ranking["territory"]["name"] == "Alès Agglomération");
  CHECK(ranking["vintage"].contains("communes"));
  REQUIRE(ranking["sites"].size() >= 71);
  std::size_t place = 1;
  for (const json& site : ranking["sites"]) {
    for (const char* key : {"id", "name", "commune", "x", "y"}) CHECK(site.contains(key));
    CHECK(site["need"]["rank"] == place++);
    for (const char* score : {"need", "attractiveness"}) {
      double sum = 0.0;
      for (const json& criterion : site[score]["criteria"]) {
        for (const char* key : {"id", "value", "unit", "state", "utility", "weight", "contribution", "source"}) {
          CHECK(criterion.contains(key));
        }
        CHECK((criterion["state"] != "number") == criterion["value"].is_null());
        CHECK_FALSE(criterion["source"].get<std::string>().empty());
        sum += criterion["contribution"].get<double>();
      }
      CHECK(sum == Approx(site[score]["score"].get<double>()).epsilon(1e-12));
    }
  }
}

TEST_CASE("every format of rank tells the same ids and scores") {
  const TemporaryDirectory folder;
  const json ranking = json::parse(run_ancrage({"rank", ales, "--format", "json"}).output);
  for (const std::string format : {"csv", "geojson", "gpkg"}) {
    const std::string file = folder.path("ranking." + format);
    REQUIRE(run_ancrage({"rank", ales, "--format", format, "-o", file}).exit_code == 0);
    const io::FeatureTable table = io::read_features(file);
    REQUIRE(table.size() == ranking["sites"].size());
    const auto scores = table.quantities("need_score");
    for (std::size_t i = 0; i < table.size(); ++i) {
      CHECK(table.texts("id")[i] == ranking["sites"][i]["id"]);
      CHECK(scores[i].value() == Approx(ranking["sites"][i]["need"]["score"].get<double>()));
    }
  }
}

TEST_CASE("the table is French by default and English on request") {
  const std::string french = run_ancrage({"rank", ales, "--top", "5"}).output;
  const std::string english = run_ancrage({"--lang", "en", "rank", ales, "--top", "5"}).output;
  CHECK_THAT(french, Catch::Contains("Besoin") && Catch::Contains("estimé,"));
  CHECK_THAT(english, Catch::Contains("Need") && Catch::Contains("Estimated"));
  std::istringstream lines(french);
  std::string line;
  std::size_t count = 0;
  while (std::getline(lines, line))
    count += line.find("ZIP") != std::string::npos && line.find(',') != std::string::npos;
  CHECK(count >= 3);
}

TEST_CASE("the output is the same under any locale") {
  const ProgramOptions c{.variables = {{"LC_ALL", "C"}}};
  const ProgramOptions french{.variables = {{"LC_ALL", "fr_FR.UTF-8"}}};
  for (const std::string format : {"table", "csv", "json", "geojson"}) {
    CHECK(run_ancrage({"rank", ales, "--format", format}, c).output ==
          run_ancrage({"rank", ales, "--format", format}, french).output);
  }
}

TEST_CASE("weights on the command line replace those of the territory") {
  const json ranking = json::parse(
      run_ancrage({"rank", ales, "--format", "json", "--weights", "accessibility=0,people_lifted=0,supply_lost=0"})
          .output);
  double before = 1e9;
  for (const json& site : ranking["sites"]) {
    for (const json& criterion : site["need"]["criteria"]) {
      if (criterion["id"] == "priority_people") {
        const double people = criterion["value"];
        CHECK(std::min(people, 15000.0) <= std::min(before, 15000.0));
        before = people;
      } else {
        CHECK(criterion["contribution"] == 0.0);
      }
    }
  }
}

TEST_CASE("rank can be ordered by attractiveness and cut") {
  const json ranking =
      json::parse(run_ancrage({"rank", ales, "--format", "json", "--by", "attractiveness", "--top", "3"}).output);
  REQUIRE(ranking["sites"].size() == 3);
  CHECK(ranking["sites"][0]["attractiveness"]["rank"] == 1);
  CHECK(ranking["sites"][2]["attractiveness"]["rank"] == 3);
}

TEST_CASE("rank by another method says so beside the weighted sum") {
  for (const std::string method : {"topsis", "promethee2", "spotis"}) {
    const auto result =
        run_ancrage({"rank", ales, "--by", "attractiveness", "--method", method, "--top", "3", "--format", "json"});
    REQUIRE(result.exit_code == 0);
    const json document = json::parse(result.output);
    CHECK(document["method"] == json({{"key", method}, {"score", "attractiveness"}}));
    REQUIRE(document["sites"].size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(document["sites"][i]["method_rank"] == i + 1);
    // Near to everything by any method: among the first ten by weighted sum.
    CHECK(document["sites"][0]["attractiveness"]["rank"].get<int>() <= 10);
  }
  const auto table = run_ancrage({"rank", ales, "--method", "spotis", "--top", "2"});
  CHECK(table.output.find("SPOTIS") != std::string::npos);
  const auto csv = run_ancrage({"rank", ales, "--method", "spotis", "--top", "2", "--format", "csv"});
  CHECK(csv.output.find(",method_rank,method_score\r\n") != std::string::npos);
  check_failure(run_ancrage({"rank", ales, "--method", "electre"}), 2, "spotis");
}

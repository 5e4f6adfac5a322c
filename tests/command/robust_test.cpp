// SPDX-License-Identifier: Apache-2.0
// `ancrage robust`: of tables with known shares, of the embedded territory, and wrong input.
#include "ancrage/io/writer.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace ancrage::test;
using nlohmann::json;

namespace {

// a is first where the weight of x is over 0.6.
const std::string two = "id,x,y\na,1,0\nb,0.4,0.9\n";

ProgramResult robust(const std::string& table, std::vector<std::string> more) {
  const TemporaryDirectory folder;
  ancrage::io::write_text(folder.path("table.csv"), table);
  more.insert(more.begin(), {"robust", "--table", "table.csv"});
  return run_ancrage(more, {.directory = folder.path()});
}

ProgramResult robust_two(std::vector<std::string> more) {
  more.insert(more.begin(), {"--bounds", "x=0:1,y=0:1"});
  return robust(two, std::move(more));
}

json document_of(const ProgramResult& result) {
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  return json::parse(result.output);
}

}  // namespace

TEST_CASE("robust gives the shares, central weights and stability of a table with known ones") {
  const json document = document_of(robust_two({"--weights", "x=3,y=1", "--samples", "20000", "--format", "json"}));
  CHECK(document["samples"] == 20000);
  CHECK(document["seed"] == 1);
  CHECK(document["criteria"] == json({"x", "y"}));
  const json& a = document["alternatives"][0];
  CHECK(a["id"] == "a");
  CHECK(std::abs(a["acceptability"][0].get<double>() - 0.4) <= 4 * std::sqrt(0.24 / 20000));
  CHECK(a["acceptability"][0].get<double>() + a["acceptability"][1].get<double>() == Approx(1.0));
  CHECK(a["central_weight"][0].get<double>() == Approx(0.8).margin(0.01));
  CHECK(a["confidence"] == 1.0);
  const json& x = document["stability"][0];
  CHECK(x["id"] == "x");
  CHECK(x["weight"] == 0.75);
  CHECK(x["first"][0].get<double>() == Approx(0.6));
  CHECK(x["first"][1] == 1.0);
  CHECK(x["order"] == x["first"]);
}

TEST_CASE("robust draws within intervals and in an order of importance") {
  const json within = document_of(robust_two({"--intervals", "x=0.5:0.9", "--samples", "20000", "--format", "json"}));
  CHECK(within["alternatives"][0]["acceptability"][0].get<double>() == Approx(0.75).margin(0.013));
  const json ordered = document_of(robust_two({"--order", "y>x", "--format", "json"}));
  CHECK(ordered["alternatives"][0]["acceptability"][0] == 0.0);
  CHECK(ordered["alternatives"][0]["central_weight"].is_null());
  CHECK(ordered["alternatives"][0]["confidence"].is_null());
}

TEST_CASE("the same seed gives the same bytes") {
  const auto once = robust_two({"--samples", "1000", "--seed", "42", "--format", "json"});
  CHECK(once.output == robust_two({"--samples", "1000", "--seed", "42", "--format", "json"}).output);
  CHECK(once.output != robust_two({"--samples", "1000", "--seed", "43", "--format", "json"}).output);
}

TEST_CASE("robust says in a sentence how sure the first place is") {
  const auto result = robust_two({"--weights", "x=3,y=1", "--lang", "en"});
  CHECK(result.output.find("a: first in 40 % of the weightings ; stays first as long as “x” weighs more than 60 %") !=
        std::string::npos);
  CHECK(robust_two({"--weights", "x=3,y=1"}).output.find("reste premier tant que") != std::string::npos);
  const auto csv = robust_two({"--weights", "x=3,y=1", "--format", "csv"}).output;
  CHECK(csv.starts_with("id,rank,first,first_five,mean_rank,confidence,central_x,central_y\r\na,1,0."));
}

TEST_CASE("the sentence rounds the limit of a weight to the safe side") {
  // a is first where the weight of x is over 0.9 / 1.55 = 58.06 %.
  const auto say = [](const std::string& weights) {
    return robust("id,x,y\na,1,0\nb,0.35,0.9\n", {"--bounds", "x=0:1,y=0:1", "--weights", weights, "--lang", "en"})
        .output;
  };
  CHECK(say("x=3,y=1").find("“x” weighs more than 59 %") != std::string::npos);
  CHECK(say("x=585,y=415").find("“x” weighs more than 58.1 %") != std::string::npos);
  CHECK(say("x=1,y=1").find("b: first in") != std::string::npos);
  CHECK(say("x=1,y=1").find("“x” weighs less than 58 %") != std::string::npos);
}

TEST_CASE("robust of a territory speaks of its sites, of either score") {
  const auto english = run_ancrage({"robust", ales, "--samples", "500", "--top", "3", "--lang", "en"});
  CAPTURE(english.errors);
  CHECK(english.exit_code == 0);
  CHECK(english.output.find("of the weightings") != std::string::npos);
  CHECK(english.output.find("People lifted out of shortage") != std::string::npos);
  const json document =
      document_of(run_ancrage({"robust", ales, "--score", "attractiveness", "--samples", "500", "--format", "json"}));
  CHECK(document["score"] == "attractiveness");
  CHECK(document["scenario"].is_null());
  double first = 0.0;
  for (const json& site : document["alternatives"]) first += site["acceptability"][0].get<double>();
  CHECK(first == Approx(1.0));
  CHECK(document["stability"].size() == document["criteria"].size());
}

TEST_CASE("robust considers only the sites that meet the limits") {
  const json all = document_of(run_ancrage({"robust", ales, "--samples", "200", "--format", "json"}));
  const json near =
      document_of(run_ancrage({"robust", ales, "--within", "Alès=15", "--samples", "200", "--format", "json"}));
  CHECK(near["alternatives"].size() < all["alternatives"].size());
  REQUIRE_FALSE(near["alternatives"].empty());
  CHECK(near["alternatives"][0]["acceptability"].size() == near["alternatives"].size());
  double first = 0.0;
  for (const json& site : near["alternatives"]) first += site["acceptability"][0].get<double>();
  CHECK(first == Approx(1.0));
}

TEST_CASE("uncertain facts count the cases in which a site keeps its place and a commune is under-served") {
  const auto result = run_ancrage({"robust", ales, "--facts", "--format", "json"});
  const json document = document_of(result);
  CHECK(document["cases"] == 50);
  CHECK(document["time_factors"] == json({0.85, 0.925, 1.0, 1.075, 1.15}));
  double first = 0.0;
  for (const json& site : document["sites"]) {
    first += site["first"].get<double>();
    CHECK(site["best_rank"].get<int>() <= site["rank"].get<int>());
    CHECK(site["rank"].get<int>() <= site["worst_rank"].get<int>());
  }
  CHECK(first == Approx(1.0));
  double under = 0.0;
  for (const json& commune : document["communes"]) under += commune["under_2_5"].get<double>();
  CHECK(under > 0);
  CHECK(under < static_cast<double>(document["communes"].size()));
}

TEST_CASE("robust names what is wrong with weights, intervals and order") {
  check_failure(robust_two({"--intervals", "x=0.7:1,y=0.5:1"}), 5, "intervalles");
  check_failure(robust_two({"--intervals", "x=0.7:0.2"}), 4, "x");
  check_failure(robust_two({"--intervals", "x=0.7"}), 2, "--intervals");
  check_failure(robust_two({"--intervals", "z=0:1"}), 2, "--intervals");
  check_failure(robust_two({"--order", "x>z"}), 2, "--order");
  check_failure(robust_two({"--order", "x>x"}), 4, "x");
  check_failure(robust_two({"--weights", "x=0,y=0"}), 4, "poids");
  check_failure(robust_two({"--samples", "0"}), 2, "--samples");
  check_failure(run_ancrage({"robust"}), 2, "--table");
  check_failure(robust_two({"--facts"}), 2, "--facts");
  check_failure(robust_two({"--profile", "famille"}), 2, "--profile");
  check_failure(run_ancrage({"robust", ales, "--facts", "--order", "accessibility>supply_lost"}), 2, "--order");
  check_failure(run_ancrage({"robust", ales, "--minimise", "accessibility"}), 2, "--table");
}

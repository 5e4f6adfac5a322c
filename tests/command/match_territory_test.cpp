// SPDX-License-Identifier: Apache-2.0
// `ancrage match TERRITORY --applicants F` on the embedded territory.
#include "ancrage/io/raw_text.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::test;
using nlohmann::json;

namespace {

const std::string example = ales + "/candidats.csv";

ProgramResult match(const std::string& applicants, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"match", ales, "--applicants", applicants});
  return run_ancrage(more);
}

json matched(const std::string& applicants, std::vector<std::string> more = {}) {
  more.insert(more.end(), {"--format", "json"});
  const auto result = match(applicants, more);
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  return json::parse(result.output);
}

std::map<std::string, json> by_method(const json& document) {
  std::map<std::string, json> result;
  for (const json& outcome : document["outcomes"]) result[outcome["method"]] = outcome;
  return result;
}

}  // namespace

TEST_CASE("the applicants that ship are placed, each better-liked place refused with a reason") {
  const json document = matched(example);
  std::set<std::string> places;
  for (const json& row : document["matching"]) {
    CAPTURE(row["resident"]);
    REQUIRE(row["hospital"].is_string());
    CHECK(places.insert(row["hospital"]).second);  // one place a site
    CHECK(row["refusals"].size() == row["rank"].get<std::size_t>() - 1);
    CHECK(row["rank"] <= row["list_size"]);
    for (const json& refusal : row["refusals"]) {
      const bool full = refusal["reason"] == "full" && !refusal["preferred"].empty();
      const bool couple = refusal["reason"] == "partner" && row["partner"].is_string();
      CHECK((full || couple));
    }
  }
  CHECK(document["matching"].size() == io::read_delimited(example).rows.size());
  CHECK(document["method"] == "stable_for_applicants");
  auto outcomes = by_method(document);
  CHECK(outcomes.count("stable_for_places") == 0);  // there is a couple
  // Couples may leave no stable matching at all; then it is said.
  const std::string said = run_ancrage({"--lang", "en", "match", ales, "--applicants", example}).output;
  const bool none_exists = said.find("no stable matching exists") != std::string::npos;
  CHECK((outcomes["stable_for_applicants"]["blocking"] != 0) == none_exists);
  CHECK(outcomes["most_served"]["proven"] == true);
  const double served = outcomes["most_served"]["consultations_under_2_5"];
  const double stable = outcomes["stable_for_applicants"]["consultations_under_2_5"];
  CHECK(served > stable);
  CHECK(document["price_of_stability"]["consultations"].get<double>() == Approx(served - stable));
  CHECK(outcomes["least_ranks"]["mean_rank"] <= outcomes["stable_for_applicants"]["mean_rank"]);
}

TEST_CASE("without couples both sides' best stable matchings are there, and the assignment is one option away") {
  const TemporaryDirectory folder;
  const std::string file = folder.write("a.csv", "id,profile\nx,famille\ny,famille\nz,interne\n");
  const json applicants = matched(file);
  const json places = matched(file, {"--optimal-for", "places"});
  CHECK(by_method(applicants).count("stable_for_places") == 1);
  CHECK(places["method"] == "stable_for_places");
  CHECK(applicants["matching"] == places["matching"]);  // by suitability there is one stable matching only
  const json served = matched(file, {"--method", "assignment"});
  CHECK(served["method"] == "most_served");
  CHECK(served["matching"] != applicants["matching"]);
  // x comes before y by its id; when y has priority, y has what x had.
  const std::string first = applicants["matching"][0]["hospital"];
  CHECK(applicants["matching"][0]["rank"] == 1);
  const std::string urgent = folder.write("b.csv", "id,profile,priority\nx,famille,\ny,famille,1\nz,interne,\n");
  CHECK(matched(urgent)["matching"][1]["hospital"] == first);
  // A place's own list stands before that.
  const std::string own = folder.write("p.csv", "id,capacity,preferences\n" + first + ",1,x\n");
  CHECK(matched(urgent, {"--places", own})["matching"][0]["hospital"] == first);
}

TEST_CASE("places are as many as options and table say") {
  const TemporaryDirectory folder;
  const std::string file = folder.write("a.csv", "id\nx\ny\nz\n");
  const std::string places = folder.write("p.csv", "id,capacity\nGénolhac,2\n");
  const auto result = match(file, {"--capacity", "0", "--places", places, "--format", "csv"});
  CHECK(result.exit_code == 0);
  const auto table = io::read_delimited(folder.write("out.csv", result.output));
  CHECK(table.header == std::vector<std::string>{"resident", "hospital", "rank", "better", "hospital_name", "list_size",
                                                 "score", "need_score"});
  CHECK(table.rows[0][4] == "Génolhac");
  CHECK(table.rows[1][4] == "Génolhac");
  CHECK(table.rows[2][1].empty());
  CHECK_THAT(result.errors, Catch::Contains("2") && Catch::Contains("3"));
  const json open = matched(file, {"--open", "2"});
  CHECK(open["matching"][0]["list_size"] == 2);
  CHECK(open["matching"][2]["hospital"].is_null());
}

TEST_CASE("the matching in words: French unless asked, with the rule, the reasons and the price") {
  const auto french = match(example);
  REQUIRE(french.exit_code == 0);
  CHECK_THAT(french.output, Catch::Contains("complet, préféré") && Catch::Contains("Prix de la stabilité") &&
                                Catch::Contains("score d’attractivité") && Catch::Contains("a8"));
  const auto english = match(example, {"--lang", "en"});
  CHECK_THAT(english.output, Catch::Contains("full, preferred: ") && Catch::Contains("Price of stability: ") &&
                                 Catch::Contains("Stable, best for applicants"));
}

TEST_CASE("a group gets the places that suit all of it") {
  const json document = matched(example, {"--together", "--top", "3"});
  REQUIRE(document["groups"].size() == 1);
  const json& group = document["groups"][0];
  CHECK(group["group"] == "msp");
  CHECK(group["members"].size() == 3);
  REQUIRE(group["shared"].size() == 3);
  double before = 100.0;
  for (const json& place : group["shared"]) {
    double least = 100.0;
    for (const json& member : place["members"]) {
      CHECK(member["practice"] == place["hospital"]);
      least = std::min(least, member["score"].get<double>());
    }
    CHECK(place["least"].get<double>() == least);
    CHECK(least <= before);
    before = least;
  }
  CHECK(group["best_by_mean"]["mean"] >= group["shared"][0]["mean"]);
  CHECK(group["infeasible"].is_null());
  const auto text = match(example, {"--together"});
  CHECK_THAT(text.output, Catch::Contains("Groupe") && Catch::Contains("moins bien servi"));
  CHECK_THAT(match(example, {"--together", "--lang", "en"}).output, Catch::Contains("What holds it back most"));
}

TEST_CASE("what is wrong with a matching of a territory is one clear line") {
  const TemporaryDirectory folder;
  const auto applicants = [&](const char* text) { return folder.write("a.csv", text); };
  check_failure(run_ancrage({"match", ales}), 2, "--applicants");
  check_failure(run_ancrage({"match", "--applicants", example}), 2, "TERRITO");
  check_failure(match(example, {"--residents", "r.csv"}), 2, "--residents");
  check_failure(match(example, {"--method", "boston"}), 2, "boston");
  check_failure(match(example, {"--optimal-for", "places"}), 2, "partner");
  check_failure(match(example, {"--together", "--format", "csv"}), 2, "csv");
  check_failure(match("absent.csv"), 3, "absent.csv");
  check_failure(match(applicants("id\na1\na1\n")), 4, "a1");
  check_failure(match(applicants("id,partner\na1,a2\n")), 4, "a2");
  check_failure(match(applicants("id,partner\na1,a2\na2,\n")), 4, "a1");
  check_failure(match(applicants("id,profile\na1,intern\n")), 4, "interne");
  check_failure(match(applicants("id,within\na1,Atlantide=30\n")), 4, "Atlantide");
  check_failure(match(applicants("id,within\na1,Mende=5\n")), 5, "a1");
  check_failure(match(applicants("id\na1\n"), {"--capacity", "0"}), 5, "--capacity");
  check_failure(match(applicants("id\na1\n"), {"--together"}), 4, "group");
  const std::string pair = applicants("id,within\na1,Génolhac=5\na2,Alès=2\n");
  check_failure(match(pair, {"--together"}), 5, "a1");
  const auto places = [&](const char* text) { return folder.write("p.csv", text); };
  check_failure(match(pair, {"--places", places("id,capacity\nAtlantide,1\n")}), 4, "Atlantide");
  check_failure(match(pair, {"--places", places("id,capacity\nAnduze,many\n")}), 4, "many");
  check_failure(match(pair, {"--places", places("id,capacity\nAnduze,1\nanduze,2\n")}), 4, "Anduze");
  check_failure(match(pair, {"--places", places("id,capacity,preferences\nAnduze,1,a1>a9\n")}), 4, "a9");
  check_failure(match(pair, {"--places", places("id,capacity,preferences\nAnduze,1,a1>a2>a1\n")}), 4, "a1");
}

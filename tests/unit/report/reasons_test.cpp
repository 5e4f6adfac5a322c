// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/reasons.hpp"

#include "ancrage/assessment/apply_profile.hpp"
#include "ancrage/decision/value_function.hpp"
#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::test;
using assessment::Assessment;
using assessment::Score;

namespace {

territory::Territory two_communes() {
  auto territory = drawn_territory({"AA..........BB"},
                                   {{.letter = 'A', .people_per_cell = 3000, .gps = 9.0, .gps_60_plus = 1.0},
                                    {.letter = 'B', .people_per_cell = 500, .zone = territory::ZoneStatus::zip}});
  add_place(territory.health_poles, "p", "MSP", "maison_de_sante", cell_middle(1, 0));
  add_place(territory.facilities, "f", "Pharmacie", "pharmacy", cell_middle(12, 0));
  return territory;
}

double score_of(const Assessment& assessment, std::size_t site) {
  return assessment.score(Score::attractiveness, site).score.value();
}

}  // namespace

TEST_CASE("a site is told what brings most points and what costs most") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  const auto sentences = report::site_reasons(assessment, Score::attractiveness, 0, Language("en"));
  REQUIRE(sentences.size() == 2);
  CHECK_THAT(sentences[0], Catch::StartsWith("“Nearest health pole” counts most (≈ 4 min): "));
  CHECK_THAT(sentences[1], Catch::Contains("“Nearest pharmacy” holds it back most"));
  const auto french = report::site_reasons(assessment, Score::attractiveness, 0, Language("fr"));
  CHECK_THAT(french[0], Catch::Contains("compte le plus"));
}

TEST_CASE("what would have to change for a site to pass another does it, a hair farther") {
  const auto territory = two_communes();
  auto assessment = assessment::assess(territory);
  const auto changes = report::passing_changes(territory, assessment, Score::attractiveness, 1, 0);
  CHECK(changes.ahead == 0);
  CHECK(changes.behind == 1);
  REQUIRE_FALSE(changes.weights.empty());
  REQUIRE_FALSE(changes.facts.empty());

  const auto& fact = changes.facts.front();
  const auto& criterion = assessment.criteria[fact.criterion];
  const decision::ValueFunction utility(criterion.value);
  CHECK(assessment.at(1, fact.criterion).value.value() == fact.from);
  const double whole = 100.0;  // the weights of the drawn territory
  CHECK(score_of(assessment, 1) + 100 * criterion.weight / whole * (utility(fact.to) - utility(fact.from)) ==
        Approx(score_of(assessment, 0)));

  const auto& weight = changes.weights.front();
  std::vector<double> weights;
  for (const auto& each : assessment.criteria) weights.push_back(each.weight);
  const double farther = weight.to + (weight.to > weight.from ? 1e-6 : -1e-6);
  for (std::size_t k = 4; k < 6; ++k) weights[k] = k == weight.criterion ? farther : 1 - farther;
  reweigh(assessment, territory, weights);
  CHECK(score_of(assessment, 1) > score_of(assessment, 0));
}

TEST_CASE("why one site stands before another is told in the same words from either side") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  const Language english("en");
  const auto reasons = report::versus_reasons(territory, assessment, Score::attractiveness, 0, 1, english);
  CHECK(reasons.all() == report::versus_reasons(territory, assessment, Score::attractiveness, 1, 0, english).all());
  CHECK_THAT(reasons.lead, Catch::StartsWith("A stands before B by "));
  REQUIRE(reasons.because.size() == 2);
  CHECK_THAT(reasons.because[0], Catch::Contains("In favour of A, above all “Nearest health pole”"));
  CHECK_THAT(reasons.because[1], Catch::Contains("In favour of B, above all “Nearest pharmacy”: ≈ 0 min"));
  CHECK_THAT(reasons.weight, Catch::StartsWith("B would pass if “") && Catch::Contains("instead of"));
  CHECK_THAT(reasons.fact, Catch::StartsWith("B would pass with “Nearest health pole” below "));
  CHECK(reasons.out.empty());
}

TEST_CASE("equal sites, sites without a score and sites that are out have words of their own") {
  auto territory = two_communes();
  auto assessment = assessment::assess(territory);
  const Language english("en");
  CHECK_THAT(report::versus_reasons(territory, assessment, Score::need, 0, 0, english).lead,
             Catch::Contains("the same score"));
  assessment.limits = {assessment::parse_limit("zone=zip")};
  assessment.shortfalls = {{{}}, {}};
  CHECK(report::versus_reasons(territory, assessment, Score::need, 0, 1, english).out ==
        std::vector<std::string>{"A has no rank: out: not in a ZIP."});
  assessment.scores[0][0].score = Quantity::missing();
  CHECK_THAT(report::versus_reasons(territory, assessment, Score::need, 0, 1, english).lead,
             Catch::Contains("A has no score"));
  CHECK(report::site_reasons(assessment, Score::need, 0, english).empty());
}

TEST_CASE("what nothing alone can change is said") {
  const auto territory = two_communes();
  auto assessment = assessment::assess(territory);
  for (std::size_t k = 4; k < 6; ++k) {
    assessment.contributions[k].utility = 1.0;
    assessment.contributions[6 + k].utility = 0.5;
  }
  reweigh(assessment, territory, {30, 30, 20, 20, 80, 20});
  const auto reasons = report::versus_reasons(territory, assessment, Score::attractiveness, 0, 1, Language("en"));
  CHECK(reasons.weight == "No weight alone would let B pass.");
}

TEST_CASE("a threshold is shown so that it holds, and never as 0 when it is more") {
  const auto territory = two_communes();
  auto assessment = assessment::assess(territory);
  const auto set = [&](std::size_t cell, double minutes, double utility) {
    assessment.contributions[cell].value = minutes;
    assessment.contributions[cell].utility = utility;
  };
  set(4, 0.0, 1.0);  // A: pole, pharmacy
  set(5, 1.0, 0.96);
  set(10, 20.0, 0.5);  // B
  set(11, 0.0, 1.0);
  reweigh(assessment, territory, {30, 30, 20, 20, 80, 20});
  const auto reasons = report::versus_reasons(territory, assessment, Score::attractiveness, 0, 1, Language("en"));
  CHECK(reasons.fact == "B would pass with “Nearest health pole” below 0.4 min instead of 20.0 min.");
}

TEST_CASE("sentences and changes stand in JSON by criterion") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  const auto json = report::versus_reasons_json(territory, assessment, Score::attractiveness, 0, 1, Language("en"));
  CHECK(json["sentences"].size() == 5);
  CHECK(json["weight_changes"][0]["from"].is_number());
  CHECK(json["fact_changes"][0]["id"] == "health_pole_minutes");
  CHECK(report::reasons_json(assessment, 0, Language("en"))["attractiveness"].size() == 2);
}

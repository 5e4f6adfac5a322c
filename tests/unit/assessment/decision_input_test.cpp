// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/decision_input.hpp"

#include "ancrage/decision/stability.hpp"
#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

territory::Territory two_communes() {
  auto territory = drawn_territory({"AA..........BB"}, {{.letter = 'A', .people_per_cell = 3000, .gps = 9.0},
                                                        {.letter = 'B', .people_per_cell = 500}});
  add_place(territory.health_poles, "p", "MSP", "maison_de_sante", cell_middle(0, 0));
  add_place(territory.facilities, "f", "Pharmacie", "pharmacy", cell_middle(12, 0));
  return territory;
}

}  // namespace

TEST_CASE("the utilities of a score, weighted, are its scores") {
  const auto territory = two_communes();
  const Assessment assessment = assess(territory);
  for (const Score which : {Score::need, Score::attractiveness}) {
    const auto table = utility_table(territory, assessment, which);
    decision::check_table(table);
    const auto weights = score_weights(assessment, which);
    REQUIRE(table.columns() == weights.size());
    for (std::size_t site = 0; site < table.rows(); ++site) {
      double sum = 0.0;
      double known = 0.0;
      for (std::size_t k = 0; k < weights.size(); ++k) {
        if (!table.at(site, k).is_number()) continue;
        sum += weights[k] * table.at(site, k).value();
        known += weights[k];
      }
      CHECK(100 * sum / known == Approx(assessment.score(which, site).score.value()));
    }
  }
}

TEST_CASE("raw values keep the direction and the ends of their value functions") {
  const auto territory = two_communes();
  Assessment assessment = assess(territory);
  const auto [first, last] = criteria_of(assessment, Score::attractiveness);
  const std::size_t k = first;
  REQUIRE(assessment.criteria[k].value.front().second > assessment.criteria[k].value.back().second);
  assessment.contributions[k].value = 1e9;  // of the first site
  const auto table = decision_table(territory, assessment, Score::attractiveness);
  decision::check_table(table);
  CHECK(table.directions[0] == decision::Direction::minimise);
  CHECK(table.bounds[0].low == assessment.criteria[k].value.front().first);
  CHECK(table.at(0, 0).value() == table.bounds[0].high);
  CHECK(table.at(1, 0) == assessment.at(1, k).value);
}

TEST_CASE("a value function that rises and falls leaves utilities instead of raw values") {
  const auto territory = two_communes();
  Assessment assessment = assess(territory);
  const std::size_t k = criteria_of(assessment, Score::attractiveness).first;
  assessment.criteria[k].value = {{0, 0.0}, {10, 1.0}, {20, 0.0}};
  const auto table = decision_table(territory, assessment, Score::attractiveness);
  CHECK(table.directions[0] == decision::Direction::maximise);
  CHECK(table.bounds[0] == decision::Interval{0.0, 1.0});
  CHECK(table.at(0, 0).value() == assessment.at(0, k).utility);
}

TEST_CASE("what a fact must become is found on the values of an assessment") {
  const auto territory = two_communes();
  const Assessment assessment = assess(territory);
  const Score which = Score::attractiveness;
  const std::size_t ahead = assessment.ranking(which).front();
  const std::size_t behind = assessment.ranking(which).back();
  const auto [first, last] = criteria_of(assessment, which);
  std::vector<Quantity> raw;
  for (std::size_t k = first; k < last; ++k) raw.push_back(assessment.at(behind, k).value);
  const auto changes = decision::fact_changes(raw, value_functions(assessment, which), score_weights(assessment, which),
                                              assessment.score(which, ahead).score.value());
  REQUIRE_FALSE(changes.empty());
  CHECK(changes.front().utility_to > changes.front().utility_from);
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/method_ranking.hpp"

#include "ancrage/assessment/decision_input.hpp"
#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;
using decision::Method;

namespace {

// B is far from everything, A has it all.
territory::Territory three_communes() {
  auto territory = drawn_territory({"AA...CC.....BB"}, {{.letter = 'A', .people_per_cell = 3000, .gps = 9.0},
                                                        {.letter = 'B', .people_per_cell = 500, .gps = 1.0},
                                                        {.letter = 'C', .people_per_cell = 900, .gps = 1.0}});
  add_place(territory.health_poles, "p", "MSP", "maison_de_sante", cell_middle(0, 0));
  add_place(territory.facilities, "f", "Pharmacie", "pharmacy", cell_middle(0, 0));
  return territory;
}

}  // namespace

TEST_CASE("every method puts the site first that is nearest to everything") {
  const auto territory = three_communes();
  const Assessment assessment = assess(territory);
  const std::size_t best = assessment.ranking(Score::attractiveness).front();
  for (const Method method : {Method::topsis, Method::promethee2, Method::spotis}) {
    CAPTURE(decision::method_key(method));
    const auto ranking = method_ranking(territory, assessment, Score::attractiveness, method);
    CHECK(ranking.order.front() == best);
    CHECK(ranking.rank[best] == 1);
    CHECK(ranking.left_out.empty());
    auto sorted = ranking.order;
    std::sort(sorted.begin(), sorted.end());
    CHECK(sorted == std::vector<std::size_t>{0, 1, 2});
  }
}

TEST_CASE("the distance of SPOTIS is one less a straight value function between the same ends") {
  const auto territory = three_communes();
  Assessment assessment = assess(territory);
  const auto [first, last] = criteria_of(assessment, Score::attractiveness);
  const auto table = decision_table(territory, assessment, Score::attractiveness);
  const auto weights = score_weights(assessment, Score::attractiveness);
  const auto straight = decision::rank_alternatives(table, weights, {.normalisation = decision::Normalisation::bounds});
  const auto ranking = method_ranking(territory, assessment, Score::attractiveness, Method::spotis);
  for (std::size_t site = 0; site < table.rows(); ++site) {
    CHECK(ranking.scores[site].value() == Approx(1 - straight.scores[site].value() / 100));
  }
  CHECK(ranking.order == straight.order);
  CHECK(last > first);
}

TEST_CASE("TOPSIS leaves out a site that lacks a value, the others do not") {
  const auto territory = three_communes();
  Assessment assessment = assess(territory);
  const std::size_t k = criteria_of(assessment, Score::attractiveness).first;
  assessment.contributions[k].value = Quantity::missing();  // of the first site
  const auto topsis = method_ranking(territory, assessment, Score::attractiveness, Method::topsis);
  CHECK(topsis.rank[0] == 0);
  CHECK(topsis.order.back() == 0);
  CHECK(topsis.left_out == std::vector<std::string>{territory.sites.name[0]});
  for (const Method method : {Method::promethee2, Method::spotis}) {
    const auto ranking = method_ranking(territory, assessment, Score::attractiveness, method);
    CHECK(ranking.rank[0] != 0);
    CHECK(ranking.left_out.empty());
  }
}

TEST_CASE("sites that miss a limit have no rank by any method") {
  const auto territory = three_communes();
  Assessment assessment = assess(territory);
  assessment.shortfalls.resize(3);
  assessment.shortfalls[0].emplace_back();
  for (const Method method : {Method::topsis, Method::promethee2, Method::spotis}) {
    const auto ranking = method_ranking(territory, assessment, Score::attractiveness, method);
    CHECK(ranking.rank[0] == 0);
    CHECK(ranking.order.back() == 0);
  }
  const auto table = utility_table_in(territory, assessment, Score::attractiveness);
  CHECK(table.ids == std::vector<std::string>{territory.sites.id[1], territory.sites.id[2]});
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/assessment.hpp"

#include "ancrage/base/error.hpp"
#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

territory::Territory three_communes() {
  auto territory = drawn_territory({"AA..........BB..........CC"},
                                   {{.letter = 'A', .people_per_cell = 3000, .gps = 9.0, .gps_60_plus = 1.0},
                                    {.letter = 'B', .people_per_cell = 500, .zone = territory::ZoneStatus::zip},
                                    {.letter = 'C', .people_per_cell = 800, .gps = 1.0, .gps_60_plus = 1.0}});
  add_place(territory.health_poles, "p", "MSP", "maison_de_sante", cell_middle(0, 0));
  add_place(territory.facilities, "f", "Pharmacie", "pharmacy", cell_middle(12, 0));
  return territory;
}

}  // namespace

TEST_CASE("contributions of a site add up to its score") {
  const auto territory = three_communes();
  const Assessment assessment = assess(territory);
  for (const Score which : {Score::need, Score::attractiveness}) {
    for (std::size_t site = 0; site < territory.sites.size(); ++site) {
      double sum = 0.0;
      for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
        if (assessment.criteria[k].score == which) sum += assessment.at(site, k).contribution;
      }
      CHECK(sum == assessment.score(which, site).score.value());
    }
  }
}

TEST_CASE("need and attractiveness rank sites independently") {
  const auto territory = three_communes();
  const Assessment assessment = assess(territory);
  CHECK(assessment.score(Score::attractiveness, 0).rank == 1);  // A has the pole
  CHECK(assessment.score(Score::need, 0).rank == 3);            // and most doctors
  CHECK(assessment.score(Score::need, 1).rank == 1);            // B is ZIP without any
}

TEST_CASE("a missing value lowers the weight the score rests on, not the score") {
  const Assessment assessment = assess(three_communes());
  CHECK(assessment.score(Score::need, 1).weight_share == Approx(0.8));  // no GP, so no share of older ones
  CHECK(assessment.score(Score::need, 0).weight_share == 1.0);
}

TEST_CASE("adding a site reorders no other") {
  auto territory = three_communes();
  const auto before = assess(territory);
  add_place(territory.sites, "Z", "Z", "user", cell_middle(6, 0), "A");
  const auto after = assess(territory);
  for (std::size_t site = 0; site < 3; ++site) {
    CHECK(before.score(Score::need, site).score == after.score(Score::need, site).score);
    CHECK(before.score(Score::attractiveness, site).score == after.score(Score::attractiveness, site).score);
  }
}

TEST_CASE("a layer the territory has not switches its criteria off, with a word on it") {
  auto territory = three_communes();
  territory.missing_layers = {"health_poles"};
  const Assessment assessment = assess(territory);
  REQUIRE(assessment.diagnostics.size() == 1);
  CHECK(assessment.diagnostics[0].names == std::vector<std::string>{"health_pole_minutes"});
  CHECK(assessment.criteria.size() == territory.criteria.size() - 1);
}

TEST_CASE("other weights give other scores from the same values") {
  const auto territory = three_communes();
  Assessment assessment = assess(territory);
  std::vector<double> only_pharmacy(assessment.criteria.size(), 0.0);
  only_pharmacy.front() = 1.0;
  only_pharmacy.back() = 1.0;
  reweigh(assessment, territory, only_pharmacy);
  CHECK(assessment.ranking(Score::attractiveness).front() == 1);
  CHECK(assessment.score(Score::attractiveness, 1).score.value() == Approx(100));
  CHECK_THROWS_AS(reweigh(assessment, territory, std::vector<double>(assessment.criteria.size(), 0.0)), Error);
  CHECK_THROWS_AS(reweigh(assessment, territory, {1.0}), Error);
}

TEST_CASE("an unknown criterion is refused with the nearest name") {
  auto territory = three_communes();
  territory.criteria.push_back({"gp_densty", "need", 1, {{0, 1}, {1, 0}}});
  CHECK_THROWS_WITH(assess(territory), Catch::Contains("gp_densty") && Catch::Contains("gp_density"));
}

TEST_CASE("sites are found by id, and by name without accents, hyphens and case") {
  auto territory = three_communes();
  add_place(territory.sites, "30269", "Saint-Jean-du-Gard", "commune_centre", {}, "A");
  add_place(territory.sites, "30007", "Alès", "commune_centre", {}, "A");
  add_place(territory.sites, "x1", "MSP Simone Veil (Alès)", "health_pole", {}, "A");
  CHECK(find_site(territory, "30269") == 3);
  CHECK(find_site(territory, "st jean du gard") == 3);
  CHECK(find_site(territory, "ALES") == 4);
  CHECK(find_site(territory, "simone veil") == 5);
  CHECK(find_site(territory, "ale") == 4);  // the commune before the pole named after it
  CHECK_THROWS_WITH(find_site(territory, "Alles"), Catch::Contains("Alès"));
}

TEST_CASE("a name that fits several sites is refused with their identifiers") {
  auto territory = three_communes();
  add_place(territory.sites, "m1", "MSP Nord", "health_pole", {}, "A");
  add_place(territory.sites, "m2", "MSP Sud", "health_pole", {}, "A");
  CHECK_THROWS_WITH(find_site(territory, "msp"), Catch::Contains("m1") && Catch::Contains("m2"));
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/apply_profile.hpp"

#include "ancrage/assessment/scenario_assessment.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

// A at 0.5 km, B at 12.5 km, C at 24.5 km along a line; no roads.
territory::Territory three_communes() {
  auto territory = drawn_territory({"AA..........BB..........CC"},
                                   {{.letter = 'A', .people_per_cell = 3000, .gps = 9.0, .gps_60_plus = 1.0},
                                    {.letter = 'B', .people_per_cell = 500, .zone = territory::ZoneStatus::zip},
                                    {.letter = 'C', .people_per_cell = 800, .zone = territory::ZoneStatus::zac}});
  add_place(territory.health_poles, "p", "MSP Nord", "maison_de_sante", cell_middle(0, 0), "A");
  add_place(territory.health_poles, "d", "Dentaire", "centre_dentaire", cell_middle(24, 0), "C");
  add_place(territory.health_poles, "s", "Centre de santé", "centre_de_sante", cell_middle(12, 0), "B");
  add_place(territory.facilities, "f", "Pharmacie", "pharmacy", cell_middle(12, 0));
  add_place(territory.facilities, "k", "Collège", "college", cell_middle(0, 0));
  return territory;
}

struct Applied {
  territory::Territory territory;
  travel::TerritoryTimes travel;
  access::TerritoryAccess access;
  Assessment assessment;
  SiteMeasures measures;

  explicit Applied(territory::Territory drawn = three_communes())
      : territory(std::move(drawn)),
        travel(territory),
        access(access::territory_access(territory, travel)),
        assessment(assess(territory, travel, access)),
        measures(territory, travel, access) {}

  // Ids of the sites that are in under these limits.
  std::string in(const std::vector<Limit>& limits) {
    set_limits(assessment, territory, limits, measures);
    std::string ids;
    for (std::size_t site = 0; site < territory.sites.size(); ++site) {
      if (assessment.is_in(site)) ids += territory.sites.id[site];
    }
    CHECK(ids.size() == assessment.sites_in());
    return ids;
  }
};

Limit within(const std::string& text) { return parse_place_limit(LimitKind::within, text); }

}  // namespace

TEST_CASE("each kind of limit lets in the sites that meet it, the bound included") {
  Applied at;
  CHECK(at.in({}) == "ABC");
  CHECK(at.in({within("A=30")}) == "AB");
  const double minutes = at.measures.of(within("A=30")).minutes[1].value();
  Limit exact = within("A=30");
  exact.minutes = minutes;
  CHECK(at.in({exact}) == "AB");
  exact.minutes = minutes - 1e-9;
  CHECK(at.in({exact}) == "A");
  CHECK(at.in({parse_limit("group_practice=0")}) == "AB");
  CHECK(at.in({parse_limit("salaried=0")}) == "B");
  CHECK(at.in({parse_limit("college=30")}) == "AB");
  CHECK(at.in({parse_limit("zone=zip")}) == "B");
  CHECK(at.in({parse_limit("zone=zip+zac")}) == "BC");
  CHECK(at.in({parse_place_limit(LimitKind::partner, "C=30")}) == "BC");
  CHECK(at.in({within("A=30"), parse_limit("zone=zip+zac")}) == "B");
}

TEST_CASE("ranks are among the sites that are in, those that are out stay behind, with value and limit") {
  Applied at;
  const double score = at.assessment.score(Score::need, 1).score.value();
  REQUIRE(at.in({parse_place_limit(LimitKind::partner, "A=30")}) == "AB");
  for (const Score which : {Score::need, Score::attractiveness}) {
    CHECK(at.assessment.ranking(which).back() == 2);
    CHECK(at.assessment.score(which, 2).rank == 0);
    CHECK(at.assessment.score(which, at.assessment.ranking(which)[0]).rank == 1);
    CHECK(at.assessment.score(which, at.assessment.ranking(which)[1]).rank == 2);
  }
  CHECK(at.assessment.score(Score::need, 1).score.value() == score);
  REQUIRE(at.assessment.shortfalls[2].size() == 1);
  CHECK(at.assessment.shortfalls[2][0].minutes.value() == Approx(4.1 * std::pow(24.0, 0.68)));
  CHECK_FALSE(at.assessment.shortfalls[2][0].straight_line);
}

TEST_CASE("other weights keep the limits") {
  Applied at;
  at.in({parse_limit("zone=zip")});
  std::vector<double> weights(at.assessment.criteria.size(), 1.0);
  reweigh(at.assessment, at.territory, weights);
  CHECK(at.assessment.sites_in() == 1);
  CHECK(at.assessment.score(Score::need, 1).rank == 1);
  CHECK(at.assessment.score(Score::need, 0).rank == 0);
}

TEST_CASE("a commune whose zone is not known is out of every zone, and told so") {
  auto territory = three_communes();
  territory.communes.zone[2] = territory::ZoneStatus::unmatched;
  Applied at(std::move(territory));
  CHECK(at.in({parse_limit("zone=zip+zac")}) == "B");
  CHECK(at.assessment.shortfalls[2][0].zone_unknown);
  CHECK_FALSE(at.assessment.shortfalls[0][0].zone_unknown);
}

TEST_CASE("where no road leads, minutes come from the straight line, and say so") {
  auto territory = three_communes();
  territory.roads.name = {"D 1"};
  territory.roads.road_class = {"departmental"};
  territory.roads.line.add_line(std::array{cell_middle(0, 0), cell_middle(12, 0)});
  territory.roads.line.end_feature();
  Applied at(std::move(territory));
  const LimitMeasure& measure = at.measures.of(within("A=30"));
  CHECK(measure.straight_line == std::vector<std::uint8_t>{0, 0, 1});
  CHECK(measure.minutes[2].value() == Approx(4.1 * std::pow(24.0, 0.68)));
  at.in({within("A=30")});
  CHECK(at.assessment.shortfalls[2][0].straight_line);
}

TEST_CASE("a place outside is where its coordinates say, and one that nobody knows is refused") {
  Applied at;
  Limit far = within("Paris=240");
  far.lon_lat = LonLat{2.35, 48.85};
  CHECK(at.measures.of(far).place == "Paris");
  CHECK(at.measures.of(far).minutes[0].value() > 480);
  CHECK(at.measures.of(within("montpellier=60")).place == "Montpellier");  // of the towns that ship
  const auto fault = fault_of([&] { at.in({within("Atlantide=30")}); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Catch::Contains("Atlantide") && Catch::Contains("longitude"));
  CHECK(at.measures.of(within("msp nord=5")).place == "MSP Nord");
}

TEST_CASE("a profile replaces the weights of the scores that it names") {
  Applied at;
  Profile profile{.name = "x"};
  profile.weights[1] = {{"pharmacy_minutes", 3.0}};
  const auto weights = profile_weights(at.assessment, at.territory, profile);
  CHECK(weights == std::vector<double>{30, 30, 20, 20, 0, 3});
  apply(at.assessment, at.territory, profile, at.measures);
  CHECK(at.assessment.ranking(Score::attractiveness).front() == 1);
  apply(at.assessment, at.territory, Profile{.name = "y"}, at.measures);
  CHECK(at.assessment.criteria[5].weight == 20);
}

TEST_CASE("a criterion that the territory does not use is left out and named, one of the other score is refused") {
  Applied at;
  Profile profile{.name = "x"};
  profile.weights[1] = {{"pharmacy_minutes", 3.0}, {"station_minutes", 1.0}};
  apply(at.assessment, at.territory, profile, at.measures);
  apply(at.assessment, at.territory, profile, at.measures);
  REQUIRE(at.assessment.diagnostics.size() == 1);
  CHECK(at.assessment.diagnostics[0].names == std::vector<std::string>{"station_minutes"});
  profile.weights[1] = {{"station_minutes", 1.0}};
  CHECK(fault_of([&] { apply(at.assessment, at.territory, profile, at.measures); })->code == ErrorCode::wrong_input);
  profile.weights[1] = {{"gp_density", 1.0, "mine.toml:3"}};
  const auto fault = fault_of([&] { apply(at.assessment, at.territory, profile, at.measures); });
  REQUIRE(fault);
  CHECK_THAT(fault->text, Catch::Contains("gp_density") && Catch::Contains("mine.toml:3"));
}

TEST_CASE("limits that leave no site name the one that removes all, and from where on a site is in") {
  Applied at;
  at.in({parse_limit("zone=zip"), within("C=5"), within("A=5")});
  CHECK(at.assessment.sites_in() == 0);
  CHECK(infeasibility(at.assessment)->code() == ErrorCode::infeasible);
  at.in({parse_limit("lycee=20")});
  CHECK_THAT(infeasibility(at.assessment)->what(), Catch::Contains("One limit removes every site") &&
                                                       Catch::Contains("--limit lycee=20") && Catch::Contains("3"));
  at.in({parse_limit("zone=zip"), within("A=5")});
  const auto together = infeasibility(at.assessment);
  REQUIRE(together);
  CHECK_THAT(together->what(), Catch::Contains("together"));
  CHECK_THAT(together->what(), Catch::Contains("--limit zone=zip"));
  at.in({parse_limit("salaried=0"), within("A=10")});
  CHECK_THAT(infeasibility(at.assessment)->what(), Catch::Contains("salaried=0") && Catch::Contains("22.2 min"));
  at.in({parse_limit("zone=zip")});
  CHECK_FALSE(infeasibility(at.assessment));
}

TEST_CASE("limits under a scenario see the poles that it opens and closes") {
  const auto territory = three_communes();
  access::Scenario scenario;
  scenario.changes = {access::parse_change(access::ChangeKind::close, "p:1"),
                      access::parse_change(access::ChangeKind::open, "C:1")};
  access::settle(scenario);
  const travel::TerritoryTimes travel(territory);
  ScenarioAssessment under = assess_scenario(territory, travel, scenario);
  SiteMeasures measures(territory, travel, under.access, &under.health_poles);
  set_limits(under.assessment, territory, {parse_limit("group_practice=0")}, measures);
  CHECK_FALSE(under.assessment.is_in(0));
  CHECK(under.assessment.is_in(1));
  CHECK(under.assessment.is_in(2));
}

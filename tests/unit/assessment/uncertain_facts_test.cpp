// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/uncertain_facts.hpp"

#include "ancrage/access/distribution.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

// A has practitioners, B 12 km away has none, C of the ring neither.
territory::Territory two_and_ring() {
  return drawn_territory({"CA..........B"}, {{.letter = 'A', .people_per_cell = 6000, .gps = 3.5},
                                             {.letter = 'B', .people_per_cell = 500},
                                             {.letter = 'C', .people_per_cell = 1000, .member = false}});
}

// 3.5 practitioners for 7,000 people of A and C: half the acts of one for everybody, a thousandth each.
constexpr double people_a_gp = 7000 / 3.5;

FactLevels only_acts(std::vector<double> acts) {
  return {.time_factors = {1.0}, .acts = std::move(acts), .decays = {access::parse_decay("binary:10")}};
}

}  // namespace

TEST_CASE("facts as they are taken leave every site where it is") {
  const auto territory = two_and_ring();
  const Assessment assessment = assess(territory);
  const FactLevels levels{
      .time_factors = {1.0}, .acts = {territory.access.acts}, .decays = {access::parse_decay(territory.access.decay)}};
  for (const Score which : {Score::need, Score::attractiveness}) {
    const auto facts = uncertain_facts(territory, assessment, which, levels);
    REQUIRE(facts.sites.size() == territory.sites.size());
    for (std::size_t site = 0; site < facts.sites.size(); ++site) {
      const auto& one = facts.sites[site];
      CHECK(one.rank == assessment.score(which, site).rank);
      CHECK(one.keeps_place == (one.rank > 0 ? 1.0 : 0.0));
      CHECK(one.best_rank == one.rank);
      CHECK(one.worst_rank == one.rank);
      CHECK(one.first == (one.rank == 1 ? 1.0 : 0.0));
      CHECK(one.first_five == one.keeps_place);
    }
    for (std::size_t c = 0; c < facts.communes.size(); ++c) {
      const Quantity apl = assessment.commune_accessibility[c];
      CHECK(facts.communes[c].accessibility == apl);
      CHECK(facts.communes[c].under_served == (access::is_under(apl.value(), 2.5) ? 1.0 : 0.0));
    }
  }
}

TEST_CASE("a commune is under-served in the share of the cases in which it is") {
  const auto territory = two_and_ring();
  const Assessment assessment = assess(territory);
  // 2.5 needs 5,000 acts from each of them.
  const auto facts = uncertain_facts(territory, assessment, Score::need,
                                     only_acts({2.4 * people_a_gp, 2.6 * people_a_gp, 2.5 * people_a_gp, 3000}));
  CHECK(facts.communes[0].under_served == 0.5);
  CHECK(facts.communes[1].under_served == 1.0);
}

TEST_CASE("longer ways take practitioners out of reach") {
  const auto territory = drawn_territory(
      {"A...B"}, {{.letter = 'A', .people_per_cell = 1000, .gps = 2.0}, {.letter = 'B', .people_per_cell = 500}});
  const Assessment assessment = assess(territory);
  const auto minutes = [&] {
    const travel::TerritoryTimes travel(territory);
    const auto& sites = territory.sites;
    const travel::TimedPlaces places{sites.position, sites.id, sites.commune_code};
    return travel.between(places, places, 60.0).minutes_of(0).back();
  }();
  const FactLevels levels{
      .time_factors = {0.5, 1.0, 2.0}, .acts = {5400}, .decays = {access::Decay::binary(1.5 * minutes)}};
  const auto facts = uncertain_facts(territory, assessment, Score::need, levels);
  CHECK(facts.communes[1].under_served == Approx(1 / 3.0));
}

TEST_CASE("the weights of the assessment count, not those of the territory") {
  const auto territory = two_and_ring();
  Assessment assessment = assess(territory);
  std::vector<double> weights;
  for (const auto& criterion : assessment.criteria) weights.push_back(criterion.weight);
  const auto [first, last] = criteria_of(assessment, Score::need);
  for (std::size_t k = first + 1; k < last; ++k) weights[k] = 0.0;
  reweigh(assessment, territory, weights);
  const FactLevels levels{
      .time_factors = {1.0}, .acts = {territory.access.acts}, .decays = {access::parse_decay(territory.access.decay)}};
  const auto facts = uncertain_facts(territory, assessment, Score::need, levels);
  for (const auto& site : facts.sites) CHECK(site.keeps_place == 1.0);
}

TEST_CASE("uncertain facts stop when asked") {
  const auto territory = two_and_ring();
  const Assessment assessment = assess(territory);
  std::stop_source stop;
  stop.request_stop();
  const auto fault =
      fault_of([&] { uncertain_facts(territory, assessment, Score::need, {}, {.stop = stop.get_token()}); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::interrupted);
}

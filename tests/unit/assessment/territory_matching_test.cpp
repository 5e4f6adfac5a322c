// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/territory_matching.hpp"

#include "ancrage/access/scenario_effect.hpp"
#include "support/errors.hpp"
#include "support/matching_market.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

TEST_CASE("a place that two want goes to whom it suits best, the other takes its next") {
  const MatchingMarket market;
  // Both like A best; it scores 100 for z, and less for a, to whom pharmacies matter.
  const auto result = market.match({applicant("a", 80, 20), applicant("z", 1, 0)}, market.offers());
  CHECK(places_of(market, result, Outcome::stable_for_applicants) == "B A");
  CHECK(places_of(market, result, Outcome::stable_for_places) == "B A");
  const auto& stable = *result.outcome(Outcome::stable_for_applicants);
  CHECK(stable.matching == matching::Matching{1, 0});
  CHECK(stable.placed == 2);
  CHECK(stable.first_choices == 1);
  CHECK(stable.mean_rank == Approx(1.5));
  CHECK(stable.blocking() == 0);
  CHECK(result.diagnostics.empty());
}

TEST_CASE("priority stands before suitability, a place's own list before both, arrival in its stead") {
  const MatchingMarket market;
  std::vector<Applicant> two{applicant("a", 80, 20), applicant("z", 1, 0)};
  CHECK(places_of(market, market.match(two, market.offers(), {.order = PlaceOrder::arrival}),
                  Outcome::stable_for_applicants) == "A B");
  two[0].priority = 1;
  CHECK(places_of(market, market.match(two, market.offers()), Outcome::stable_for_applicants) == "A B");
  PlaceOffers offers = market.offers();
  offers.preferred[0] = {1};
  CHECK(places_of(market, market.match(two, offers), Outcome::stable_for_applicants) == "B A");
}

TEST_CASE("where places have lists of their own the two sides' best matchings may differ") {
  const MatchingMarket market;
  // Each likes another place best, and each place the other applicant.
  const std::vector<Applicant> two{applicant("a", 1, 0), applicant("b", 0, 1)};
  PlaceOffers offers = market.offers();
  offers.preferred[0] = {1};
  offers.preferred[1] = {0};
  const auto result = market.match(two, offers);
  CHECK(places_of(market, result, Outcome::stable_for_applicants) == "A B");
  CHECK(places_of(market, result, Outcome::stable_for_places) == "B A");
  CHECK(places_of(market, result, Outcome::least_ranks) == "A B");
}

TEST_CASE("who finds no place is told by which limit, and nobody at all is infeasible") {
  const MatchingMarket market;
  const Applicant fussy = applicant("f", 1, 0, {"A=1", "C=1"});
  const auto result = market.match({applicant("a", 1, 0), fussy}, market.offers());
  CHECK(places_of(market, result, Outcome::stable_for_applicants) == "A -");
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].severity == Severity::warning);
  CHECK(result.diagnostics[0].names == std::vector<std::string>{"f", "--within A=1"});
  const auto nobody = fault_of([&] { market.match({fussy}, market.offers()); });
  REQUIRE(nobody);
  CHECK(nobody->code == ErrorCode::infeasible);
  CHECK_THAT(nobody->text, Catch::Contains("--within A=1"));
  CHECK(fault_of([&] { market.match({applicant("a", 1, 0)}, market.offers(0)); })->code == ErrorCode::infeasible);
  PlaceOffers only_c = market.offers(0);
  only_c.capacity[2] = 1;
  CHECK(fault_of([&] { market.match({applicant("a", 1, 0, {"A=1"})}, only_c); })->code == ErrorCode::infeasible);
}

TEST_CASE("fewer places than applicants is said, and a site listed without places refuses") {
  const MatchingMarket market;
  PlaceOffers offers = market.offers();
  offers.capacity[0] = 0;
  offers.listed[0] = 1;
  const auto result = market.match({applicant("a", 1, 0), applicant("b", 1, 0), applicant("c", 1, 0)}, offers);
  CHECK(places_of(market, result, Outcome::stable_for_applicants) == "B C -");
  CHECK(result.outcome(Outcome::stable_for_applicants)->matching[0] == 1);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK_THAT(english_text(result.diagnostics[0].what), Catch::Contains("2") && Catch::Contains("3"));
  // Not listed, it is not even named.
  offers.listed[0] = 0;
  CHECK(market.match({applicant("a", 1, 0)}, offers).outcome(Outcome::stable_for_applicants)->matching[0] == 0);
}

TEST_CASE("only the sites of the greatest need open when so asked") {
  const MatchingMarket market;
  const auto all = market.match({applicant("a", 1, 0)}, market.offers());
  const auto neediest = std::max_element(all.need.begin(), all.need.end()) - all.need.begin();
  const auto one = market.match({applicant("a", 1, 0)}, market.offers(), {.open = 1});
  REQUIRE(one.sites.size() == 1);
  CHECK(one.sites[0] == static_cast<std::size_t>(neediest));
  CHECK(one.outcome(Outcome::stable_for_applicants)->mean_need == all.need[static_cast<std::size_t>(neediest)]);
}

TEST_CASE("a couple takes two places near each other, or none") {
  const MatchingMarket market;
  std::vector<Applicant> couple{applicant("a", 1, 0), applicant("b", 1, 0), applicant("c", 1, 0)};
  couple[0].partner = 1;
  couple[1].partner = 0;
  couple[2].priority = 1;  // takes A, which both would like best
  const auto near = market.match(couple, market.offers(), {.couple_minutes = 15});
  CHECK(places_of(market, near, Outcome::stable_for_applicants) == "B C A");
  CHECK_FALSE(near.outcome(Outcome::stable_for_places));
  CHECK(near.outcome(Outcome::stable_for_applicants)->blocking() == 0);
  const auto same_place = market.match(couple, market.offers(2), {.couple_minutes = 1});
  CHECK(places_of(market, same_place, Outcome::stable_for_applicants) == "B B A");
  const auto apart = market.match(couple, market.offers(), {.couple_minutes = 10});
  CHECK(places_of(market, apart, Outcome::stable_for_applicants) == "- - A");
  for (const auto& outcome : apart.outcomes) {
    if (outcome) CHECK(outcome->matching[0] == matching::none);
  }
}

TEST_CASE("a couple whose limits are too far apart is named") {
  const MatchingMarket market;
  std::vector<Applicant> couple{applicant("a", 1, 0, {"A=1"}), applicant("b", 1, 0, {"C=1"})};
  couple[0].partner = 1;
  couple[1].partner = 0;
  const auto result = market.match(couple, market.offers(), {.couple_minutes = 20});
  CHECK(places_of(market, result, Outcome::stable_for_applicants) == "- -");
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].names == std::vector<std::string>{"a", "b"});
}

TEST_CASE("people lifted are those of a scenario with the same newcomers") {
  const MatchingMarket market;
  const auto result = market.match({applicant("a", 1, 0), applicant("b", 0, 1)}, market.offers());
  const auto& stable = *result.outcome(Outcome::stable_for_applicants);
  REQUIRE(places_of(market, result, Outcome::stable_for_applicants) == "A B");
  access::Scenario scenario;
  scenario.changes = {access::parse_change(access::ChangeKind::add, "A"),
                      access::parse_change(access::ChangeKind::add, "B")};
  access::settle(scenario);
  const auto effect = access::scenario_effect(market.territory, market.travel, scenario);
  const auto& crossing = effect.change.crossing(access::PeopleGroup::all, 0);
  CHECK(stable.people_lifted > 0);
  CHECK(stable.people_lifted == Approx(crossing.lifted));
  // Everybody is under 2.5 there, so all that newcomers do for members counts.
  REQUIRE(crossing.under_before == Approx(effect.change.group(access::PeopleGroup::all).people));
  CHECK(stable.consultations_under == Approx(effect.change.acts_gained));
}

namespace {

struct RandomCase {
  std::vector<Applicant> applicants;
  PlaceOffers offers;
  MatchingChoices choices;
};

RandomCase random_case(std::mt19937_64& random, const MatchingMarket& market) {
  RandomCase result;
  const std::size_t size = 1 + random() % 6;
  const std::vector<std::string> towns{"A", "B", "C", "D", "E"};
  for (std::size_t a = 0; a < size; ++a) {
    std::vector<std::string> within;
    if (random() % 2 == 0) within.push_back(towns[random() % 5] + "=" + std::to_string(10 + random() % 25));
    result.applicants.push_back(applicant("a" + std::to_string(a), static_cast<double>(1 + random() % 5),
                                          static_cast<double>(random() % 5), within));
    if (random() % 3 == 0) result.applicants.back().priority = static_cast<std::uint32_t>(1 + random() % 2);
  }
  result.offers = market.offers();
  for (std::size_t site = 0; site < market.territory.sites.size(); ++site) {
    result.offers.capacity[site] = static_cast<std::uint32_t>(random() % 3);
    if (random() % 3 == 0) result.offers.preferred[site] = {static_cast<std::uint32_t>(random() % size)};
  }
  result.offers.capacity[random() % 5] = 1;
  result.choices.order = random() % 2 == 0 ? PlaceOrder::suitability : PlaceOrder::arrival;
  return result;
}

// Whether the site would rather have `a` than `b`: read from the definition.
bool prefers(const RandomCase& of, const std::vector<ApplicantView>& views, std::size_t site, std::size_t a,
             std::size_t b) {
  const auto& own = of.offers.preferred[site];
  const bool named_a = !own.empty() && own[0] == a;
  const bool named_b = !own.empty() && own[0] == b;
  if (named_a != named_b) return named_a;
  if (of.applicants[a].priority != of.applicants[b].priority)
    return of.applicants[a].priority < of.applicants[b].priority;
  if (of.choices.order == PlaceOrder::arrival) return a < b;
  if (views[a].score[site] != views[b].score[site]) return views[a].score[site] > views[b].score[site];
  return of.applicants[a].id < of.applicants[b].id;
}

// Whether applicant and site would leave what they have for each other.
bool would_elope(const RandomCase& of, const std::vector<ApplicantView>& views, const std::vector<std::size_t>& site_of,
                 const std::vector<std::string>& id, std::size_t a, std::size_t site) {
  constexpr std::size_t nowhere = SIZE_MAX;
  if (!views[a].is_in(site) || of.offers.capacity[site] == 0 || site_of[a] == site) return false;
  if (site_of[a] != nowhere) {
    const double has = views[a].score[site_of[a]];
    const double wants = views[a].score[site];
    if (wants < has || (wants == has && id[site] > id[site_of[a]])) return false;
  }
  std::size_t there = 0;
  bool dearer = false;
  for (std::size_t b = 0; b < site_of.size(); ++b) {
    if (site_of[b] != site) continue;
    ++there;
    dearer = dearer || prefers(of, views, site, a, b);
  }
  return there < of.offers.capacity[site] || dearer;
}

}  // namespace

TEST_CASE("no applicant and no place of a matched territory would rather have each other") {
  auto drawn = drawn_territory({"A.....B.....C", ".............", "...D......E.."},
                               {{.letter = 'A', .people_per_cell = 3000, .gps = 1.0},
                                {.letter = 'B', .people_per_cell = 2500},
                                {.letter = 'C', .people_per_cell = 1500},
                                {.letter = 'D', .people_per_cell = 900, .gps = 1.0},
                                {.letter = 'E', .people_per_cell = 700}});
  add_place(drawn.health_poles, "p", "MSP", "maison_de_sante", cell_middle(0, 2), "A");
  add_place(drawn.health_poles, "q", "MSP Est", "maison_de_sante", cell_middle(10, 0), "E");
  add_place(drawn.facilities, "f", "Pharmacie", "pharmacy", cell_middle(6, 2));
  const MatchingMarket market(std::move(drawn));
  constexpr std::uint64_t seed = 4;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t refused = 0;
  for (int i = 0; i < 300; ++i) {
    CAPTURE(i);
    const RandomCase of = random_case(random, market);
    std::optional<TerritoryMatching> found;
    if (const auto fault = fault_of([&] { found = market.match(of.applicants, of.offers, of.choices); })) {
      REQUIRE(fault->code == ErrorCode::infeasible);
      continue;
    }
    for (const Outcome which : {Outcome::stable_for_applicants, Outcome::stable_for_places}) {
      const auto& outcome = *found->outcome(which);
      std::vector<std::size_t> site_of(of.applicants.size(), SIZE_MAX);
      std::vector<std::uint32_t> taken(market.territory.sites.size(), 0);
      for (std::size_t a = 0; a < site_of.size(); ++a) {
        const std::uint32_t hospital = matching::hospital_of(found->instance, outcome.matching, a);
        if (hospital == matching::none) continue;
        site_of[a] = found->sites[hospital];
        REQUIRE(found->views[a].is_in(site_of[a]));
        REQUIRE(++taken[site_of[a]] <= of.offers.capacity[site_of[a]]);
        refused += outcome.matching[a] > 0 ? 1u : 0u;
      }
      for (std::size_t a = 0; a < site_of.size(); ++a) {
        for (std::size_t site = 0; site < taken.size(); ++site) {
          REQUIRE_FALSE(would_elope(of, found->views, site_of, market.territory.sites.id, a, site));
        }
      }
    }
    // What the planner's assignment is for: nobody serves more, as many are placed.
    const auto& served = *found->outcome(Outcome::most_served);
    for (const auto& outcome : found->outcomes) {
      REQUIRE(outcome->placed <= served.placed);
      REQUIRE(std::floor(outcome->consultations_under) <= served.consultations_under + 5.0);
    }
  }
  CHECK(refused > 100);
}

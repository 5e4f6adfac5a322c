// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/shared_places.hpp"

#include "support/errors.hpp"
#include "support/matching_market.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

MatchingMarket with_pole_site() {
  auto territory = line_of_three();
  territory.sites.kind[0] = "health_pole";
  return MatchingMarket(std::move(territory));
}

}  // namespace

TEST_CASE("a group's place is the best for the member who is served worst there") {
  const MatchingMarket market;
  // At A the pole scores 100 and the pharmacy, 13.9 minutes away, 44; at B 65 and 100.
  const GroupPlaces group = market.together({applicant("a", 1, 0), applicant("b", 1, 0), applicant("c", 0, 1)});
  REQUIRE(group.shared.size() == 3);
  CHECK(group.open == 3);
  CHECK(market.territory.sites.id[group.shared[0].site] == "B");
  CHECK(group.shared[0].least == Approx(100.0 * (1 - 4.1 * std::pow(6.0, 0.68) / 40)));
  CHECK(group.shared[0].least_member == 0);
  REQUIRE(group.shared[0].loss);
  CHECK(group.shared[0].loss->points == Approx(100.0 - group.shared[0].least));
  // By the mean A is better: 100, 100 and 44.
  CHECK(market.territory.sites.id[group.shared[group.best_by_mean].site] == "A");
  CHECK(group.shared[group.best_by_mean].least_member == 2);
  CHECK(group.poles.empty());
}

TEST_CASE("everybody's limits hold at a shared place, and it has a place for each") {
  const MatchingMarket market;
  const std::vector<Applicant> two{applicant("a", 1, 0, {"A=15"}), applicant("b", 1, 0, {"C=15"})};
  const GroupPlaces group = market.together(two);
  REQUIRE(group.shared.size() == 1);
  CHECK(market.territory.sites.id[group.shared[0].site] == "B");
  CHECK(group.without == std::vector<std::size_t>{2, 2});
  const GroupPlaces crowded = market.together(two, {}, 1);
  CHECK(crowded.shared.empty());
  CHECK(infeasibility(crowded, two)->code() == ErrorCode::infeasible);
}

TEST_CASE("a pole for half of the group, and a secondary practice near it for the others") {
  const MatchingMarket market = with_pole_site();
  const std::vector<Applicant> two{applicant("a", 1, 0, {"A=5"}), applicant("b", 1, 0, {"B=5"})};
  const GroupPlaces group = market.together(two, {.secondary_minutes = 20});
  CHECK(group.shared.empty());
  CHECK_FALSE(infeasibility(group, two));
  REQUIRE(group.poles.size() == 1);
  CHECK(group.poles[0].practice == std::vector<std::size_t>{0, 1});
  CHECK(group.poles[0].minutes[1] == Approx(4.1 * std::pow(6.0, 0.68)));
  CHECK_FALSE(group.poles[0].all_at_site());
  const GroupPlaces near_only = market.together(two, {.secondary_minutes = 10});
  CHECK(near_only.poles.empty());
  const auto fault = infeasibility(near_only, two);
  REQUIRE(fault);
  CHECK_THAT(fault->what(), Catch::Contains("without the limits of a"));
  // Two of three elsewhere is not together.
  const std::vector<Applicant> three{two[0], two[1], applicant("c", 1, 0, {"B=5"})};
  CHECK(market.together(three, {.secondary_minutes = 20}).poles.empty());
}

TEST_CASE("groups are those of the column, or all applicants, and have two to five members") {
  std::vector<Applicant> applicants;
  for (int i = 0; i < 5; ++i) applicants.push_back(applicant("a" + std::to_string(i), 1, 0));
  CHECK(groups_of(applicants) == std::vector<std::vector<std::size_t>>{{0, 1, 2, 3, 4}});
  applicants[1].group = applicants[3].group = "msp";
  applicants[0].group = applicants[4].group = "cpts";
  CHECK(groups_of(applicants) == std::vector<std::vector<std::size_t>>{{0, 4}, {1, 3}});
  applicants[4].group.clear();
  const auto alone = fault_of([&] { groups_of(applicants); });
  REQUIRE(alone);
  CHECK(alone->code == ErrorCode::wrong_input);
  CHECK_THAT(alone->text, Catch::Contains("cpts"));
  for (Applicant& member : applicants) member.group.clear();
  applicants.push_back(applicant("a5", 1, 0));
  CHECK(fault_of([&] { groups_of(applicants); })->code == ErrorCode::wrong_input);
}

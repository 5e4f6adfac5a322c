// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/stable_matching.hpp"

#include "support/errors.hpp"
#include "support/random_matching.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <string>

using namespace ancrage;
using namespace ancrage::matching;
using namespace ancrage::test;

namespace {

std::vector<std::uint32_t> hospitals_of(const HospitalResidents& instance, const Matching& matching) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t r = 0; r < matching.size(); ++r) result.push_back(hospital_of(instance, matching, r));
  return result;
}

std::vector<std::size_t> sizes_of(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of) {
  std::vector<std::size_t> sizes(market.hospitals.size(), 0);
  for (const std::uint32_t h : hospital_of) {
    if (h != none) ++sizes[h];
  }
  return sizes;
}

bool likes_at_least_as_well(const std::vector<std::uint32_t>& wishes, std::uint32_t a, std::uint32_t b) {
  return position_in(wishes, a) <= position_in(wishes, b);
}

// The example of METHODS.md section 5 (Python package matching, Wilde & Knight 2020): residents A S D J L, hospitals
// M C G of two places each.
constexpr std::uint32_t A = 0, S = 1, D = 2, J = 3, L = 4;
constexpr std::uint32_t M = 0, C = 1, G = 2;

RandomMarket published() {
  return {{{C}, {C, M}, {C, M, G}, {C, G, M}, {M, C, G}}, {{D, L, S, J}, {D, A, S, L, J}, {D, J, L}}, {2, 2, 2}};
}

}  // namespace

TEST_CASE("the published example is matched as published", "[matching]") {
  const HospitalResidents instance = published().instance();
  const std::vector<std::uint32_t> expected{C, M, C, G, M};
  CHECK(hospitals_of(instance, stable_matching(instance, Side::residents)) == expected);
  CHECK(all_stable(published()).size() == 1);
  CHECK(hospitals_of(instance, stable_matching(instance, Side::hospitals)) == expected);
}

TEST_CASE("each better-liked place says why not", "[matching]") {
  const HospitalResidents instance = published().instance();
  const Matching matching = stable_matching(instance, Side::residents);
  const Intake intake(instance, matching);
  const auto of_s = refusals(instance, matching, intake, S);
  REQUIRE(of_s.size() == 1);
  CHECK(of_s[0].hospital == C);
  CHECK(of_s[0].reason == Reason::full);
  CHECK(std::vector(of_s[0].preferred.begin(), of_s[0].preferred.end()) == std::vector<std::uint32_t>{D, A});
  CHECK(refusals(instance, matching, intake, L).empty());

  RandomMarket market = published();
  market.capacity[C] = 0;
  market.hospitals[M] = {D, L, S};
  const HospitalResidents other = market.instance();
  const Matching others = stable_matching(other, Side::residents);
  const Intake others_intake(other, others);
  const auto of_j = refusals(other, others, others_intake, J);
  REQUIRE(of_j.size() == 1);  // G has room
  CHECK(of_j[0].reason == Reason::no_places);
  market.capacity[G] = 0;
  const HospitalResidents third = market.instance();
  const Matching none_left = stable_matching(third, Side::residents);
  CHECK(refusals(third, none_left, Intake(third, none_left), J).back().reason == Reason::not_acceptable);
  CHECK(none_left[J] == none);
}

TEST_CASE("a matching that is not stable names its blocking pairs", "[matching]") {
  const HospitalResidents instance = published().instance();
  Matching matching = stable_matching(instance, Side::residents);
  matching[D] = 2;  // G, though C takes D first of all and M would too
  CHECK(blocking_pairs(instance, matching) == std::vector<Pair>{{S, C}, {D, C}, {D, M}, {J, C}});
  CHECK(refusals(instance, matching, Intake(instance, matching), D)[0].reason == Reason::blocking);
}

TEST_CASE("on random markets nothing blocks and residents get their best", "[matching]") {
  constexpr std::uint64_t seed = 20261124;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t matched = 0;
  std::size_t differ = 0;
  for (int round = 0; round < 5000; ++round) {
    CAPTURE(round);
    const RandomMarket market = random_market(random, 1 + random() % 14, 1 + random() % 12, 2);
    const HospitalResidents instance = market.instance();
    const Matching for_residents = stable_matching(instance, Side::residents);
    const Matching for_hospitals = stable_matching(instance, Side::hospitals);
    const auto best = hospitals_of(instance, for_residents);
    const auto worst = hospitals_of(instance, for_hospitals);
    for (const auto& of : {best, worst}) {
      REQUIRE(is_matching(market, of));
      REQUIRE(is_stable(market, of));
    }
    REQUIRE(blocking_pairs(instance, for_residents).empty());
    for (std::size_t r = 0; r < best.size(); ++r) {
      REQUIRE(likes_at_least_as_well(market.residents[r], best[r], worst[r]));
      REQUIRE((best[r] == none) == (worst[r] == none));  // rural hospitals theorem
      matched += best[r] != none ? 1u : 0u;
    }
    const auto sizes = sizes_of(market, best);
    REQUIRE(sizes == sizes_of(market, worst));
    for (std::uint32_t h = 0; h < sizes.size(); ++h) {
      if (sizes[h] == market.capacity[h]) continue;  // one that is not full has the same residents
      for (std::size_t r = 0; r < best.size(); ++r) REQUIRE((best[r] == h) == (worst[r] == h));
    }
    differ += best != worst ? 1u : 0u;
  }
  CHECK(matched > 10000);
  CHECK(differ > 100);
}

TEST_CASE("of all stable matchings of small markets, each side gets its best", "[matching]") {
  constexpr std::uint64_t seed = 7;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t several = 0;
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    const RandomMarket market = random_market(random, 2 + random() % 4, 2 + random() % 4, 2);
    const HospitalResidents instance = market.instance();
    const auto best = hospitals_of(instance, stable_matching(instance, Side::residents));
    const auto worst = hospitals_of(instance, stable_matching(instance, Side::hospitals));
    const auto stable = all_stable(market);
    REQUIRE(std::find(stable.begin(), stable.end(), best) != stable.end());
    REQUIRE(std::find(stable.begin(), stable.end(), worst) != stable.end());
    for (const auto& other : stable) {
      for (std::size_t r = 0; r < best.size(); ++r) {
        REQUIRE(likes_at_least_as_well(market.residents[r], best[r], other[r]));
        REQUIRE(likes_at_least_as_well(market.residents[r], other[r], worst[r]));
      }
    }
    several += stable.size() > 1 ? 1u : 0u;
  }
  CHECK(several > 20);
}

TEST_CASE("what blocks a random matching is what the definition says", "[matching]") {
  constexpr std::uint64_t seed = 99;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t found = 0;
  for (int round = 0; round < 500; ++round) {
    const RandomMarket market = random_market(random, 1 + random() % 8, 1 + random() % 5, 3);
    const HospitalResidents instance = market.instance();
    Matching matching = stable_matching(instance, Side::residents);
    for (auto& choice : matching) {
      if (random() % 3 == 0) choice = none;  // fewer residents always fit
    }
    const auto hospitals = hospitals_of(instance, matching);
    std::vector<Pair> expected;
    for (std::uint32_t r = 0; r < hospitals.size(); ++r) {
      for (const std::uint32_t h : market.residents[r]) {
        if (blocks(market, hospitals, r, h)) expected.push_back({r, h});
      }
    }
    REQUIRE(blocking_pairs(instance, matching) == expected);
    found += expected.size();
  }
  CHECK(found > 300);
}

TEST_CASE("lists from scores: the best first, equal ones by id, what is not acceptable left out", "[matching]") {
  const std::array<std::string, 4> ids{"d", "b", "c", "a"};
  const double no = std::nan("");
  const std::array<double, 8> scores{1, 2, no, 2, no, no, no, no};
  const PreferenceLists lists = preference_lists(scores, ids);
  REQUIRE(lists.size() == 2);
  CHECK(std::vector(lists.row(0).begin(), lists.row(0).end()) == std::vector<std::uint32_t>{3, 1, 0});
  CHECK(lists.row(1).empty());
}

TEST_CASE("lists that do not fit are refused", "[matching]") {
  const auto lists = [](std::vector<std::vector<std::uint32_t>> rows) {
    PreferenceLists result;
    for (const auto& row : rows) result.add(row);
    return result;
  };
  for (const auto& fault : {
           fault_of([&] {
             HospitalResidents(lists({{0, 1, 0}}), lists({{0}, {0}}), {1, 1});
           }),
           fault_of([&] {
             HospitalResidents(lists({{2}}), lists({{0}, {0}}), {1, 1});
           }),
           fault_of([&] {
             HospitalResidents(lists({{0}}), lists({{0}, {1}}), {1, 1});
           }),
           fault_of([&] {
             HospitalResidents(lists({{0}}), lists({{0}}), {1, 1});
           }),
           fault_of([&] {
             preference_lists(std::array{1.0, 2.0, 3.0}, std::array<std::string, 2>{"a", "b"});
           }),
       }) {
    REQUIRE(fault.has_value());
    CHECK(fault->code == ErrorCode::wrong_input);
  }
}

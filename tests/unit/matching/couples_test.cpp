// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/couples.hpp"

#include "ancrage/matching/couple_search.hpp"
#include "support/errors.hpp"
#include "support/random_matching.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>

using namespace ancrage;
using namespace ancrage::matching;
using namespace ancrage::test;

namespace {

// Whether a hospital would hold the newcomers: read from the definition, by sorting all who would be there.
bool would_hold(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of, const Couple& couple,
                std::uint32_t hospital, const std::vector<std::uint32_t>& newcomers) {
  const auto& order = market.hospitals[hospital];
  std::vector<std::size_t> there;
  for (std::uint32_t r = 0; r < hospital_of.size(); ++r) {
    if (hospital_of[r] == hospital && r != couple.first && r != couple.second) there.push_back(position_in(order, r));
  }
  for (const std::uint32_t r : newcomers) there.push_back(position_in(order, r));
  std::sort(there.begin(), there.end());
  there.resize(std::min<std::size_t>(there.size(), market.capacity[hospital]));
  return std::all_of(newcomers.begin(), newcomers.end(), [&](std::uint32_t r) {
    const std::size_t position = position_in(order, r);
    return position < order.size() && std::find(there.begin(), there.end(), position) != there.end();
  });
}

bool couple_blocks(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of, const Couple& couple) {
  for (const auto& choice : couple.choices) {
    const std::uint32_t a = market.residents[couple.first][choice.first];
    const std::uint32_t b = market.residents[couple.second][choice.second];
    if (hospital_of[couple.first] == a && hospital_of[couple.second] == b) return false;
    const bool held = a == b ? would_hold(market, hospital_of, couple, a, {couple.first, couple.second})
                             : would_hold(market, hospital_of, couple, a, {couple.first}) &&
                                   would_hold(market, hospital_of, couple, b, {couple.second});
    if (held) return true;
  }
  return false;
}

bool stable_with_couples(const RandomMarket& market, const std::vector<Couple>& couples,
                         const std::vector<std::uint32_t>& hospital_of) {
  for (const Couple& couple : couples) {
    if (couple_blocks(market, hospital_of, couple)) return false;
  }
  for (std::uint32_t r = 0; r < market.residents.size(); ++r) {
    if (std::any_of(couples.begin(), couples.end(), [&](const Couple& c) { return c.first == r || c.second == r; })) {
      continue;
    }
    for (std::uint32_t h = 0; h < market.hospitals.size(); ++h) {
      if (blocks(market, hospital_of, r, h)) return false;
    }
  }
  return true;
}

// Whether any stable outcome is there, by trying all.
bool any_stable(const RandomMarket& market, const std::vector<Couple>& couples) {
  std::vector<std::uint32_t> hospital_of(market.residents.size(), none);
  const auto extend = [&](const auto& self, std::uint32_t r) -> bool {
    if (r == hospital_of.size()) {
      return is_matching(market, hospital_of) && stable_with_couples(market, couples, hospital_of);
    }
    for (const Couple& couple : couples) {
      if (couple.second == r) return self(self, r + 1);
      if (couple.first != r) continue;
      for (const auto& choice : couple.choices) {
        hospital_of[couple.first] = market.residents[couple.first][choice.first];
        hospital_of[couple.second] = market.residents[couple.second][choice.second];
        if (self(self, r + 1)) return true;
      }
      hospital_of[couple.first] = hospital_of[couple.second] = none;
      return self(self, r + 1);
    }
    for (const std::uint32_t h : market.residents[r]) {
      hospital_of[r] = h;
      if (self(self, r + 1)) return true;
    }
    hospital_of[r] = none;
    return self(self, r + 1);
  };
  return extend(extend, 0);
}

std::vector<std::uint32_t> hospitals_of(const HospitalResidents& instance, const Matching& matching) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t r = 0; r < matching.size(); ++r) result.push_back(hospital_of(instance, matching, r));
  return result;
}

}  // namespace

TEST_CASE("a couple takes the best pair that both hospitals hold", "[matching][couples]") {
  // Two hospitals of one place; the couple wants neighbouring places, resident 2 is liked best by hospital 0.
  const RandomMarket market{{{0, 1}, {0, 1}, {0}}, {{2, 0, 1}, {1, 0, 2}}, {1, 1}};
  const std::vector<Couple> couples{{0, 1, {{0, 1}, {1, 0}}}};
  const CoupledMatching result = match_with_couples(market.instance(), couples);
  CHECK(result.stable());
  CHECK(result.matching == Matching{none, none, 0});  // hospital 0 prefers resident 2: no pair is left
}

TEST_CASE("both members may come to one hospital when it has two places", "[matching][couples]") {
  const RandomMarket market{{{0}, {0}, {0}}, {{0, 2, 1}}, {2}};
  const std::vector<Couple> couples{{0, 1, {{0, 0}}}};
  const CoupledMatching result = match_with_couples(market.instance(), couples);
  // Resident 2 stands before resident 1, so the hospital would never hold both of the couple.
  CHECK(result.matching == Matching{none, none, 0});
  RandomMarket roomy = market;
  roomy.capacity = {3};
  CHECK(match_with_couples(roomy.instance(), couples).matching == Matching{0, 0, 0});
}

TEST_CASE("where no stable outcome exists, what blocks is told", "[matching][couples]") {
  // Roth 1984 as told by Klaus & Klijn 2005: one couple, one single, two hospitals of one place.
  const RandomMarket market{{{0, 1}, {1, 0}, {0, 1}}, {{0, 2, 1}, {2, 1, 0}}, {1, 1}};
  const std::vector<Couple> couples{{0, 1, {{0, 0}}}};
  REQUIRE_FALSE(any_stable(market, couples));
  const CoupledMatching result = match_with_couples(market.instance(), couples);
  CHECK_FALSE(result.stable());
  CHECK(result.attempts == CoupleOptions{}.attempts);
  CHECK(result.none_exists);
  CHECK_FALSE(match_with_couples(market.instance(), couples, {.pairs = 1}).none_exists);
}

TEST_CASE("random markets with couples: a stable outcome is found wherever there is one, and none is proven",
          "[matching][couples]") {
  constexpr std::uint64_t seed = 5;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t possible = 0;
  for (int round = 0; round < 1000; ++round) {
    CAPTURE(round);
    const RandomMarket market = random_market(random, 4 + random() % 3, 2 + random() % 3, 2);
    const HospitalResidents instance = market.instance();
    std::vector<Couple> couples{{0, 1, {}}, {2, 3, {}}};
    for (Couple& couple : couples) {
      for (std::uint32_t a = 0; a < market.residents[couple.first].size(); ++a) {
        for (std::uint32_t b = 0; b < market.residents[couple.second].size(); ++b) {
          if (random() % 3 != 0) couple.choices.push_back({a, b});
        }
      }
      for (std::size_t i = couple.choices.size(); i > 1; --i) {
        std::swap(couple.choices[i - 1], couple.choices[random() % i]);
      }
    }
    const CoupledMatching result = match_with_couples(instance, couples);
    const auto hospitals = hospitals_of(instance, result.matching);
    REQUIRE(is_matching(market, hospitals));
    REQUIRE(result.stable() == stable_with_couples(market, couples, hospitals));
    for (const Couple& couple : couples) {
      const Couple::Choice now{result.matching[couple.first], result.matching[couple.second]};
      const bool together = std::find(couple.choices.begin(), couple.choices.end(), now) != couple.choices.end();
      REQUIRE((together || now == Couple::Choice{none, none}));
    }
    const bool exists = any_stable(market, couples);
    REQUIRE(result.stable() == exists);
    REQUIRE(result.none_exists == !exists);
    possible += exists ? 1u : 0u;
    const CoupleSearch by_pairs = search_couple_pairs(instance, couples, 20'000);
    REQUIRE(by_pairs.stable.has_value() == exists);
    REQUIRE(by_pairs.exhausted == !exists);
    if (exists) REQUIRE(stable_with_couples(market, couples, hospitals_of(instance, *by_pairs.stable)));
  }
  CAPTURE(possible);
  CHECK(possible > 500);
  CHECK(possible < 1000);
}

TEST_CASE("couples that do not fit are refused", "[matching][couples]") {
  const HospitalResidents instance = RandomMarket{{{0}, {0}, {0}}, {{0, 1, 2}}, {2}}.instance();
  for (const std::vector<Couple>& couples :
       {std::vector<Couple>{{0, 1, {}}, {1, 2, {}}}, {{0, 0, {}}}, {{0, 3, {}}}, {{0, 1, {{0, 1}}}}}) {
    const auto fault = fault_of([&] { match_with_couples(instance, couples); });
    REQUIRE(fault.has_value());
    CHECK(fault->code == ErrorCode::wrong_input);
  }
}

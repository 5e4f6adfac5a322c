// SPDX-License-Identifier: Apache-2.0
#include "support/random_matching.hpp"

#include <algorithm>
#include <numeric>

namespace ancrage::test {

namespace {

std::vector<std::uint32_t> random_list(std::mt19937_64& random, std::size_t others, std::size_t in_twenty) {
  std::vector<std::uint32_t> all(others);
  std::iota(all.begin(), all.end(), 0u);
  for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random() % i]);
  std::vector<std::uint32_t> list;
  for (const std::uint32_t other : all) {
    if (random() % 20 < in_twenty) list.push_back(other);
  }
  return list;
}

}  // namespace

matching::HospitalResidents RandomMarket::instance() const {
  matching::PreferenceLists of_residents;
  matching::PreferenceLists of_hospitals;
  for (const auto& list : residents) of_residents.add(list);
  for (const auto& list : hospitals) of_hospitals.add(list);
  return {std::move(of_residents), std::move(of_hospitals), capacity};
}

RandomMarket random_market(std::mt19937_64& random, std::size_t residents, std::size_t hospitals,
                           std::uint32_t most_places) {
  RandomMarket market;
  const std::size_t in_twenty = 5 + random() % 16;
  for (std::size_t r = 0; r < residents; ++r) market.residents.push_back(random_list(random, hospitals, in_twenty));
  for (std::size_t h = 0; h < hospitals; ++h) {
    market.hospitals.push_back(random_list(random, residents, in_twenty));
    market.capacity.push_back(static_cast<std::uint32_t>(random() % (most_places + 1)));
  }
  return market;
}

std::size_t position_in(const std::vector<std::uint32_t>& list, std::uint32_t wanted) {
  return static_cast<std::size_t>(std::find(list.begin(), list.end(), wanted) - list.begin());
}

bool blocks(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of, std::uint32_t resident,
            std::uint32_t hospital) {
  const auto& wishes = market.residents[resident];
  const auto& order = market.hospitals[hospital];
  const std::size_t liked = position_in(wishes, hospital);
  const std::size_t standing = position_in(order, resident);
  if (liked == wishes.size() || standing == order.size()) return false;
  if (hospital_of[resident] != matching::none && position_in(wishes, hospital_of[resident]) <= liked) return false;
  std::size_t there = 0;
  bool worse = false;
  for (std::uint32_t r = 0; r < hospital_of.size(); ++r) {
    if (hospital_of[r] != hospital) continue;
    ++there;
    worse = worse || position_in(order, r) > standing;
  }
  return there < market.capacity[hospital] || worse;
}

bool is_stable(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of) {
  for (std::uint32_t r = 0; r < market.residents.size(); ++r) {
    for (std::uint32_t h = 0; h < market.hospitals.size(); ++h) {
      if (blocks(market, hospital_of, r, h)) return false;
    }
  }
  return true;
}

bool is_matching(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of) {
  std::vector<std::uint32_t> taken(market.hospitals.size(), 0);
  for (std::uint32_t r = 0; r < hospital_of.size(); ++r) {
    const std::uint32_t h = hospital_of[r];
    if (h == matching::none) continue;
    if (position_in(market.residents[r], h) == market.residents[r].size()) return false;
    if (position_in(market.hospitals[h], r) == market.hospitals[h].size()) return false;
    if (++taken[h] > market.capacity[h]) return false;
  }
  return true;
}

std::vector<std::vector<std::uint32_t>> all_stable(const RandomMarket& market) {
  std::vector<std::vector<std::uint32_t>> found;
  std::vector<std::uint32_t> hospital_of(market.residents.size(), matching::none);
  const auto extend = [&](const auto& self, std::size_t resident) -> void {
    if (resident == hospital_of.size()) {
      if (is_matching(market, hospital_of) && is_stable(market, hospital_of)) found.push_back(hospital_of);
      return;
    }
    hospital_of[resident] = matching::none;
    self(self, resident + 1);
    for (const std::uint32_t h : market.residents[resident]) {
      hospital_of[resident] = h;
      self(self, resident + 1);
    }
    hospital_of[resident] = matching::none;
  };
  extend(extend, 0);
  return found;
}

}  // namespace ancrage::test

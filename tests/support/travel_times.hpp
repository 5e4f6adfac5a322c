// SPDX-License-Identifier: Apache-2.0
// Small tables of travel times written in a test, and seeded random instances of supply, demand and times.
#pragma once

#include "ancrage/access/catchments.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace ancrage::test {

struct TimeRows {
  std::vector<std::size_t> starts{0};
  std::vector<std::uint32_t> supplies;
  std::vector<double> minutes;

  access::TravelTimes view() const { return {starts, supplies, minutes}; }
};

// One row a demand place, one column a supply place; nothing where there is no way.
inline TimeRows time_rows(const std::vector<std::vector<std::optional<double>>>& rows) {
  TimeRows result;
  for (const auto& row : rows) {
    for (std::size_t j = 0; j < row.size(); ++j) {
      if (!row[j]) continue;
      result.supplies.push_back(static_cast<std::uint32_t>(j));
      result.minutes.push_back(*row[j]);
    }
    result.starts.push_back(result.supplies.size());
  }
  return result;
}

struct Instance {
  TimeRows times;
  std::vector<double> supply;
  std::vector<double> demand;
};

// Some ways are missing, some places have nobody, some supplies are 0, some are out of everybody's reach.
inline Instance random_instance(std::uint64_t seed, std::size_t demand_places, std::size_t supply_places) {
  std::mt19937_64 random(seed);
  const auto uniform = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() >> 11U) * 0x1p-53;
  };
  Instance instance;
  for (std::size_t j = 0; j < supply_places; ++j) {
    instance.supply.push_back(random() % 5 == 0 ? 0.0 : uniform(3600, 60000));
  }
  for (std::size_t i = 0; i < demand_places; ++i) {
    instance.demand.push_back(random() % 7 == 0 ? 0.0 : uniform(1, 3000));
    for (std::size_t j = 0; j < supply_places; ++j) {
      if (j % 11 == 10 || random() % 3 == 0) continue;
      instance.times.supplies.push_back(static_cast<std::uint32_t>(j));
      instance.times.minutes.push_back(uniform(0.5, 45));
    }
    instance.times.starts.push_back(instance.times.supplies.size());
  }
  return instance;
}

}  // namespace ancrage::test

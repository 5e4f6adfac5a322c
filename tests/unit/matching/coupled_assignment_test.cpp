// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/coupled_assignment.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

using namespace ancrage::matching;

namespace {

struct Instance {
  CostRows rows;
  std::vector<std::uint32_t> capacity;
  std::vector<Couple> couples;
};

Instance random_instance(std::mt19937_64& random) {
  Instance instance;
  const std::size_t rows = 4 + random() % 2;
  const std::size_t places = 2 + random() % 3;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::uint32_t place = 0; place < places; ++place) {
      if (random() % 4 != 0) instance.rows.add(place, static_cast<double>(random() % 20) - 10.0);
    }
    instance.rows.end_row();
  }
  for (std::size_t place = 0; place < places; ++place) {
    instance.capacity.push_back(static_cast<std::uint32_t>(random() % 3));
  }
  for (std::uint32_t first = 0; first + 1 < 2 * (random() % 3); first += 2) {
    Couple couple{first, first + 1};
    for (std::uint32_t a = 0; a < instance.rows.starts[first + 1] - instance.rows.starts[first]; ++a) {
      for (std::uint32_t b = 0; b < instance.rows.starts[first + 2] - instance.rows.starts[first + 1]; ++b) {
        if (random() % 2 == 0) couple.choices.push_back({a, b});
      }
    }
    instance.couples.push_back(couple);
  }
  return instance;
}

bool fits(const Instance& instance, const std::vector<std::uint32_t>& entry) {
  std::vector<std::uint32_t> taken(instance.capacity.size(), 0);
  for (std::size_t row = 0; row < entry.size(); ++row) {
    if (entry[row] != none) ++taken[instance.rows.places[instance.rows.starts[row] + entry[row]]];
  }
  for (std::size_t place = 0; place < taken.size(); ++place) {
    if (taken[place] > instance.capacity[place]) return false;
  }
  return std::all_of(instance.couples.begin(), instance.couples.end(), [&](const Couple& couple) {
    const Couple::Choice taken_pair{entry[couple.first], entry[couple.second]};
    return taken_pair == Couple::Choice{none, none} ||
           std::find(couple.choices.begin(), couple.choices.end(), taken_pair) != couple.choices.end();
  });
}

// The most rows placed and the least cost, by trying all.
std::pair<std::size_t, double> best_by_trying(const Instance& instance) {
  std::pair<std::size_t, double> best{0, 0.0};
  std::vector<std::uint32_t> entry(instance.rows.size(), none);
  const auto extend = [&](const auto& self, std::size_t row, std::size_t placed, double cost) -> void {
    if (row == entry.size()) {
      if (fits(instance, entry) && (placed > best.first || (placed == best.first && cost < best.second))) {
        best = {placed, cost};
      }
      return;
    }
    self(self, row + 1, placed, cost);
    for (std::size_t k = instance.rows.starts[row]; k < instance.rows.starts[row + 1]; ++k) {
      entry[row] = static_cast<std::uint32_t>(k - instance.rows.starts[row]);
      self(self, row + 1, placed + 1, cost + instance.rows.costs[k]);
    }
    entry[row] = none;
  };
  extend(extend, 0, 0, 0.0);
  return best;
}

}  // namespace

TEST_CASE("an assignment with couples is the best of all that keep them together") {
  constexpr std::uint64_t seed = 20260801;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t with_couples = 0;
  for (int i = 0; i < 2000; ++i) {
    CAPTURE(i);
    const Instance instance = random_instance(random);
    with_couples += instance.couples.empty() ? 0u : 1u;
    const CoupledAssignment found = coupled_assignment(instance.rows, instance.capacity, instance.couples);
    const auto [placed, cost] = best_by_trying(instance);
    REQUIRE(found.proven);
    REQUIRE(fits(instance, found.assignment.entry));
    REQUIRE(found.assignment.placed == placed);
    REQUIRE(found.assignment.cost == cost);
  }
  CHECK(with_couples > 500);
}

TEST_CASE("an assignment with couples that is cut short says so") {
  CostRows rows;
  for (int row = 0; row < 2; ++row) {
    rows.add(0, 1.0);
    rows.add(1, 2.0);
    rows.end_row();
  }
  const std::vector<std::uint32_t> capacity{2, 1};
  const std::vector<Couple> couples{{0, 1, {{1, 0}}}};
  const CoupledAssignment cut = coupled_assignment(rows, capacity, couples, {.most_steps = 1});
  CHECK_FALSE(cut.proven);
  CHECK(cut.assignment.placed == 0);
  const CoupledAssignment started = coupled_assignment(rows, capacity, couples, {.most_steps = 1, .start = {1, 0}});
  CHECK_FALSE(started.proven);
  CHECK(started.assignment.entry == std::vector<std::uint32_t>{1, 0});
  CHECK(started.assignment.placed == 2);
  CHECK(started.assignment.cost == 3.0);
  const CoupledAssignment whole = coupled_assignment(rows, capacity, couples);
  CHECK(whole.proven);
  CHECK(whole.assignment.entry == std::vector<std::uint32_t>{1, 0});
}

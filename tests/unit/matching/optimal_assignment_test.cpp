// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/optimal_assignment.hpp"

#include "ancrage/matching/hospital_residents.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace ancrage;
using namespace ancrage::matching;
using ancrage::test::fault_of;

namespace {

struct Best {
  std::size_t placed = 0;
  double cost = 0.0;
};

// Tries everything.
void try_rows(const CostRows& rows, std::vector<std::uint32_t>& left, std::size_t row, Best now, Best& best) {
  if (row == rows.size()) {
    if (now.placed > best.placed || (now.placed == best.placed && now.cost < best.cost)) best = now;
    return;
  }
  try_rows(rows, left, row + 1, now, best);
  for (std::size_t k = rows.starts[row]; k < rows.starts[row + 1]; ++k) {
    if (left[rows.places[k]] == 0) continue;
    --left[rows.places[k]];
    try_rows(rows, left, row + 1, {now.placed + 1, now.cost + rows.costs[k]}, best);
    ++left[rows.places[k]];
  }
}

Best by_brute_force(const CostRows& rows, std::vector<std::uint32_t> capacity) {
  Best best;
  try_rows(rows, capacity, 0, {}, best);
  return best;
}

CostRows dense(const std::vector<std::vector<double>>& costs) {
  CostRows rows;
  for (const auto& row : costs) {
    for (std::uint32_t place = 0; place < row.size(); ++place) rows.add(place, row[place]);
    rows.end_row();
  }
  return rows;
}

}  // namespace

// Documentation of scipy.optimize.linear_sum_assignment: rows take places 1, 0, 2 at a cost of 5.
TEST_CASE("the example of SciPy is assigned at a cost of 5", "[matching]") {
  const auto result =
      optimal_assignment(dense({{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}), std::array<std::uint32_t, 3>{1, 1, 1});
  CHECK(result.cost == 5.0);
  CHECK(result.entry == std::vector<std::uint32_t>{1, 0, 2});
}

TEST_CASE("capacities are used up, and the one dearest to keep stays out", "[matching]") {
  const auto two = optimal_assignment(dense({{1, 9}, {2, 9}, {5, 6}}), std::array<std::uint32_t, 2>{2, 1});
  CHECK(two.cost == 9.0);
  CHECK(two.entry == std::vector<std::uint32_t>{0, 0, 1});
  const auto one = optimal_assignment(dense({{7}, {3}, {5}}), std::array<std::uint32_t, 1>{2});
  CHECK(one.placed == 2);
  CHECK(one.cost == 8.0);
  CHECK(one.entry == std::vector<std::uint32_t>{none, 0, 0});
}

TEST_CASE("small random assignments are those of trying all", "[matching]") {
  constexpr std::uint64_t seed = 4711;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t not_all_placed = 0;
  for (int round = 0; round < 4000; ++round) {
    CAPTURE(round);
    const std::size_t row_count = 1 + random() % 6;
    const std::size_t place_count = 1 + random() % 4;
    std::vector<std::uint32_t> capacity(place_count);
    for (auto& places : capacity) places = static_cast<std::uint32_t>(random() % 4);
    CostRows rows;
    for (std::size_t row = 0; row < row_count; ++row) {
      for (std::uint32_t place = 0; place < place_count; ++place) {
        if (random() % 3 != 0) rows.add(place, static_cast<double>(random() % 21) - 8.0);
      }
      rows.end_row();
    }
    const auto result = optimal_assignment(rows, capacity);
    const Best best = by_brute_force(rows, capacity);
    REQUIRE(result.placed == best.placed);
    REQUIRE(result.cost == best.cost);
    for (std::size_t row = 0; row < row_count; ++row) {
      if (result.entry[row] == none) continue;
      REQUIRE(rows.starts[row] + result.entry[row] < rows.starts[row + 1]);
      REQUIRE(capacity[rows.places[rows.starts[row] + result.entry[row]]]-- > 0);
    }
    not_all_placed += best.placed < row_count ? 1u : 0u;
  }
  CHECK(not_all_placed > 500);
}

// With prices that prove it: no exchange along a cycle of two or three rows may be cheaper.
TEST_CASE("larger assignments of decimal costs cannot be bettered by exchanges", "[matching]") {
  constexpr std::uint64_t seed = 31;
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  constexpr std::size_t row_count = 120;
  constexpr std::size_t place_count = 12;
  std::uniform_real_distribution<double> cost(0.0, 1.0);
  std::vector<std::vector<double>> costs(row_count, std::vector<double>(place_count));
  for (auto& row : costs) {
    for (double& value : row) value = cost(random);
  }
  const std::vector<std::uint32_t> capacity(place_count, row_count / place_count);
  const auto result = optimal_assignment(dense(costs), capacity);
  REQUIRE(result.placed == row_count);
  const auto cheaper = [&](std::size_t a, std::size_t b, std::size_t c) {
    const auto& of = result.entry;
    return costs[a][of[b]] + costs[b][of[c]] + costs[c][of[a]] <
           costs[a][of[a]] + costs[b][of[b]] + costs[c][of[c]] - 1e-9;
  };
  for (std::size_t a = 0; a < row_count; ++a) {
    for (std::size_t b = 0; b < row_count; ++b) {
      for (std::size_t c = 0; c < row_count; ++c) {
        if (a != b && b != c && c != a) REQUIRE_FALSE(cheaper(a, b, c));
      }
    }
  }
}

TEST_CASE("costs that are no numbers and places that are not there are refused", "[matching]") {
  const std::array<std::uint32_t, 2> capacity{1, 1};
  for (const auto& fault : {fault_of([&] {
                              optimal_assignment(dense({{1, std::nan("")}}), capacity);
                            }),
                            fault_of([&] {
                              optimal_assignment(dense({{1, 2, 3}}), capacity);
                            })}) {
    REQUIRE(fault.has_value());
    CHECK(fault->code == ErrorCode::wrong_input);
  }
  std::stop_source stop;
  stop.request_stop();
  CHECK(fault_of([&] {
          optimal_assignment(dense({{1, 2}}), capacity, stop.get_token());
        })->code == ErrorCode::interrupted);
}

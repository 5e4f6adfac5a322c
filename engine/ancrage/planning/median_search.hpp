// SPDX-License-Identifier: Apache-2.0
// Good p-medians fast, without proof: exchanges of one open place for a closed one until none pays (Teitz & Bart 1968,
// as Resende & Werneck 2007 evaluate them), from several starts. A start for p_median(), and the peer of its tests.
#pragma once

#include "ancrage/planning/location_problem.hpp"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace ancrage::planning {

// Rows nearest first, costs already times people; every row must be served, one that reaches no open place costs
// `unserved`.
struct MedianProblem {
  std::size_t places = 0;
  CostRows rows{};
  std::vector<std::uint8_t> fixed{};
  double unserved = 0.0;
};

struct MedianSet {
  std::vector<std::uint32_t> open{};  // rising, the fixed ones among them
  double cost = 0.0;                  // Σ of the rows; with `unserved` for each that is not
};

double median_cost(const MedianProblem& problem, std::span<const std::uint32_t> open);

// Exchanges from the given set, which holds the fixed places, until none pays.
MedianSet exchange(const MedianProblem& problem, std::span<const std::uint32_t> open, std::stop_token stop = {});

// The best of a greedy start and of `shakes` disturbed ones, `count` places open in all; seeded, so repeatable. Throws
// Error(interrupted). Cost: an exchange some count x places, and the pairs nearer than the second open place.
MedianSet search_median(const MedianProblem& problem, std::size_t count, std::size_t shakes, std::stop_token stop = {});

}  // namespace ancrage::planning

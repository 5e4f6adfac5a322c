// SPDX-License-Identifier: Apache-2.0
// Random instances of location problems, and their best sets by trying all.
#pragma once

#include "ancrage/planning/location_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace ancrage::test {

struct RandomLocation {
  std::size_t demands = 10;
  std::size_t places = 8;
  double share_of_pairs = 1.0;  // the others are out of reach
  std::size_t fixed = 0;
  bool whole_costs = false;  // 0..20, so that many are equal
};
planning::LocationProblem random_location(std::uint64_t seed, const RandomLocation& shape);

// Points in a square of side 1000 that are demand and place in one, with 1 to 100 people.
planning::LocationProblem random_points(std::uint64_t seed, std::size_t count);

// One person at each node of a connected random graph with count² / 50 edges of whole lengths 1..100, and shortest ways
// between them: the shape of the p-median instances of the OR-Library (Beasley 1985).
planning::LocationProblem random_graph(std::uint64_t seed, std::size_t count);

// Calls `look` with every set of `count` places that holds the fixed ones.
void for_all_sets(const planning::LocationProblem& problem, std::size_t count,
                  const std::function<void(const std::vector<std::uint32_t>&)>& look);

}  // namespace ancrage::test

// SPDX-License-Identifier: Apache-2.0
// Assignment of rows to places at least cost when some rows are couples: both members take a pair of entries that suits
// them, or neither takes any. By branch and bound: without the couples' links the assignment is solved at once
// (matching/optimal_assignment.hpp) and bounds what can be had; the first couple that it tears apart is tried with each
// of its pairs, then without places.
#pragma once

#include "ancrage/matching/couples.hpp"
#include "ancrage/matching/optimal_assignment.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace ancrage::matching {

struct CoupledAssignment {
  Assignment assignment;
  bool proven = true;  // false: the search was cut short, and there may be a better one
};

struct CoupledOptions {
  std::size_t most_steps = 20'000;     // assignments without links that are solved at most
  std::vector<std::uint32_t> start{};  // by row its entry or none: keeps capacities and couples, to be improved on
};

// As many rows placed as can be, of these the least sum of costs. Choices of a couple are entries of its members' rows.
// Same input, same assignment, never worse than the start. Throws what optimal_assignment() throws.
CoupledAssignment coupled_assignment(const CostRows& rows, std::span<const std::uint32_t> capacity,
                                     std::span<const Couple> couples, const CoupledOptions& options = {},
                                     std::stop_token stop = {});

}  // namespace ancrage::matching

// SPDX-License-Identifier: Apache-2.0
// Assignment of rows to places with capacities at least cost: of the assignments that place as many rows as can be
// placed, one of least sum of costs. By shortest augmenting paths with potentials (successive shortest paths; Edmonds &
// Karp 1972, Tomizawa 1971), one row at a time; a row that reaches no free place takes the place of the one that is
// dearest to keep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace ancrage::matching {

// Row by row the places that it may take, each once, and what they cost; any finite cost, negative too.
struct CostRows {
  std::vector<std::size_t> starts{0};
  std::vector<std::uint32_t> places{};
  std::vector<double> costs{};

  std::size_t size() const { return starts.size() - 1; }
  void add(std::uint32_t place, double cost) {
    places.push_back(place);
    costs.push_back(cost);
  }
  void end_row() { starts.push_back(places.size()); }
};

struct Assignment {
  std::vector<std::uint32_t> entry;  // for each row, the entry of its list (0: the first) that it takes, or none
  double cost = 0.0;                 // sum over the rows that are placed
  std::size_t placed = 0;
};

// Exact for whole-number costs below 2^53 in sum; else to rounding. The same input gives the same assignment. Throws
// Error(wrong_input) for a place out of range or a cost that is not finite, Error(interrupted) on a stop. Cost: for
// each row one Dijkstra over the entries of the rows it touches; it stops at the nearest free place.
Assignment optimal_assignment(const CostRows& rows, std::span<const std::uint32_t> capacity, std::stop_token stop = {});

}  // namespace ancrage::matching

// SPDX-License-Identifier: Apache-2.0
// Lower bounds of p-medians by Lagrangian relaxation (Cornuéjols, Fisher & Nemhauser 1977; Beasley 1993): each row gets
// a price for being served, and a place is worth opening for what the rows would pay above their costs. Any prices give
// a bound; good ones, found by subgradient steps, give nearly that of the linear relaxation.
#pragma once

#include "ancrage/planning/median_search.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace ancrage::planning {

// What may still become of a place.
enum class PlaceState : std::uint8_t { free, open, closed };

struct MedianBound {
  double cost = 0.0;                  // no set of `count` places in those states costs less
  std::vector<double> price{};        // by row
  std::vector<double> worth{};        // by place: Σ min(0, cost - price) over the rows
  std::vector<std::uint32_t> open{};  // the `count` places of the bound, rising
  std::vector<double> share{};        // by place: how often it was among them of late, 0..1
};

struct BoundOptions {
  std::span<const double> price{};  // by row, to start from
  double target = 0.0;              // cost of a known set: steps are taken towards it
  double enough = 0.0;              // no better bound is needed
  std::size_t steps = 1000;         // at most
  // Length of the first steps, as a share of the way to the target, and after how many without a better bound they get
  // shorter: less of both from prices that are nearly right.
  double pace = 1.0;
  std::size_t patience = 30;
};

// There are at most `count` open places, and at least `count` open or free ones. Throws Error(interrupted). Cost: each
// step the pairs that cost less than their row's price.
MedianBound median_bound(const MedianProblem& problem, std::size_t count, std::span<const PlaceState> state,
                         const BoundOptions& options, std::stop_token stop = {});

// Closes and opens for good the free places without which, or with which, no set costs less than `cutoff`; returns how
// many. The bound is one of those states.
std::size_t fix_places(const MedianBound& bound, double cutoff, std::span<PlaceState> state);

}  // namespace ancrage::planning

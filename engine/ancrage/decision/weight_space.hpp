// SPDX-License-Identifier: Apache-2.0
// Which weightings are thought possible, and uniform draws of them: shares of the whole weight, free on the simplex,
// within intervals, in an order of importance, or both.
#pragma once

#include "ancrage/decision/decision_table.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace ancrage::decision {

struct WeightConstraints {
  std::vector<Interval> intervals{};      // of the shares, one a criterion, within 0..1; empty: all free
  std::vector<std::size_t> importance{};  // criteria, each at least as heavy as the next; those not named are free
};

// How points are drawn, chosen by how often the first way succeeds.
enum class DrawWay : std::uint8_t {
  rejection,   // exact: uniform on a simplex (ordered where asked for), kept when within the intervals
  random_walk  // hit-and-run between pairs of criteria, many steps apart: uniform in the limit
};

// Immutable; safe to share between threads.
class WeightSpace {
 public:
  // Throws Error(wrong_input) on intervals outside 0..1, low above high, another number of them than criteria, or an
  // order that names a criterion twice; Error(infeasible) when no weighting fits. Cost: some thousand trial draws.
  WeightSpace(std::span<const std::string> criteria, WeightConstraints constraints);

  std::size_t criteria() const { return ends_.size(); }
  const WeightConstraints& constraints() const { return constraints_; }
  DrawWay way() const { return way_; }

  // The n-th block of draws: `draws` weightings, criterion by criterion (weight k of draw d at [k * draws + d]), shares
  // that add up to 1. The same seed and block give the same numbers, whatever else is drawn: the generator is
  // std::mt19937_64 seeded by std::seed_seq with seed and block, halves of 32 bits, low first.
  void draw_block(std::uint64_t seed, std::uint64_t block, std::size_t draws, std::span<double> weights) const;

 private:
  using Random = std::mt19937_64;
  void propose(Random& random, std::span<double> weights) const;
  bool fits(std::span<const double> weights) const;
  void walk(Random& random, std::size_t steps, std::span<double> weights) const;
  Interval reach(std::size_t up, std::size_t down, std::span<const double> weights) const;
  std::vector<double> inner_point() const;

  WeightConstraints constraints_;
  std::vector<Interval> ends_;  // of each share, as far as the order and the sum let it go
  double low_sum_ = 0.0;
  double high_sum_ = 0.0;
  std::vector<std::size_t> heavier_;  // the next heavier one in the order; SIZE_MAX without
  std::vector<std::size_t> lighter_;  // the next lighter one
  bool bounded_ = false;              // some interval is narrower than 0..1
  bool from_above_ = false;           // proposals come from the simplex below the upper ends
  DrawWay way_ = DrawWay::rejection;
};

}  // namespace ancrage::decision

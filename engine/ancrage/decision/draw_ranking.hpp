// SPDX-License-Identifier: Apache-2.0
// Ranks of many alternatives under many weightings, as simulations need them: a block of weightings at a time.
#pragma once

#include "ancrage/decision/decision_table.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::decision {

// What the scores of a table of utilities are computed from: columns of known utilities by rising id, so that a stable
// sort leaves equal ones in that order. Immutable; safe to share between threads.
class ScoreColumns {
 public:
  // Throws wrong_input unless all known utilities lie within 0..1.
  explicit ScoreColumns(const DecisionTable& utilities);

  std::size_t ranked() const { return alternative_.size(); }  // alternatives with a known utility
  std::size_t criteria() const { return criteria_; }
  // Their positions in the table.
  std::span<const std::uint32_t> alternative() const { return alternative_; }

  // Scores of all ranked alternatives under the first `draws` weightings, 0..1: those of weighting d from [d *
  // ranked()] on; weight k of it at [k * stride + d]. -1 where no known value has a weight.
  void scores(std::span<const double> weights, std::size_t stride, std::size_t draws, std::span<double> result) const;

 private:
  std::size_t criteria_;
  std::vector<std::uint32_t> alternative_;
  std::vector<double> tiles_;              // of alternatives, each criteria x tile; 0 where not known
  std::vector<std::uint32_t> incomplete_;  // ranked alternatives that lack a value
  std::vector<std::uint8_t> known_;        // incomplete x criteria
};

// Orders scores from the greatest down, in linear time where they are spread: a distribution into as many parts as
// there are scores, then each part by itself. Holds its scratch memory: one a thread.
class ScoreSorter {
 public:
  // Positions of the scores, the greatest first; scores that fall on the same of 2^44 steps between the least and the
  // greatest are level and stay in the order of their positions. At most 2^20 finite scores. The result lasts until the
  // next call.
  std::span<const std::uint32_t> sort(std::span<const double> scores);

 private:
  std::vector<std::uint64_t> keys_;  // steps below the greatest, then the position
  std::vector<std::uint64_t> sorted_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> order_;
};

}  // namespace ancrage::decision

// SPDX-License-Identifier: Apache-2.0
// What the cells of a lift problem have got so far: sums that follow practitioners who come and go.
#pragma once

#include "ancrage/planning/lift_problem.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::planning {

inline bool is_lifted(double sum, double need) { return sum >= need * (1 - 1e-12); }

// Keeps a reference to the problem.
class LiftState {
 public:
  LiftState(const LiftProblem& problem, std::span<const std::uint32_t> practitioners);

  // So many practitioners more at the site, negative to take away.
  void add(std::uint32_t site, double count);
  LiftValue value() const;
  // What one more at the site would add to the value. Costs the cells that reach it.
  LiftValue more(std::uint32_t site) const;
  const std::vector<double>& sums() const { return sum_; }

 private:
  const LiftProblem& problem_;
  CostRows reach_;  // site x cell
  std::vector<double> sum_;
};

std::uint32_t best_addition(const LiftState& state, std::span<const std::uint32_t> practitioners,
                            std::span<const std::uint32_t> most);

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
// Values and the greedy plan of planning/lift_problem.hpp.
#include "ancrage/planning/lift_problem.hpp"

#include "ancrage/planning/lift_state.hpp"

#include <algorithm>
#include <numeric>

namespace ancrage::planning {

LiftState::LiftState(const LiftProblem& problem, std::span<const std::uint32_t> practitioners)
    : problem_(problem), reach_(by_place(problem.gain, problem.sites)), sum_(problem.cells(), 0.0) {
  for (std::uint32_t site = 0; site < practitioners.size(); ++site) add(site, practitioners[site]);
}

void LiftState::add(std::uint32_t site, double count) {
  const auto cells = reach_.places_of(site);
  const auto gains = reach_.costs_of(site);
  for (std::size_t k = 0; k < cells.size(); ++k) sum_[cells[k]] += count * gains[k];
}

LiftValue LiftState::value() const {
  LiftValue value;
  for (std::size_t i = 0; i < sum_.size(); ++i) {
    if (is_lifted(sum_[i], problem_.need[i])) value.lifted += problem_.people[i];
    value.nearness += problem_.people[i] * std::min(1.0, sum_[i] / problem_.need[i]);
  }
  return value;
}

LiftValue LiftState::more(std::uint32_t site) const {
  LiftValue more;
  const auto cells = reach_.places_of(site);
  const auto gains = reach_.costs_of(site);
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const std::size_t i = cells[k];
    if (is_lifted(sum_[i], problem_.need[i])) continue;
    if (is_lifted(sum_[i] + gains[k], problem_.need[i])) more.lifted += problem_.people[i];
    more.nearness +=
        problem_.people[i] * (std::min(1.0, (sum_[i] + gains[k]) / problem_.need[i]) - sum_[i] / problem_.need[i]);
  }
  return more;
}

LiftValue lift_value(const LiftProblem& problem, std::span<const std::uint32_t> practitioners) {
  return LiftState(problem, practitioners).value();
}

std::uint32_t best_addition(const LiftState& state, std::span<const std::uint32_t> practitioners,
                            std::span<const std::uint32_t> most) {
  std::uint32_t best = none;
  LiftValue value;
  for (std::uint32_t site = 0; site < practitioners.size(); ++site) {
    if (practitioners[site] >= most[site]) continue;
    const LiftValue here = state.more(site);
    if (best != none && !here.better_than(value)) continue;
    best = site;
    value = here;
  }
  return best;
}

std::uint32_t best_addition(const LiftProblem& problem, std::span<const std::uint32_t> practitioners,
                            std::span<const std::uint32_t> most) {
  return best_addition(LiftState(problem, practitioners), practitioners, most);
}

Practitioners greedy_lift(const LiftProblem& problem, const LiftLimits& limits, std::vector<std::uint32_t>* order) {
  Practitioners plan(problem.sites, 0);
  LiftState state(problem, plan);
  std::size_t placed = 0;
  const auto fill = [&](std::span<const std::uint32_t> most) {
    while (placed < limits.count) {
      const std::uint32_t site = best_addition(state, plan, most);
      if (site == none) return;
      ++plan[site];
      ++placed;
      state.add(site, 1.0);
      if (order != nullptr) order->push_back(site);
    }
  };
  fill(limits.least);
  fill(limits.most);
  return plan;
}

}  // namespace ancrage::planning

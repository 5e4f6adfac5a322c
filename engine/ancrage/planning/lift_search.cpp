// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/lift_search.hpp"

#include "ancrage/planning/deadline.hpp"
#include "ancrage/planning/lift_state.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace ancrage::planning {

namespace {

constexpr double rounding = 1e-9;
constexpr std::size_t between_looks = 256;  // nodes

class PlanTree {
 public:
  PlanTree(const LiftProblem& problem, const LiftLimits& limits, Practitioners best, const LiftEffort& effort,
           const Progress& progress)
      : problem_(problem),
        limits_(limits),
        deadline_(effort.seconds),
        nodes_left_(effort.nodes > 0 ? effort.nodes : std::numeric_limits<std::size_t>::max()),
        progress_(progress),
        plan_(limits.least),
        state_(problem, plan_),
        barred_(problem.sites, 0),
        best_(std::move(best)),
        value_(lift_value(problem, best_)) {
    const std::size_t free = limits.count - std::accumulate(plan_.begin(), plan_.end(), std::size_t{0});
    levels_.resize(free + 1);
    for (Level& level : levels_) level.worth.resize(problem.sites);
    extend(free);
  }

  LiftSearch result() && { return {std::move(best_), nodes_left_ > 0}; }

 private:
  struct Level {
    double lifted = 0.0;
    std::vector<double> worth{};         // by site: no plan that adds x there lifts more than lifted + Σ worth · x
    std::vector<std::uint32_t> order{};  // sites with room, most worth first
  };

  void extend(std::size_t left) {
    if (nodes_left_ == 0) return;
    if (--nodes_left_ % between_looks == 0) {
      throw_if_stopped(progress_);
      if (deadline_.passed()) nodes_left_ = 0;
    }
    if (left == 0) {
      take(plan_, state_.value());
      return;
    }
    Level& level = levels_[left];
    weigh(left, level);
    if (level.order.empty()) return;
    if (!(level.worth[level.order.front()] > 0)) {
      complete(left);
      return;
    }
    for (const std::uint32_t site : level.order) {
      // The others offer less; better plans may have been met on the way.
      const double most = level.lifted + static_cast<double>(left) * level.worth[site];
      if (!(level.worth[site] > 0) || most < value_.lifted * (1 - rounding)) break;
      add(site, 1);
      extend(left - 1);
      add(site, -1);
      barred_[site] = 1;
    }
    for (const std::uint32_t site : level.order) barred_[site] = 0;
  }

  bool has_room(std::uint32_t site) const { return barred_[site] == 0 && plan_[site] < limits_.most[site]; }

  void add(std::uint32_t site, int count) {
    plan_[site] += static_cast<std::uint32_t>(count);
    state_.add(site, count);
  }

  void weigh(std::size_t left, Level& level) {
    level.lifted = 0.0;
    std::fill(level.worth.begin(), level.worth.end(), 0.0);
    for (std::size_t i = 0; i < problem_.cells(); ++i) {
      if (is_lifted(state_.sums()[i], problem_.need[i])) {
        level.lifted += problem_.people[i];
      } else {
        weigh_cell(i, left, level.worth);
      }
    }
    level.order.clear();
    for (std::uint32_t site = 0; site < problem_.sites; ++site) {
      if (has_room(site)) level.order.push_back(site);
    }
    std::stable_sort(level.order.begin(), level.order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return level.worth[a] > level.worth[b]; });
  }

  // Shares of the cell's people for each practitioner of a site, such that whatever lifts the cell adds up to 1 or
  // more: of what is missing, or one in as many as it takes at least.
  void weigh_cell(std::size_t i, std::size_t left, std::vector<double>& worth) const {
    const auto sites = problem_.gain.places_of(i);
    const auto gains = problem_.gain.costs_of(i);
    const double missing = problem_.need[i] - state_.sums()[i];
    double most = 0.0;
    double parts = 0.0;
    std::size_t reached = 0;
    for (std::size_t k = 0; k < sites.size(); ++k) {
      if (!has_room(sites[k])) continue;
      most = std::max(most, gains[k]);
      parts += std::min(1.0, gains[k] / missing);
      ++reached;
    }
    if (!is_lifted(state_.sums()[i] + static_cast<double>(left) * most, problem_.need[i])) return;
    const double fewest = std::max(1.0, std::ceil(missing / most * (1 - rounding)));
    const bool by_count = static_cast<double>(reached) / fewest < parts;
    for (std::size_t k = 0; k < sites.size(); ++k) {
      if (!has_room(sites[k])) continue;
      if (left == 1 && !is_lifted(state_.sums()[i] + gains[k], problem_.need[i])) continue;
      const double share = left == 1 ? 1.0 : by_count ? 1.0 / fewest : std::min(1.0, gains[k] / missing);
      worth[sites[k]] += problem_.people[i] * share;
    }
  }

  // Nobody more can be lifted: the others are brought near.
  void complete(std::size_t left) {
    Practitioners plan = plan_;
    LiftState state(problem_, plan);
    for (; left > 0; --left) {
      const std::uint32_t site = best_addition(state, plan, limits_.most);
      if (site == none) return;
      ++plan[site];
      state.add(site, 1.0);
    }
    take(plan, state.value());
  }

  void take(const Practitioners& plan, const LiftValue& value) {
    if (!value.better_than(value_)) return;
    best_ = plan;
    value_ = value;
  }

  const LiftProblem& problem_;
  const LiftLimits& limits_;
  Deadline deadline_;
  std::size_t nodes_left_;
  const Progress& progress_;
  Practitioners plan_;
  LiftState state_;
  std::vector<std::uint8_t> barred_;  // by site: plans with more there have been looked at
  std::vector<Level> levels_;         // by practitioners left
  Practitioners best_;
  LiftValue value_;
};

}  // namespace

LiftSearch search_plans(const LiftProblem& problem, const LiftLimits& limits, Practitioners best,
                        const LiftEffort& effort, const Progress& progress) {
  return PlanTree(problem, limits, std::move(best), effort, progress).result();
}

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
// best_lift of planning/lift_problem.hpp.
#include "ancrage/planning/deadline.hpp"
#include "ancrage/planning/integer_program.hpp"
#include "ancrage/planning/lift_problem.hpp"
#include "ancrage/planning/lift_search.hpp"
#include "ancrage/planning/lift_state.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <utility>

namespace ancrage::planning {

namespace {

constexpr std::size_t shakes = 60;
// Plans of up to so many practitioners are searched without a solver, within so many nodes and half of the time.
constexpr std::size_t most_searched = 8;
constexpr std::size_t most_nodes = 2'000'000;
constexpr double scale = 1e6;               // of all people in the model
constexpr std::size_t few_cut_rounds = 10;  // later ones take most of the time and move the bound by a hundredth
constexpr double proof = 1e-9;
constexpr double least_seconds = 0.05;

std::size_t placed(std::span<const std::uint32_t> plan) {
  return std::accumulate(plan.begin(), plan.end(), std::size_t{0});
}

// Moves one practitioner to another site as long as that pays.
class Exchange {
 public:
  Exchange(const LiftProblem& problem, const LiftLimits& limits, Practitioners plan)
      : limits_(limits), plan_(std::move(plan)), state_(problem, plan_), value_(state_.value()) {}

  void run(const Progress& progress) {
    while (improve()) throw_if_stopped(progress);
  }
  const Practitioners& plan() const { return plan_; }
  const LiftValue& value() const { return value_; }

 private:
  bool improve() {
    for (std::uint32_t from = 0; from < plan_.size(); ++from) {
      if (plan_[from] <= limits_.least[from]) continue;
      --plan_[from];
      state_.add(from, -1.0);
      const std::uint32_t to = best_addition(state_, plan_, limits_.most);
      ++plan_[to];
      state_.add(to, 1.0);
      const LiftValue value = state_.value();
      if (value.better_than(value_)) {
        value_ = value;
        return true;
      }
      --plan_[to];
      state_.add(to, -1.0);
      ++plan_[from];
      state_.add(from, 1.0);
    }
    return false;
  }

  const LiftLimits& limits_;
  Practitioners plan_;
  LiftState state_;
  LiftValue value_;
};

// Moves a few practitioners anywhere.
Practitioners shaken(const LiftLimits& limits, Practitioners plan, std::mt19937_64& random) {
  const std::size_t sites = plan.size();
  const std::size_t moves = 1 + random() % 3;
  for (std::size_t move = 0; move < moves; ++move) {
    std::size_t from = random() % sites;
    for (std::size_t k = 0; k < sites && plan[from] <= limits.least[from]; ++k) from = (from + 1) % sites;
    if (plan[from] <= limits.least[from]) return plan;
    --plan[from];
    std::size_t to = random() % sites;
    while (plan[to] >= limits.most[to]) to = (to + 1) % sites;
    ++plan[to];
  }
  return plan;
}

// Fills up to the count whoever is missing, best site first.
Practitioners completed(const LiftProblem& problem, const LiftLimits& limits, Practitioners plan) {
  for (std::size_t site = 0; site < plan.size(); ++site) {
    plan[site] = std::clamp(plan[site], limits.least[site], limits.most[site]);
  }
  for (std::size_t count = placed(plan); count < limits.count; ++count) {
    const std::uint32_t site = best_addition(problem, plan, limits.most);
    if (site == none) break;
    ++plan[site];
  }
  return plan;
}

Practitioners searched(const LiftProblem& problem, const LiftLimits& limits, std::span<const std::uint32_t> start,
                       const Progress& progress) {
  Exchange best(problem, limits, greedy_lift(problem, limits));
  best.run(progress);
  Practitioners plan = best.plan();
  LiftValue value = best.value();
  const auto consider = [&](Practitioners other) {
    if (placed(other) != limits.count) return;
    Exchange exchange(problem, limits, std::move(other));
    exchange.run(progress);
    if (!exchange.value().better_than(value)) return;
    plan = exchange.plan();
    value = exchange.value();
  };
  if (!start.empty()) consider(completed(problem, limits, {start.begin(), start.end()}));
  std::mt19937_64 random(1);
  for (std::size_t k = 0; k < shakes; ++k) consider(shaken(limits, plan, random));
  return plan;
}

// People of the cells that the most helpful sites can lift, each cell taken for itself.
double lifted_at_most(const LiftProblem& problem, const LiftLimits& limits) {
  double sum = 0.0;
  for (std::size_t i = 0; i < problem.cells(); ++i) {
    const auto sites = problem.gain.places_of(i);
    const auto gains = problem.gain.costs_of(i);
    std::vector<std::size_t> order(sites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return gains[a] > gains[b]; });
    double most = 0.0;
    std::size_t left = limits.count;
    for (const std::size_t k : order) {
      const std::size_t here = std::min<std::size_t>(left, limits.most[sites[k]]);
      most += static_cast<double>(here) * gains[k];
      left -= here;
    }
    if (is_lifted(most, problem.need[i])) sum += problem.people[i];
  }
  return sum;
}

// Whole practitioners x by site, y by cell: maximise Σ people y with Σ gain x >= need y. Divided by the need; what a
// single practitioner adds beyond it does not count; cells that are alike are one; cells out of reach are left out.
class LiftModel {
 public:
  LiftModel(const LiftProblem& problem, const LiftLimits& limits) : all_(0.0) {
    std::vector<IntegerProgram::Term> terms;
    for (std::uint32_t site = 0; site < problem.sites; ++site) {
      const double most = std::min(static_cast<double>(limits.most[site]), static_cast<double>(limits.count));
      terms.push_back({program_.add_column(0.0, limits.least[site], most), 1.0});
    }
    program_.add_row(terms, 0.0, static_cast<double>(limits.count));
    std::map<std::vector<std::pair<std::uint32_t, double>>, double> rows;
    for (std::size_t i = 0; i < problem.cells(); ++i) {
      if (!(problem.people[i] > 0)) continue;
      std::vector<std::pair<std::uint32_t, double>> row;
      double most = 0.0;
      for (std::size_t k = problem.gain.starts[i]; k < problem.gain.starts[i + 1]; ++k) {
        row.emplace_back(problem.gain.places[k], std::min(1.0, problem.gain.costs[k] / problem.need[i]));
        most = std::max(most, row.back().second);
      }
      if (most * static_cast<double>(limits.count) < 1 - 1e-9) continue;
      rows[std::move(row)] += problem.people[i];
      all_ += problem.people[i];
    }
    for (const auto& [row, people] : rows) {
      terms.assign(1, {program_.add_column(-scale * people / all_, 0.0, 1.0), -1.0});
      for (const auto& [site, share] : row) terms.push_back({site, share});
      program_.add_row(terms, 0.0, unbounded);
    }
  }

  // Finds plans that lift more than `known` people.
  ProgramSolution solve(double known, const LiftEffort& effort, const Progress& progress) const {
    if (!(all_ > 0)) return {.status = SolveStatus::optimal, .bound = 0.0};
    const double cutoff = -scale * known / all_;
    SolveOptions options{.seconds = effort.seconds, .nodes = effort.nodes, .cutoff = cutoff};
    if (effort.nodes > 0) options.cut_rounds = few_cut_rounds;
    return planning::solve(program_, options, progress);
  }
  double people(double cost) const { return -cost * all_ / scale; }

 private:
  IntegerProgram program_;
  double all_;
};

}  // namespace

LiftPlan best_lift(const LiftProblem& problem, const LiftLimits& limits, std::span<const std::uint32_t> start,
                   const LiftEffort& effort, const Progress& progress) {
  const Deadline deadline(effort.seconds);
  LiftPlan plan{.practitioners = searched(problem, limits, start, progress)};
  plan.bound = lifted_at_most(problem, limits);
  if (limits.count - placed(limits.least) <= most_searched) {
    LiftSearch search = search_plans(problem, limits, std::move(plan.practitioners),
                                     {.seconds = effort.seconds / 2, .nodes = most_nodes}, progress);
    plan.practitioners = std::move(search.best);
    plan.proven = search.complete;
  }
  plan.lifted = lift_value(problem, plan.practitioners).lifted;
  if (plan.proven) {
    plan.bound = plan.lifted;
    return plan;
  }
  if (plan.lifted < plan.bound * (1 - proof) && deadline.left() > least_seconds) {
    const LiftModel model(problem, limits);
    const ProgramSolution solution = model.solve(plan.lifted, {deadline.left(), effort.nodes}, progress);
    plan.bound = std::min(plan.bound, model.people(solution.bound));
    if (!solution.value.empty()) {
      Practitioners better(problem.sites, 0);
      for (std::size_t site = 0; site < problem.sites; ++site) {
        better[site] = static_cast<std::uint32_t>(std::lround(solution.value[site]));
      }
      better = completed(problem, limits, std::move(better));
      if (lift_value(problem, better).better_than(lift_value(problem, plan.practitioners))) plan.practitioners = better;
      plan.lifted = lift_value(problem, plan.practitioners).lifted;
    }
  }
  plan.proven = plan.lifted >= plan.bound * (1 - proof);
  plan.bound = std::max(plan.bound, plan.lifted);
  return plan;
}

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/practitioner_plan.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/planning/deadline.hpp"
#include "ancrage/planning/location_models.hpp"
#include "ancrage/planning/plan_figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ancrage::planning {

namespace {

// What the solvers of one objective have in common.
class Planner {
 public:
  Planner(const PlanEvaluation& evaluation, const PlanOptions& options, LiftLimits limits)
      : evaluation_(evaluation), options_(options), limits_(std::move(limits)) {
    if (options.objective != PlanObjective::mean_time) {
      lift_ = evaluation.lift_problem(options.objective == PlanObjective::priority);
    }
  }

  // The best plan of so many, from the best of one fewer.
  PlanStep best(std::size_t count, const Practitioners& start, double seconds, const Progress& progress) const {
    PlanStep step;
    if (options_.objective == PlanObjective::mean_time) {
      LocationProblem problem = evaluation_.median_problem();
      for (std::size_t site = 0; site < limits_.least.size(); ++site) problem.fixed[site] = limits_.least[site] > 0;
      const LocationSolution solution = p_median(problem, count + 1, {seconds}, {.stop = progress.stop});
      step.practitioners.assign(limits_.least.size(), 0);
      for (const std::uint32_t place : solution.open) {
        if (place < step.practitioners.size()) step.practitioners[place] = 1;
      }
      step.bound = solution.bound / evaluation_.people();
      step.proven = solution.proven;
    } else {
      LiftLimits limits = limits_;
      limits.count = count;
      LiftPlan plan = best_lift(lift_, limits, start, {seconds, options_.nodes}, {.stop = progress.stop});
      step.practitioners = std::move(plan.practitioners);
      step.bound = plan.bound;
      step.proven = plan.proven;
    }
    step.figures = evaluation_.figures(step.practitioners);
    return step;
  }

  // Sites in the order in which one more of those within `most` is worth most.
  std::vector<std::uint32_t> order(const Practitioners& least, const Practitioners& most) const {
    LiftLimits limits{options_.count, least, most};
    std::vector<std::uint32_t> order;
    if (options_.objective != PlanObjective::mean_time) {
      greedy_lift(lift_, limits, &order);
      return order;
    }
    Practitioners plan(most.size(), 0);
    for (const Practitioners* allowed : {&least, &most}) {
      for (std::uint32_t site = nearest(plan, *allowed); site != none && order.size() < options_.count;
           site = nearest(plan, *allowed)) {
        ++plan[site];
        order.push_back(site);
      }
    }
    return order;
  }

 private:
  // The site of those that are not full that shortens the mean time most; of equal ones the first.
  std::uint32_t nearest(Practitioners plan, const Practitioners& most) const {
    std::uint32_t best = none;
    double least = 0.0;
    for (std::uint32_t site = 0; site < plan.size(); ++site) {
      if (plan[site] >= most[site]) continue;
      ++plan[site];
      const double minutes = mean_minutes(plan);
      --plan[site];
      if (best != none && minutes >= least) continue;
      best = site;
      least = minutes;
    }
    return best;
  }
  double mean_minutes(const Practitioners& plan) const {
    const LocationProblem& problem = evaluation_.median_problem();
    std::vector<std::uint32_t> open{static_cast<std::uint32_t>(plan.size())};
    for (std::uint32_t site = 0; site < plan.size(); ++site) {
      if (plan[site] > 0) open.push_back(site);
    }
    return served_cost(problem, nearest_open(problem, open));
  }

  const PlanEvaluation& evaluation_;
  const PlanOptions& options_;
  LiftLimits limits_;
  LiftProblem lift_;
};

LiftLimits limits_of(const territory::Territory& territory, const PlanOptions& options) {
  const std::size_t sites = territory.sites.size();
  // A second practitioner at a place brings nobody nearer.
  const std::size_t most =
      options.objective == PlanObjective::mean_time ? 1 : options.most_per_site.value_or(options.count);
  LiftLimits limits{options.count, Practitioners(sites, 0),
                    Practitioners(sites, static_cast<std::uint32_t>(std::min(most, options.count)))};
  for (const std::uint32_t site : options.fixed) ++limits.least[site];
  for (std::size_t site = 0; site < sites; ++site) {
    if (limits.least[site] <= limits.most[site]) continue;
    throw Error(ErrorCode::infeasible,
                message("{0} are fixed at “{1}”, which may take {2}", limits.least[site], territory.sites.id[site],
                        limits.most[site]),
                "--fixed, --max-per-place", message("fix fewer there, or allow more"));
  }
  if (options.fixed.size() > options.count) {
    throw Error(ErrorCode::infeasible,
                message("{0} practitioners are fixed, more than the {1} to place", options.fixed.size(), options.count),
                "--fixed, --doctors", message("the fixed ones count too"));
  }
  if (sites * most < options.count) {
    throw Error(ErrorCode::infeasible,
                message("{0} sites take {1} practitioners at most, fewer than {2}", sites, sites * most, options.count),
                "--doctors", message("place fewer, or allow more at each"));
  }
  return limits;
}

std::vector<PlanStep> steps_along(const PlanEvaluation& evaluation, std::size_t sites,
                                  const std::vector<std::uint32_t>& order) {
  std::vector<PlanStep> steps;
  Practitioners plan(sites, 0);
  for (const std::uint32_t site : order) {
    ++plan[site];
    steps.push_back({.practitioners = plan, .figures = evaluation.figures(plan)});
  }
  return steps;
}

// More practitioners lift more and shorten ways, so a bound of more is one of fewer.
void tighten_bounds(PractitionerPlan& plan) {
  const bool less_is_better = plan.objective == PlanObjective::mean_time;
  for (std::size_t k = plan.frontier.size(); k-- > 1;) {
    PlanStep& fewer = plan.frontier[k - 1];
    const double bound = plan.frontier[k].bound;
    if (fewer.proven || (less_is_better ? bound <= fewer.bound : bound >= fewer.bound)) continue;
    fewer.bound = bound;
  }
}

}  // namespace

double PractitionerPlan::objective_of(const PlanFigures& figures) const {
  switch (objective) {
    case PlanObjective::priority:
      return figures.priority_lifted;
    case PlanObjective::mean_time:
      return figures.mean_minutes;
    case PlanObjective::lifted:
      break;
  }
  return figures.lifted;
}

double PractitionerPlan::gap(const PlanStep& step) const {
  const double value = objective_of(step.figures);
  const double difference = std::abs(value - step.bound);
  return step.proven || difference == 0.0 ? 0.0 : difference / std::max(std::abs(step.bound), 1e-300);
}

PractitionerPlan plan_practitioners(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                                    const access::TerritoryAccess& access, const PlanOptions& options,
                                    const Progress& progress) {
  const LiftLimits limits = limits_of(territory, options);
  const Deadline deadline(options.seconds);
  const PlanEvaluation evaluation(territory, travel, access, progress);
  const Planner planner(evaluation, options, limits);
  PractitionerPlan plan{.objective = options.objective,
                        .today = evaluation.figures(Practitioners(limits.least.size(), 0)),
                        .people = evaluation.people(),
                        .people_under = evaluation.people_under(),
                        .priority_under = evaluation.priority_under()};
  const std::size_t first = std::max<std::size_t>(1, options.fixed.size());
  for (std::size_t count = first; count <= options.count; ++count) {
    progress(message("{0} practitioners of {1}", count, options.count),
             static_cast<double>(count - first) / static_cast<double>(options.count - first + 1));
    // The number that was asked for gets what is left in the end, more than a part like the others.
    const double share = count == options.count ? 1.0 : 0.7 / static_cast<double>(options.count - count + 1);
    const Practitioners start = plan.frontier.empty() ? Practitioners{} : plan.frontier.back().practitioners;
    plan.frontier.push_back(planner.best(count, start, std::max(0.0, deadline.left()) * share, progress));
  }
  tighten_bounds(plan);
  const PlanStep& last = plan.frontier.back();
  plan.order = planner.order(limits.least, last.practitioners);
  for (const PlanStep& step : steps_along(evaluation, limits.least.size(), plan.order))
    plan.filled.push_back(step.figures);
  plan.greedy = steps_along(evaluation, limits.least.size(), planner.order(limits.least, limits.most));
  plan.greedy.erase(plan.greedy.begin(), plan.greedy.begin() + static_cast<std::ptrdiff_t>(first - 1));
  plan.change = evaluation.change(last.practitioners);
  progress(message("{0} practitioners of {1}", options.count, options.count), 1.0);
  return plan;
}

}  // namespace ancrage::planning

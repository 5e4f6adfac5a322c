// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/lift_problem.hpp"

#include "ancrage/planning/lift_search.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

using namespace ancrage::planning;

namespace {

// Some cells are alike, some out of reach, some sites help nobody.
LiftProblem random_lift(std::uint64_t seed, std::size_t cells, std::size_t sites) {
  std::mt19937_64 random(seed);
  const auto uniform = [&] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
  LiftProblem problem{.sites = sites};
  for (std::size_t i = 0; i < cells; ++i) {
    problem.need.push_back(0.2 + 1.3 * uniform());
    problem.people.push_back(static_cast<double>(random() % 100));
    for (std::uint32_t site = 0; site < sites; ++site) {
      if (random() % 3 == 0) problem.gain.add(site, 0.1 + 0.6 * uniform());
    }
    problem.gain.end_row();
  }
  return problem;
}

LiftLimits limits_of(const LiftProblem& problem, std::size_t count, std::uint32_t most) {
  return {count, Practitioners(problem.sites, 0), Practitioners(problem.sites, most)};
}

double most_by_trying_all(const LiftProblem& problem, const LiftLimits& limits) {
  double most = 0.0;
  Practitioners plan = limits.least;
  const std::function<void(std::size_t, std::size_t)> extend = [&](std::size_t site, std::size_t left) {
    if (left == 0) {
      most = std::max(most, lift_value(problem, plan).lifted);
      return;
    }
    if (site == problem.sites) return;
    const std::uint32_t before = plan[site];
    for (std::size_t more = 0; more <= left && before + more <= limits.most[site]; ++more) {
      plan[site] = before + static_cast<std::uint32_t>(more);
      extend(site + 1, left - more);
    }
    plan[site] = before;
  };
  extend(0, limits.count - std::accumulate(plan.begin(), plan.end(), std::size_t{0}));
  return most;
}

void check_plan(const LiftProblem& problem, const LiftLimits& limits, const LiftPlan& plan) {
  CHECK(std::accumulate(plan.practitioners.begin(), plan.practitioners.end(), std::size_t{0}) == limits.count);
  for (std::size_t site = 0; site < problem.sites; ++site) {
    CHECK(plan.practitioners[site] >= limits.least[site]);
    CHECK(plan.practitioners[site] <= limits.most[site]);
  }
  CHECK(plan.lifted == lift_value(problem, plan.practitioners).lifted);
  CHECK(plan.bound >= plan.lifted);
}

}  // namespace

TEST_CASE("the best of few practitioners is that of trying all plans", "[planning]") {
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    const LiftProblem problem = random_lift(seed, 20, 6);
    LiftLimits limits = limits_of(problem, 1 + seed % 6, seed % 2 == 0 ? 1 : 4);
    if (seed % 5 == 0) limits.least[seed % 6] = 1;
    const LiftPlan plan = best_lift(problem, limits, {});
    check_plan(problem, limits, plan);
    CHECK(plan.proven);
    CHECK(plan.lifted == Approx(most_by_trying_all(problem, limits)));
    CHECK(plan.lifted >= lift_value(problem, greedy_lift(problem, limits)).lifted);
  }
}

TEST_CASE("a search that is cut short says so and keeps the plan it was given", "[planning]") {
  const LiftProblem problem = random_lift(3, 40, 12);
  const LiftLimits limits = limits_of(problem, 6, 6);
  const Practitioners start = greedy_lift(problem, limits);
  const LiftSearch cut = search_plans(problem, limits, start, {.nodes = 3});
  CHECK_FALSE(cut.complete);
  CHECK(lift_value(problem, cut.best).lifted >= lift_value(problem, start).lifted);
  CHECK_FALSE(search_plans(problem, limits, start, {.seconds = 0.0}).complete);
  const LiftSearch whole = search_plans(problem, limits, start);
  CHECK(whole.complete);
  CHECK(lift_value(problem, whole.best).lifted == Approx(most_by_trying_all(problem, limits)));
}

TEST_CASE("many plans are proven by the integer programme", "[planning]") {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    const LiftProblem problem = random_lift(seed, 12, 14);
    const LiftLimits limits = limits_of(problem, 9, 1);
    const LiftPlan plan = best_lift(problem, limits, {});
    check_plan(problem, limits, plan);
    CHECK(plan.proven);
    CHECK(plan.gap() == 0.0);
    CHECK(plan.lifted == Approx(most_by_trying_all(problem, limits)));
  }
}

TEST_CASE("without time there is a plan and a bound that holds", "[planning]") {
  const LiftProblem problem = random_lift(9, 24, 14);
  const LiftLimits limits = limits_of(problem, 9, 2);
  const LiftPlan plan = best_lift(problem, limits, {}, {.seconds = 0.0});
  check_plan(problem, limits, plan);
  const LiftPlan best = best_lift(problem, limits, plan.practitioners);
  CHECK(best.proven);
  CHECK(best.lifted >= plan.lifted);
  CHECK(plan.bound >= best.lifted * (1 - 1e-9));
}

TEST_CASE("the greedy plan tells its order, fixed sites first", "[planning]") {
  LiftProblem problem{.sites = 3, .need = {1.0, 1.0}, .people = {10.0, 5.0}};
  problem.gain.add(0, 1.0);
  problem.gain.end_row();
  problem.gain.add(1, 0.5);
  problem.gain.end_row();
  LiftLimits limits{4, {0, 0, 1}, {2, 2, 2}};
  std::vector<std::uint32_t> order;
  CHECK(greedy_lift(problem, limits, &order) == Practitioners{1, 2, 1});
  CHECK(order == std::vector<std::uint32_t>{2, 0, 1, 1});
}

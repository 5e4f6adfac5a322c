// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/location_models.hpp"

#include "support/errors.hpp"
#include "support/random_location.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

using namespace ancrage;
using namespace ancrage::planning;
using ancrage::test::fault_of;
using ancrage::test::for_all_sets;
using ancrage::test::random_location;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double all_people(const LocationProblem& problem) {
  double sum = 0.0;
  for (const double people : problem.people) sum += people;
  return sum;
}

bool serves_everybody(const LocationProblem& problem, const std::vector<std::uint32_t>& open, double radius) {
  return served_people(problem, nearest_open(problem, open, radius)) == all_people(problem);
}

double farthest(const LocationProblem& problem, const std::vector<std::uint32_t>& open) {
  double most = 0.0;
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    if (!(problem.people[i] > 0)) continue;
    double least = infinity;
    for (std::size_t k = 0; k < problem.costs.places_of(i).size(); ++k) {
      if (std::find(open.begin(), open.end(), problem.costs.places_of(i)[k]) != open.end()) {
        least = std::min(least, problem.costs.costs_of(i)[k]);
      }
    }
    most = std::max(most, least);
  }
  return most;
}

struct Best {
  double p_median = infinity;
  double p_center = infinity;
  double covered = -1.0;
};

Best best_by_trying_all(const LocationProblem& problem, std::size_t count, double radius) {
  Best best;
  for_all_sets(problem, count, [&](const std::vector<std::uint32_t>& open) {
    best.covered = std::max(best.covered, served_people(problem, nearest_open(problem, open, radius)));
    if (!serves_everybody(problem, open, infinity)) return;
    best.p_median = std::min(best.p_median, served_cost(problem, nearest_open(problem, open)));
    best.p_center = std::min(best.p_center, farthest(problem, open));
  });
  return best;
}

std::optional<std::size_t> fewest_by_trying_all(const LocationProblem& problem, double radius) {
  for (std::size_t count = problem.fixed_count(); count <= problem.places(); ++count) {
    bool found = false;
    for_all_sets(problem, count, [&](const auto& open) { found = found || serves_everybody(problem, open, radius); });
    if (found) return count;
  }
  return std::nullopt;
}

void check_set(const LocationProblem& problem, const LocationSolution& solution, std::size_t count) {
  CHECK(solution.proven);
  CHECK(solution.gap() == 0.0);
  CHECK(solution.open.size() == count);
  CHECK(std::is_sorted(solution.open.begin(), solution.open.end()));
  for (std::uint32_t place = 0; place < problem.places(); ++place) {
    if (problem.fixed[place] != 0) CHECK(std::binary_search(solution.open.begin(), solution.open.end(), place));
  }
}

}  // namespace

TEST_CASE("all models agree with trying all sets of random instances", "[planning]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const test::RandomLocation shape{.demands = 6 + seed % 9,
                                     .places = 5 + seed % 6,
                                     .share_of_pairs = seed % 3 == 0 ? 0.5 : 1.0,
                                     .fixed = seed % 4 == 0 ? 2U : 0U,
                                     .whole_costs = seed % 2 == 0};
    const LocationProblem problem = random_location(seed, shape);
    const std::size_t count = std::max<std::size_t>(problem.fixed_count(), 1 + seed % 4);
    const double radius = shape.whole_costs ? 6.0 : 30.0;
    CAPTURE(count);
    const Best best = best_by_trying_all(problem, count, radius);

    const LocationSolution covering = maximal_covering(problem, count, radius);
    check_set(problem, covering, count);
    CHECK(covering.objective == Approx(best.covered));

    if (std::isfinite(best.p_median)) {
      const LocationSolution median = p_median(problem, count);
      check_set(problem, median, count);
      CHECK(median.objective == Approx(best.p_median).epsilon(1e-12));
      CHECK(served_cost(problem, nearest_open(problem, median.open)) == Approx(best.p_median).epsilon(1e-12));
      const LocationSolution center = p_center(problem, count);
      check_set(problem, center, count);
      CHECK(center.objective == best.p_center);
      CHECK(farthest(problem, center.open) <= best.p_center);
    } else {
      for (const auto& model : {p_median, p_center}) {
        const auto fault = fault_of([&] { model(problem, count, {}, {}); });
        REQUIRE(fault);
        CHECK(fault->code == ErrorCode::infeasible);
      }
    }

    if (const auto fewest = fewest_by_trying_all(problem, radius)) {
      const LocationSolution cover = set_covering(problem, radius);
      check_set(problem, cover, *fewest);
      CHECK(serves_everybody(problem, cover.open, radius));
    } else {
      const auto fault = fault_of([&] { set_covering(problem, radius); });
      REQUIRE(fault);
      CHECK(fault->code == ErrorCode::infeasible);
    }
  }
}

TEST_CASE("a p-median is proven by branching where the relaxation leaves a gap", "[planning]") {
  const LocationProblem problem = test::random_points(4, 60);
  double last = infinity;
  for (const std::size_t count : {2U, 3U, 6U}) {
    CAPTURE(count);
    const LocationSolution median = p_median(problem, count);
    check_set(problem, median, count);
    CHECK(median.objective < last);
    last = median.objective;
    CHECK(p_median(problem, count).open == median.open);
    if (count > 3) continue;
    CHECK(median.objective == Approx(best_by_trying_all(problem, count, 0.0).p_median).epsilon(1e-12));
  }
}

TEST_CASE("exactly p places are open, where fewer do the same the first others too", "[planning]") {
  LocationProblem problem;
  problem.demand_id = {"a"};
  problem.people = {10};
  problem.place_id = {"x", "y", "z"};
  problem.fixed = {0, 0, 0};
  problem.costs.add(1, 5.0);
  problem.costs.end_row();
  CHECK(maximal_covering(problem, 2, 5.0).open == std::vector<std::uint32_t>{0, 1});
  CHECK(p_center(problem, 2).open == std::vector<std::uint32_t>{0, 1});
  CHECK(p_median(problem, 2).open.size() == 2);
  CHECK(set_covering(problem, 5.0).open == std::vector<std::uint32_t>{1});
}

TEST_CASE("what cannot be done names the demand or the number it takes", "[planning]") {
  LocationProblem problem;
  problem.demand_id = {"near", "far", "nobody"};
  problem.people = {10, 20, 0};
  problem.place_id = {"x", "y"};
  problem.fixed = {0, 0};
  problem.costs.add(0, 5.0);
  problem.costs.end_row();
  problem.costs.add(1, 50.0);
  problem.costs.end_row();
  problem.costs.end_row();
  const auto infeasible = [](const auto& call, const std::string& word) {
    const auto fault = fault_of(call);
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::infeasible);
    CHECK_THAT(fault->text, Catch::Contains(word));
  };
  infeasible([&] { set_covering(problem, 40.0); }, "far");
  infeasible([&] { p_median(problem, 1); }, "it takes 2");
  infeasible([&] { p_center(problem, 1); }, "it takes 2");
  infeasible([&] { p_median(problem, 3); }, "2 places that may open");
  CHECK(p_median(problem, 2).objective == Approx(1050));  // the place without people asks for nothing
  problem.fixed = {1, 1};
  infeasible([&] { maximal_covering(problem, 1, 10.0); }, "2 places are fixed");
  problem.costs = {};
  for (int i = 0; i < 3; ++i) problem.costs.end_row();
  infeasible([&] { p_median(problem, 2); }, "near");
}

TEST_CASE("a time limit leaves a set and its gap", "[planning]") {
  const LocationProblem problem = test::random_points(11, 200);
  const LocationSolution solution = p_median(problem, 20, {.seconds = 1e-3});
  CHECK(solution.open.size() == 20);
  CHECK(solution.bound <= solution.objective);
  CHECK(solution.gap() >= 0.0);
  CHECK(solution.proven == (solution.gap() == 0.0));
}

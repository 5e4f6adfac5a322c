// SPDX-License-Identifier: Apache-2.0
// The covering models of planning/location_models.hpp: MCLP, LSCP and p-center.
#include "ancrage/base/error.hpp"
#include "ancrage/planning/cover.hpp"
#include "ancrage/planning/deadline.hpp"
#include "ancrage/planning/integer_program.hpp"
#include "ancrage/planning/location_checks.hpp"
#include "ancrage/planning/location_models.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace ancrage::planning {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double scale = 1e6;  // of all people in the model, well above the solver's tolerances

std::vector<std::uint32_t> fixed_places(const LocationProblem& problem) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t place = 0; place < problem.places(); ++place) {
    if (problem.fixed[place] != 0) result.push_back(place);
  }
  return result;
}

// One whole column of 0 or 1 for each place of the cover; `column` by place.
std::vector<std::uint32_t> add_places(IntegerProgram& program, const Cover& cover, std::size_t places, double cost) {
  std::vector<std::uint32_t> column(places, none);
  for (const std::uint32_t place : cover.columns) column[place] = program.add_column(cost, 0, 1);
  return column;
}

void take_open(const Cover& cover, const std::vector<std::uint32_t>& column, const std::vector<double>& value,
               std::vector<std::uint32_t>& open) {
  for (const std::uint32_t place : cover.columns) {
    if (value[column[place]] > 0.5) open.push_back(place);
  }
  std::sort(open.begin(), open.end());
}

[[noreturn]] void fail_no_time() {
  throw Error(ErrorCode::infeasible, message("The time ran out before any answer was found"), "--time-limit",
              message("allow more time"));
}

// Fewest more places that cover all rows, the fixed ones given; with a limit, any set of that many, or nothing.
struct FewestPlaces {
  std::vector<std::uint32_t> open{};  // of the cover; empty when none was found
  bool found = false;
  bool proven = false;
  double bound = 0.0;
};

FewestPlaces fewest_places(Cover cover, std::size_t places, std::optional<std::size_t> limit, double seconds,
                           const Progress& progress) {
  std::size_t before = 0;
  do {
    before = cover.rows.size() + cover.columns.size();
    drop_implied_rows(cover, places);
    drop_dominated_places(cover, places);
  } while (cover.rows.size() + cover.columns.size() < before);
  if (cover.rows.empty()) return {.found = true, .proven = true};
  IntegerProgram program;
  // With a limit any set will do: nothing to minimise, so that the first one found ends the search.
  const auto column = add_places(program, cover, places, limit ? 0.0 : 1.0);
  std::vector<IntegerProgram::Term> terms;
  for (const auto& row : cover.rows) {
    terms.clear();
    for (const std::uint32_t place : row) terms.push_back({column[place], 1.0});
    program.add_row(terms, 1.0, unbounded);
  }
  if (limit) {
    terms.clear();
    for (const std::uint32_t place : cover.columns) terms.push_back({column[place], 1.0});
    program.add_row(terms, 0.0, static_cast<double>(*limit));
  }
  const ProgramSolution solution = solve(program, {.seconds = seconds}, progress);
  FewestPlaces result{.found = !solution.value.empty(),
                      .proven = solution.status == SolveStatus::optimal,
                      .bound = std::ceil(solution.bound - 1e-6)};
  if (result.found) take_open(cover, column, solution.value, result.open);
  return result;
}

// The place that covers most of what is left, again and again.
std::vector<std::uint32_t> greedy_cover(const Cover& cover, std::size_t places, std::size_t most) {
  std::vector<std::vector<std::uint32_t>> rows_of(places);
  for (std::uint32_t r = 0; r < cover.rows.size(); ++r) {
    for (const std::uint32_t place : cover.rows[r]) rows_of[place].push_back(r);
  }
  std::vector<std::uint8_t> covered(cover.rows.size(), 0);
  std::vector<std::uint32_t> open;
  while (open.size() < most) {
    std::uint32_t best = none;
    double most_people = 0.0;
    for (const std::uint32_t place : cover.columns) {
      double people = 0.0;
      for (const std::uint32_t r : rows_of[place]) people += covered[r] != 0 ? 0.0 : cover.people[r];
      if (people <= most_people) continue;
      most_people = people;
      best = place;
    }
    if (best == none) break;
    open.push_back(best);
    for (const std::uint32_t r : rows_of[best]) covered[r] = 1;
  }
  return open;
}

double all_people(const LocationProblem& problem) {
  return std::accumulate(problem.people.begin(), problem.people.end(), 0.0);
}

double people_within(const LocationProblem& problem, std::span<const std::uint32_t> open, double radius) {
  return served_people(problem, nearest_open(problem, open, radius));
}

std::vector<std::uint32_t> joined(std::vector<std::uint32_t> open, const std::vector<std::uint32_t>& more) {
  open.insert(open.end(), more.begin(), more.end());
  std::sort(open.begin(), open.end());
  return open;
}

// The radii that occur, rising, from the least within which everybody reaches some place.
std::vector<double> radii_of(const LocationProblem& problem) {
  double least = 0.0;
  std::vector<double> radii;
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    if (!(problem.people[i] > 0)) continue;
    const auto costs = problem.costs.costs_of(i);
    least = std::max(least, *std::min_element(costs.begin(), costs.end()));
    radii.insert(radii.end(), costs.begin(), costs.end());
  }
  std::sort(radii.begin(), radii.end());
  radii.erase(std::unique(radii.begin(), radii.end()), radii.end());
  radii.erase(radii.begin(), std::lower_bound(radii.begin(), radii.end(), least));
  return radii;
}

// Whether `count` places can cover everybody within the radius; a greedy set may tell at once.
FewestPlaces within_radius(const LocationProblem& problem, double radius, std::size_t count, double seconds,
                           const Progress& progress) {
  const Cover cover = cover_within(problem, radius);
  const std::vector<std::uint32_t> fixed = fixed_places(problem);
  const std::size_t more = count - fixed.size();
  FewestPlaces result{.open = greedy_cover(cover, problem.places(), more), .found = true, .proven = true};
  if (people_within(problem, joined(fixed, result.open), radius) < all_people(problem)) {
    result = fewest_places(cover, problem.places(), more, seconds, progress);
  }
  result.open = joined(fixed, result.open);
  return result;
}

}  // namespace

LocationSolution maximal_covering(const LocationProblem& problem, std::size_t count, double radius,
                                  const LocationOptions& options, const Progress& progress) {
  check_count(problem, count);
  Cover cover = cover_within(problem, radius);
  drop_dominated_places(cover, problem.places());
  const std::vector<std::uint32_t> fixed = fixed_places(problem);
  const std::size_t more = count - fixed.size();
  LocationSolution result{.open = joined(fixed, greedy_cover(cover, problem.places(), more)), .proven = true};
  const double everybody = std::accumulate(cover.people.begin(), cover.people.end(), cover.people_of_fixed);
  if (people_within(problem, result.open, radius) < everybody && more > 0) {
    IntegerProgram program;
    const auto column = add_places(program, cover, problem.places(), 0.0);
    std::vector<IntegerProgram::Term> terms;
    for (const std::uint32_t place : cover.columns) terms.push_back({column[place], 1.0});
    program.add_row(terms, 0.0, static_cast<double>(more));
    for (std::size_t r = 0; r < cover.rows.size(); ++r) {
      const double weight = scale * cover.people[r] / everybody;
      terms.assign(1, {program.add_column(-weight, 0.0, 1.0, IntegerProgram::Kind::real), -1.0});
      for (const std::uint32_t place : cover.rows[r]) terms.push_back({column[place], 1.0});
      program.add_row(terms, 0.0, unbounded);
    }
    const double known = scale * (people_within(problem, result.open, radius) - cover.people_of_fixed) / everybody;
    const ProgramSolution solution = solve(program, {.seconds = options.seconds, .cutoff = -known}, progress);
    if (!solution.value.empty()) {
      result.open = fixed;
      take_open(cover, column, solution.value, result.open);
    }
    result.proven = solution.status == SolveStatus::optimal;
    result.bound = cover.people_of_fixed - solution.bound / scale * everybody;
  }
  fill_up(result.open, problem.places(), count);
  result.objective = people_within(problem, result.open, radius);
  result.bound = result.proven ? result.objective : std::clamp(result.bound, result.objective, everybody);
  return result;
}

LocationSolution set_covering(const LocationProblem& problem, double radius, const LocationOptions& options,
                              const Progress& progress) {
  check_reached(problem, radius);
  const Cover cover = cover_within(problem, radius);
  FewestPlaces fewest = fewest_places(cover, problem.places(), std::nullopt, options.seconds, progress);
  if (!fewest.found) fewest.open = greedy_cover(cover, problem.places(), problem.places());
  LocationSolution result{.open = joined(fixed_places(problem), fewest.open), .proven = fewest.proven};
  result.objective = static_cast<double>(result.open.size());
  result.bound = result.proven ? result.objective : static_cast<double>(problem.fixed_count()) + fewest.bound;
  return result;
}

LocationSolution p_center(const LocationProblem& problem, std::size_t count, const LocationOptions& options,
                          const Progress& progress) {
  check_count(problem, count);
  check_reached(problem, infinity);
  const Deadline deadline(options.seconds);
  const std::vector<double> radii = radii_of(problem);
  LocationSolution result{.open = fixed_places(problem), .proven = true};
  std::size_t low = 0;  // radii before it do not do, that at `high` does
  std::size_t high = radii.size();
  while (low < high && result.proven) {
    const std::size_t middle = high == radii.size() ? high - 1 : low + (high - low) / 2;
    const FewestPlaces fewest = within_radius(problem, radii[middle], count, deadline.left(), progress);
    if (fewest.found) {
      high = middle;
      result.open = fewest.open;
    } else if (!fewest.proven) {
      result.proven = false;
    } else if (high == radii.size()) {
      fail_needs_more(set_covering(problem, infinity, {deadline.left()}, progress), count);
    } else {
      low = middle + 1;
    }
    progress(message("p-center: {0} radii left", high - low),
             1.0 - static_cast<double>(high - low) / static_cast<double>(radii.size()));
  }
  if (high == radii.size() && !radii.empty()) fail_no_time();
  result.objective = radii.empty() ? 0.0 : radii[high];
  result.bound = radii.empty() ? 0.0 : radii[low];
  fill_up(result.open, problem.places(), count);
  return result;
}

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/location_problem.hpp"

#include <algorithm>
#include <numeric>

namespace ancrage::planning {

std::size_t LocationProblem::fixed_count() const {
  return static_cast<std::size_t>(std::count_if(fixed.begin(), fixed.end(), [](auto mark) { return mark != 0; }));
}

CostRows nearest_first(const LocationProblem& problem) {
  CostRows result;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    const auto places = problem.costs.places_of(i);
    const auto costs = problem.costs.costs_of(i);
    order.resize(problem.people[i] > 0 ? places.size() : 0);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return costs[a] != costs[b] ? costs[a] < costs[b] : places[a] < places[b];
    });
    for (const std::size_t k : order) result.add(places[k], costs[k]);
    result.end_row();
  }
  return result;
}

CostRows by_place(const CostRows& rows, std::size_t places) {
  CostRows result;
  result.starts.assign(places + 1, 0);
  for (const std::uint32_t place : rows.places) ++result.starts[place + 1];
  std::partial_sum(result.starts.begin(), result.starts.end(), result.starts.begin());
  result.places.resize(rows.places.size());
  result.costs.resize(rows.places.size());
  std::vector<std::size_t> next(result.starts.begin(), result.starts.end() - 1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t k = rows.starts[i]; k < rows.starts[i + 1]; ++k) {
      const std::size_t at = next[rows.places[k]]++;
      result.places[at] = static_cast<std::uint32_t>(i);
      result.costs[at] = rows.costs[k];
    }
  }
  return result;
}

std::vector<std::uint32_t> nearest_open(const LocationProblem& problem, std::span<const std::uint32_t> open,
                                        double most) {
  std::vector<std::uint8_t> is_open(problem.places(), 0);
  for (const std::uint32_t place : open) is_open[place] = 1;
  std::vector<std::uint32_t> result(problem.demands(), none);
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    const auto places = problem.costs.places_of(i);
    const auto costs = problem.costs.costs_of(i);
    double least = most;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (is_open[places[k]] == 0 || costs[k] > least) continue;
      if (costs[k] == least && places[k] > result[i]) continue;
      least = costs[k];
      result[i] = places[k];
    }
  }
  return result;
}

double served_people(const LocationProblem& problem, std::span<const std::uint32_t> assignment) {
  double sum = 0.0;
  for (std::size_t i = 0; i < problem.demands(); ++i) sum += assignment[i] == none ? 0.0 : problem.people[i];
  return sum;
}

double served_cost(const LocationProblem& problem, std::span<const std::uint32_t> assignment) {
  double sum = 0.0;
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    const auto places = problem.costs.places_of(i);
    const auto at = std::find(places.begin(), places.end(), assignment[i]);
    if (at != places.end())
      sum += problem.people[i] * problem.costs.costs_of(i)[static_cast<std::size_t>(at - places.begin())];
  }
  return sum;
}

void fill_up(std::vector<std::uint32_t>& open, std::size_t places, std::size_t count) {
  std::vector<std::uint8_t> is_open(places, 0);
  for (const std::uint32_t place : open) is_open[place] = 1;
  for (std::uint32_t place = 0; place < places && open.size() < count; ++place) {
    if (is_open[place] == 0) open.push_back(place);
  }
  std::sort(open.begin(), open.end());
}

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
#include "support/random_location.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace ancrage::test {

namespace {

double uniform(std::mt19937_64& random) { return static_cast<double>(random() >> 11U) * 0x1p-53; }

void name_all(planning::LocationProblem& problem, std::size_t demands, std::size_t places) {
  for (std::size_t i = 0; i < demands; ++i) problem.demand_id.push_back("d" + std::to_string(i));
  for (std::size_t j = 0; j < places; ++j) problem.place_id.push_back("p" + std::to_string(j));
  problem.fixed.assign(places, 0);
}

}  // namespace

planning::LocationProblem random_location(std::uint64_t seed, const RandomLocation& shape) {
  std::mt19937_64 random(seed);
  planning::LocationProblem problem;
  name_all(problem, shape.demands, shape.places);
  for (std::size_t k = 0; k < shape.fixed; ++k) problem.fixed[random() % shape.places] = 1;
  for (std::size_t i = 0; i < shape.demands; ++i) {
    problem.people.push_back(random() % 6 == 0 ? 0.0 : static_cast<double>(1 + random() % 50));
    for (std::uint32_t j = 0; j < shape.places; ++j) {
      const double cost = shape.whole_costs ? static_cast<double>(random() % 21) : 100 * uniform(random);
      if (uniform(random) < shape.share_of_pairs) problem.costs.add(j, cost);
    }
    problem.costs.end_row();
  }
  return problem;
}

planning::LocationProblem random_points(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  planning::LocationProblem problem;
  name_all(problem, count, count);
  std::vector<double> x;
  std::vector<double> y;
  for (std::size_t i = 0; i < count; ++i) {
    x.push_back(1000 * uniform(random));
    y.push_back(1000 * uniform(random));
    problem.people.push_back(static_cast<double>(1 + random() % 100));
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::uint32_t j = 0; j < count; ++j) problem.costs.add(j, std::hypot(x[i] - x[j], y[i] - y[j]));
    problem.costs.end_row();
  }
  return problem;
}

planning::LocationProblem random_graph(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  planning::LocationProblem problem;
  name_all(problem, count, count);
  problem.people.assign(count, 1.0);
  std::vector<std::vector<std::pair<std::uint32_t, double>>> edges(count);
  const auto join = [&](std::uint32_t a, std::uint32_t b) {
    const auto length = static_cast<double>(1 + random() % 100);
    edges[a].emplace_back(b, length);
    edges[b].emplace_back(a, length);
  };
  for (std::uint32_t node = 1; node < count; ++node) join(node - 1, node);
  for (std::size_t edge = count; edge < count * count / 50; ++edge) {
    const auto a = static_cast<std::uint32_t>(random() % count);
    join(a, static_cast<std::uint32_t>(random() % count));
  }
  for (std::uint32_t from = 0; from < count; ++from) {
    std::vector<double> length(count, std::numeric_limits<double>::infinity());
    std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>, std::greater<>>
        reached;
    length[from] = 0.0;
    reached.emplace(0.0, from);
    while (!reached.empty()) {
      const auto [so_far, node] = reached.top();
      reached.pop();
      if (so_far > length[node]) continue;
      for (const auto& [next, more] : edges[node]) {
        if (so_far + more >= length[next]) continue;
        length[next] = so_far + more;
        reached.emplace(length[next], next);
      }
    }
    for (std::uint32_t to = 0; to < count; ++to) problem.costs.add(to, length[to]);
    problem.costs.end_row();
  }
  return problem;
}

void for_all_sets(const planning::LocationProblem& problem, std::size_t count,
                  const std::function<void(const std::vector<std::uint32_t>&)>& look) {
  std::vector<std::uint32_t> open;
  const std::function<void(std::uint32_t)> extend = [&](std::uint32_t place) {
    if (open.size() > count) return;
    if (place == problem.places()) {
      if (open.size() == count) look(open);
      return;
    }
    open.push_back(place);
    extend(place + 1);
    open.pop_back();
    if (problem.fixed[place] == 0) extend(place + 1);
  };
  extend(0);
}

}  // namespace ancrage::test

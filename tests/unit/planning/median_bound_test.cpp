// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/median_bound.hpp"

#include "support/random_location.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <random>

using namespace ancrage;
using namespace ancrage::planning;

namespace {

// Of the sets of `count` places with every open place and no closed one, the cost of the cheapest.
double least_cost(const LocationProblem& problem, const MedianProblem& median, std::size_t count,
                  const std::vector<PlaceState>& state) {
  double least = std::numeric_limits<double>::infinity();
  test::for_all_sets(problem, count, [&](const std::vector<std::uint32_t>& open) {
    for (std::uint32_t place = 0; place < state.size(); ++place) {
      const bool in = std::binary_search(open.begin(), open.end(), place);
      if (state[place] == (in ? PlaceState::closed : PlaceState::open)) return;
    }
    least = std::min(least, median_cost(median, open));
  });
  return least;
}

}  // namespace

TEST_CASE("no set of places in their states costs less than the bound, and fixed places are right", "[planning]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const LocationProblem problem = test::random_points(seed, 11);
    MedianProblem median{
        .places = problem.places(), .rows = nearest_first(problem), .fixed = problem.fixed, .unserved = 1e9};
    const std::size_t count = 2 + seed % 4;
    std::mt19937_64 random(seed);
    std::vector<PlaceState> state(problem.places(), PlaceState::free);
    for (std::size_t k = 0; k < seed % 3; ++k) state[random() % state.size()] = PlaceState::open;
    for (std::size_t k = 0; k < seed % 5; ++k) {
      PlaceState& place = state[random() % state.size()];
      if (place == PlaceState::free) place = PlaceState::closed;
    }
    const double least = least_cost(problem, median, count, state);
    const std::vector<double> price(problem.demands(), 300.0);
    const MedianBound bound = median_bound(
        median, count, state,
        {.price = price, .target = least, .enough = std::numeric_limits<double>::infinity(), .steps = 2000});
    CHECK(bound.cost <= least * (1 + 1e-9));
    CHECK(bound.cost >= 0.9 * least);

    std::vector<PlaceState> after = state;
    fix_places(bound, least * (1 + 1e-6), after);
    CHECK(least_cost(problem, median, count, after) == least);
  }
}

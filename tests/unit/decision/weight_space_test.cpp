// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/weight_space.hpp"

#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

using namespace ancrage;
using namespace ancrage::decision;
using namespace ancrage::test;

namespace {

constexpr std::size_t block = 500;

std::vector<std::string> names(std::size_t count) {
  std::vector<std::string> result;
  for (std::size_t k = 0; k < count; ++k) result.push_back("x" + std::to_string(k + 1));
  return result;
}

WeightSpace space_of(std::size_t criteria, WeightConstraints constraints) {
  return {names(criteria), std::move(constraints)};
}

// Calls `visit` with each of so many weightings.
template <class Visit>
void for_each_draw(const WeightSpace& space, std::size_t draws, const Visit& visit) {
  std::vector<double> weights(space.criteria() * block);
  std::vector<double> weighting(space.criteria());
  for (std::size_t b = 0; b < draws / block; ++b) {
    space.draw_block(7, b, block, weights);
    for (std::size_t d = 0; d < block; ++d) {
      for (std::size_t k = 0; k < space.criteria(); ++k) weighting[k] = weights[k * block + d];
      visit(weighting);
    }
  }
}

template <class Event>
double share_of(const WeightSpace& space, std::size_t draws, const Event& event) {
  std::size_t hits = 0;
  for_each_draw(space, draws, [&](const std::vector<double>& weights) { hits += event(weights) ? 1U : 0U; });
  return static_cast<double>(hits) / static_cast<double>(draws);
}

void check_share(double found, double exact, std::size_t draws) {
  CAPTURE(found, exact);
  CHECK(std::abs(found - exact) <= 4 * std::sqrt(exact * (1 - exact) / static_cast<double>(draws)));
}

}  // namespace

TEST_CASE("free weights are uniform on the simplex") {
  // The greatest of n shares is over one half with probability n / 2^(n - 1); one share is over x with (1 - x)^(n - 1).
  const auto space = space_of(5, {});
  CHECK(space.way() == DrawWay::rejection);
  check_share(share_of(space, 20000, [](const auto& w) { return *std::max_element(w.begin(), w.end()) > 0.5; }),
              5 / 16.0, 20000);
  check_share(share_of(space, 20000, [](const auto& w) { return w[3] > 0.2; }), std::pow(0.8, 4), 20000);
  for_each_draw(space, 500,
                [](const auto& w) { CHECK(std::accumulate(w.begin(), w.end(), 0.0) == Approx(1.0).epsilon(1e-14)); });
}

TEST_CASE("weights within intervals are uniform on what is left of the simplex") {
  // With w1 <= 0.3 of three: P(w1 <= 0.1) = (1 - 0.9²) / (1 - 0.7²).
  const auto above = space_of(3, {.intervals = {{0, 0.3}, {0, 1}, {0, 1}}});
  check_share(share_of(above, 20000, [](const auto& w) { return w[0] <= 0.1; }), 0.19 / 0.51, 20000);
  // With w1 >= 0.4 what is left is a smaller simplex: P(w1 > 0.7) = (0.3 / 0.6)².
  const auto below = space_of(3, {.intervals = {{0.4, 1}, {0, 1}, {0, 1}}});
  check_share(share_of(below, 20000, [](const auto& w) { return w[0] > 0.7; }), 0.25, 20000);
  // High ends that leave little: a small simplex that points the other way, P(w1 < 0.38) = (0.02 / 0.2)².
  const auto tight = space_of(3, {.intervals = {{0, 0.4}, {0, 0.4}, {0, 0.4}}});
  CHECK(tight.way() == DrawWay::rejection);
  check_share(share_of(tight, 20000, [](const auto& w) { return w[0] < 0.3; }), 0.25, 20000);
}

TEST_CASE("an order of importance holds in every draw, and its means are the rank order centroid") {
  const auto space = space_of(4, {.importance = {2, 0, 3, 1}});
  CHECK(space.way() == DrawWay::rejection);
  std::vector<double> mean(4, 0.0);
  for_each_draw(space, 20000, [&](const auto& w) {
    REQUIRE((w[2] >= w[0] && w[0] >= w[3] && w[3] >= w[1]));
    for (std::size_t k = 0; k < 4; ++k) mean[k] += w[k] / 20000;
  });
  // Barron & Barrett 1996: (1/n) Σ_{i >= r} 1/i.
  const std::vector<double> centroid{13 / 48.0, 3 / 48.0, 25 / 48.0, 7 / 48.0};
  for (std::size_t k = 0; k < 4; ++k) CHECK(mean[k] == Approx(centroid[k]).margin(0.004));
}

TEST_CASE("criteria that an order does not name stay free") {
  const auto space = space_of(3, {.importance = {1, 0}});
  check_share(share_of(space, 20000, [](const auto& w) { return w[2] > w[1]; }), 1 / 3.0, 20000);
  for_each_draw(space, 500, [](const auto& w) { CHECK(w[1] >= w[0]); });
}

TEST_CASE("where hardly a proposal would fit, a random walk draws the same distribution") {
  // Eight in order; the interval of the first cuts nothing off, but an order within intervals is proposed without it.
  std::vector<Interval> intervals(8, {0.0, 1.0});
  intervals[7].high = 0.9;
  WeightConstraints constraints{.intervals = intervals, .importance = {0, 1, 2, 3, 4, 5, 6, 7}};
  const auto space = space_of(8, std::move(constraints));
  CHECK(space.way() == DrawWay::random_walk);
  check_share(share_of(space, 20000, [](const auto& w) { return w[0] > 0.5; }), 8 / 128.0, 20000);
  double first = 0.0;
  for_each_draw(space, 20000, [&](const auto& w) {
    first += w[0] / 20000;
    for (std::size_t k = 1; k < 8; ++k) REQUIRE(w[k - 1] >= w[k] - 1e-12);
  });
  CHECK(first == Approx((1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 6.0 + 1 / 7.0 + 1 / 8.0) / 8).margin(0.004));
}

TEST_CASE("a random walk stays within narrow intervals and is even between criteria alike") {
  const auto space = space_of(24, {.intervals = std::vector<Interval>(24, {0.0397, 0.0437})});
  CHECK(space.way() == DrawWay::random_walk);
  check_share(share_of(space, 20000, [](const auto& w) { return w[4] > w[9]; }), 0.5, 20000);
  for_each_draw(space, 1000, [](const auto& w) {
    for (const double weight : w) REQUIRE((weight >= 0.0397 - 1e-12 && weight <= 0.0437 + 1e-12));
    REQUIRE(std::accumulate(w.begin(), w.end(), 0.0) == Approx(1.0).epsilon(1e-12));
  });
}

TEST_CASE("a single possible weighting is drawn again and again") {
  const auto space = space_of(2, {.intervals = {{0.25, 0.25}, {0, 1}}});
  for_each_draw(space, 500, [](const auto& w) { REQUIRE(w[0] == Approx(0.25)); });
  for_each_draw(space_of(1, {}), 500, [](const auto& w) { REQUIRE(w[0] == 1.0); });
}

TEST_CASE("weightings that cannot be are refused") {
  const auto code_of = [](std::size_t criteria, WeightConstraints constraints) {
    const auto fault = fault_of([&] { space_of(criteria, std::move(constraints)); });
    return fault ? fault->code : ErrorCode::internal;
  };
  CHECK(code_of(2, {.intervals = {{0.6, 1}, {0.5, 1}}}) == ErrorCode::infeasible);
  CHECK(code_of(2, {.intervals = {{0, 0.4}, {0, 0.5}}}) == ErrorCode::infeasible);
  CHECK(code_of(2, {.intervals = {{0, 0.3}, {0.6, 1}}, .importance = {0, 1}}) == ErrorCode::infeasible);
  CHECK(code_of(3, {.intervals = {{0, 0.3}, {0, 1}, {0, 0.3}}, .importance = {0, 1}}) == ErrorCode::infeasible);
  CHECK(code_of(2, {.intervals = {{0.4, 0.3}, {0, 1}}}) == ErrorCode::wrong_input);
  CHECK(code_of(2, {.intervals = {{0, 1.2}, {0, 1}}}) == ErrorCode::wrong_input);
  CHECK(code_of(2, {.intervals = {{0, 1}}}) == ErrorCode::wrong_input);
  CHECK(code_of(2, {.importance = {0, 0}}) == ErrorCode::wrong_input);
}

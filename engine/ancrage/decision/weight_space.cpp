// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/weight_space.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace ancrage::decision {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr double rounding = 1e-12;  // of sums of shares

// Proposals tried before a way of drawing is chosen, and how many must fit for rejection.
constexpr std::size_t trials = 4000;
constexpr std::size_t least_hits = 80;

// Draws of the walk that are left out before the first of a block.
constexpr std::size_t warm_up = 20;

// Uniform on (0, 1], 53 bits.
double uniform(std::mt19937_64& random) { return static_cast<double>((random() >> 11U) + 1) * 0x1p-53; }

// Uniform on the simplex: exponentials divided by their sum.
void draw_simplex(std::mt19937_64& random, std::span<double> weights) {
  double sum = 0.0;
  for (double& weight : weights) sum += weight = -std::log(uniform(random));
  for (double& weight : weights) weight /= sum;
}

[[noreturn]] void fail_infeasible() {
  throw Error(ErrorCode::infeasible, message("No weighting lies within all intervals and in that order"), {},
              message("widen the intervals: their low ends must not add up to more than 1, nor the high ends to less"));
}

void check(std::span<const std::string> criteria, const WeightConstraints& constraints) {
  if (!constraints.intervals.empty() && constraints.intervals.size() != criteria.size()) {
    throw Error(ErrorCode::wrong_input, message("{0} intervals of weights were given for {1} criteria",
                                                constraints.intervals.size(), criteria.size()));
  }
  for (std::size_t k = 0; k < constraints.intervals.size(); ++k) {
    const auto [low, high] = constraints.intervals[k];
    if (low >= 0 && high <= 1 && low <= high) continue;
    throw Error(ErrorCode::wrong_input, message("The interval of a weight is not within 0 to 1"), criteria[k],
                message("give shares of the whole weight, the lower first"));
  }
  std::vector<bool> named(criteria.size(), false);
  for (const std::size_t k : constraints.importance) {
    if (named[k]) {
      throw Error(ErrorCode::wrong_input, message("The order of importance names a criterion twice"), criteria[k],
                  message("name each one once, the most important first"));
    }
    named[k] = true;
  }
}

}  // namespace

WeightSpace::WeightSpace(std::span<const std::string> criteria, WeightConstraints constraints)
    : constraints_(std::move(constraints)),
      ends_(criteria.size(), Interval{0.0, 1.0}),
      heavier_(criteria.size(), none),
      lighter_(criteria.size(), none) {
  check(criteria, constraints_);
  if (!constraints_.intervals.empty()) ends_ = constraints_.intervals;
  const auto& order = constraints_.importance;
  for (std::size_t i = 1; i < order.size(); ++i) {
    heavier_[order[i]] = order[i - 1];
    lighter_[order[i - 1]] = order[i];
    ends_[order[i]].high = std::min(ends_[order[i]].high, ends_[order[i - 1]].high);
  }
  for (std::size_t i = order.size(); i > 1; --i) {
    ends_[order[i - 2]].low = std::max(ends_[order[i - 2]].low, ends_[order[i - 1]].low);
  }
  for (const Interval& end : ends_) {
    if (end.low > end.high) fail_infeasible();
    low_sum_ += end.low;
    high_sum_ += end.high;
    bounded_ = bounded_ || end.low > 0 || end.high < 1;
  }
  if (low_sum_ > 1 + rounding || high_sum_ < 1 - rounding) fail_infeasible();
  from_above_ = high_sum_ - 1 < 1 - low_sum_;
  if (!bounded_) return;
  Random random(0);
  std::vector<double> weights(criteria.size());
  std::size_t hits = 0;
  for (std::size_t i = 0; i < trials; ++i) {
    propose(random, weights);
    if (fits(weights)) ++hits;
  }
  if (hits < least_hits) way_ = DrawWay::random_walk;
}

// What is left above the low ends, or what is missing to the high ends, spread uniformly: uniform on the smaller of the
// two simplices around the space. An order is put in afterwards, which keeps a free simplex uniform.
void WeightSpace::propose(Random& random, std::span<double> weights) const {
  draw_simplex(random, weights);
  if (bounded_) {
    for (std::size_t k = 0; k < weights.size(); ++k) {
      weights[k] =
          from_above_ ? ends_[k].high - (high_sum_ - 1) * weights[k] : ends_[k].low + (1 - low_sum_) * weights[k];
    }
    return;
  }
  const auto& order = constraints_.importance;
  std::array<double, 64> some{};
  std::vector<double> many(order.size() > some.size() ? order.size() : 0);
  const std::span<double> named = many.empty() ? std::span<double>(some).first(order.size()) : std::span<double>(many);
  for (std::size_t i = 0; i < order.size(); ++i) named[i] = weights[order[i]];
  std::sort(named.begin(), named.end(), std::greater<>());
  for (std::size_t i = 0; i < order.size(); ++i) weights[order[i]] = named[i];
}

bool WeightSpace::fits(std::span<const double> weights) const {
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (weights[k] < ends_[k].low - rounding || weights[k] > ends_[k].high + rounding) return false;
    if (heavier_[k] != none && weights[k] > weights[heavier_[k]] + rounding) return false;
  }
  return true;
}

// How much of the share of `down` may go to `up`, from negative to positive.
Interval WeightSpace::reach(std::size_t up, std::size_t down, std::span<const double> weights) const {
  const auto highest = [&](std::size_t k, std::size_t partner) {
    const std::size_t above = heavier_[k];
    return above == none || above == partner ? ends_[k].high : std::min(ends_[k].high, weights[above]);
  };
  const auto lowest = [&](std::size_t k, std::size_t partner) {
    const std::size_t below = lighter_[k];
    return below == none || below == partner ? ends_[k].low : std::max(ends_[k].low, weights[below]);
  };
  Interval range{std::max(lowest(up, down) - weights[up], weights[down] - highest(down, up)),
                 std::min(highest(up, down) - weights[up], weights[down] - lowest(down, up))};
  const double half = (weights[down] - weights[up]) / 2;  // where the two are alike
  if (heavier_[up] == down) range.high = std::min(range.high, half);
  if (lighter_[up] == down) range.low = std::max(range.low, half);
  return range;
}

void WeightSpace::walk(Random& random, std::size_t steps, std::span<double> weights) const {
  const std::size_t count = weights.size();
  if (count < 2) return;
  for (std::size_t step = 0; step < steps; ++step) {
    const std::size_t up = random() % count;
    const std::size_t down = (up + 1 + random() % (count - 1)) % count;
    const auto [low, high] = reach(up, down, weights);
    const double moved = high > low ? low + (high - low) * uniform(random) : 0.0;
    weights[up] += moved;
    weights[down] -= moved;
  }
}

// On the way from the low ends to the high ends, where the shares add up to 1: both keep the order, so it does.
std::vector<double> WeightSpace::inner_point() const {
  const double room = high_sum_ - low_sum_;
  const double way = room > 0 ? std::clamp((1 - low_sum_) / room, 0.0, 1.0) : 0.0;
  std::vector<double> point;
  for (const Interval& end : ends_) point.push_back(std::lerp(end.low, end.high, way));
  return point;
}

void WeightSpace::draw_block(std::uint64_t seed, std::uint64_t block, std::size_t draws,
                             std::span<double> weights) const {
  constexpr std::uint64_t low_half = 0xffffffffU;
  std::seed_seq sequence{seed & low_half, seed >> 32U, block & low_half, block >> 32U};
  Random random(sequence);
  const std::size_t count = criteria();
  std::vector<double> point(count);
  // Far enough that one draw says nothing about the next; an order lets the shares move less at a time.
  const std::size_t step = constraints_.importance.empty() ? 10 * count : 2 * count * count;
  if (way_ == DrawWay::random_walk) {
    point = inner_point();
    walk(random, warm_up * step, point);
  }
  for (std::size_t d = 0; d < draws; ++d) {
    if (way_ == DrawWay::random_walk) {
      walk(random, step, point);
    } else {
      do {
        propose(random, point);
      } while (bounded_ && !fits(point));
    }
    for (std::size_t k = 0; k < count; ++k) weights[k * draws + d] = point[k];
  }
}

}  // namespace ancrage::decision

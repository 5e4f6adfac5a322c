// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/value_function.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::decision {

namespace {

// The raw value nearest to `raw` where sign · (v - utility) reaches 0: a point, or a crossing of a segment.
std::optional<double> nearest_reaching(std::span<const std::pair<double, double>> points, double sign, double utility,
                                       double raw) {
  std::optional<double> best;
  const auto offer = [&](double x) {
    if (!best || std::abs(x - raw) < std::abs(*best - raw)) best = x;
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double here = sign * (points[i].second - utility);
    if (here >= 0) offer(points[i].first);
    if (i == 0) continue;
    const double before = sign * (points[i - 1].second - utility);
    if ((here > 0) == (before > 0) || here == before) continue;
    offer(std::lerp(points[i - 1].first, points[i].first, before / (before - here)));
  }
  return best;
}

}  // namespace

ValueFunction::ValueFunction(std::span<const std::pair<double, double>> points)
    : points_(points.begin(), points.end()) {
  if (points_.empty()) throw Error(ErrorCode::wrong_input, message("A value function needs at least one point"));
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const auto [raw, utility] = points_[i];
    if (!std::isfinite(raw) || !(utility >= 0.0 && utility <= 1.0)) {
      throw Error(ErrorCode::wrong_input,
                  message("Point {0} of the value function is not a finite value with a utility from 0 to 1", i + 1));
    }
    if (i > 0 && !(raw > points_[i - 1].first)) {
      throw Error(ErrorCode::wrong_input,
                  message("The raw values of the value function do not increase at point {0}", i + 1));
    }
  }
}

double ValueFunction::operator()(double raw) const {
  const auto next = std::upper_bound(points_.begin(), points_.end(), raw,
                                     [](double value, const auto& point) { return value < point.first; });
  if (next == points_.begin()) return points_.front().second;
  const auto before = std::prev(next);
  if (next == points_.end()) return before->second;
  return std::lerp(before->second, next->second, (raw - before->first) / (next->first - before->first));
}

std::optional<double> ValueFunction::nearest_at_least(double utility, double raw) const {
  return (*this)(raw) >= utility ? raw : nearest_reaching(points_, 1.0, utility, raw);
}

std::optional<double> ValueFunction::nearest_at_most(double utility, double raw) const {
  return (*this)(raw) <= utility ? raw : nearest_reaching(points_, -1.0, utility, raw);
}

}  // namespace ancrage::decision

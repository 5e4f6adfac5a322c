// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/value_function.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::decision {

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

}  // namespace ancrage::decision

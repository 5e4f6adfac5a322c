// SPDX-License-Identifier: Apache-2.0
// Value function of one criterion: piecewise linear through (raw value, utility) points, constant outside, utilities in
// 0..1. Bounds are absolute, so the utility of an alternative never depends on the other alternatives (METHODS section
// 3).
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace ancrage::decision {

class ValueFunction {
 public:
  // At least one point; raw values strictly increasing, utilities in 0..1, all finite; else throws Error(wrong_input).
  explicit ValueFunction(std::span<const std::pair<double, double>> points);

  // Cost: log of the number of points.
  double operator()(double raw) const;

  // The raw value nearest to `raw` whose utility is at least (at most) that; nothing when no raw value has one. `raw`
  // itself when it does already. Cost: the number of points.
  std::optional<double> nearest_at_least(double utility, double raw) const;
  std::optional<double> nearest_at_most(double utility, double raw) const;

  // Ends of the part that is not constant, and the points between them.
  std::span<const std::pair<double, double>> points() const { return points_; }

 private:
  std::vector<std::pair<double, double>> points_;
};

}  // namespace ancrage::decision

// SPDX-License-Identifier: Apache-2.0
// Value function of one criterion: piecewise linear through (raw value, utility) points, constant outside, utilities in
// 0..1. Bounds are absolute, so the utility of an alternative never depends on the other alternatives (METHODS section
// 3).
#pragma once

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

 private:
  std::vector<std::pair<double, double>> points_;
};

}  // namespace ancrage::decision

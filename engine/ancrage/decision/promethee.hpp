// SPDX-License-Identifier: Apache-2.0
// PROMETHEE II (Brans & Vincke 1985): alternatives are compared two by two; how much one is preferred on a criterion
// grows with the difference of their raw values as the criterion's preference function says. Who is in the table
// matters: another alternative can change the order of the others.
#pragma once

#include "ancrage/decision/decision_table.hpp"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace ancrage::decision {

// The six generalised criteria, of a difference d > 0 in favour: at or below 0 nothing is preferred.
enum class PreferenceShape : std::uint8_t {
  usual,     // 1
  u_shape,   // 0 up to q, then 1
  v_shape,   // d / p up to p, then 1
  level,     // 0 up to q, one half up to p, then 1
  linear,    // 0 up to q, rising from there to 1 at p
  gaussian,  // 1 - exp(-d² / 2s²)
};
inline constexpr std::size_t preference_shape_count = 6;
std::string_view preference_key(PreferenceShape shape);  // "usual", "u-shape", …
std::size_t threshold_count(PreferenceShape shape);      // numbers that it needs: 0, 1 or 2

// Thresholds in the unit of the criterion; those that the shape does not use are left at 0.
struct Preference {
  PreferenceShape shape = PreferenceShape::usual;
  double q = 0.0;  // differences up to it are indifferent
  double p = 0.0;  // differences from it on are fully preferred
  double s = 0.0;  // inflection of the gaussian

  double degree(double difference) const;  // 0..1
};

// Throws Error(wrong_input) unless the thresholds are finite, 0 <= q, 0 < p, q <= p where both are used (q < p for
// linear), 0 < s.
void check_preference(const Preference& preference, const std::string& criterion);

// Each in 0..1; net = positive - negative, greater is better.
struct Flows {
  std::vector<double> positive;  // how much an alternative is preferred to the others, in the mean
  std::vector<double> negative;  // how much the others are preferred to it
  double net(std::size_t i) const { return positive[i] - negative[i]; }
};

// One preference a criterion. On a criterion where one of two alternatives has no value neither is preferred. The flows
// of a single alternative are 0. Throws what weight_shares() and check_preference() throw; interrupted.
// Cost: alternatives² x criteria, on several threads.
Flows promethee2(const DecisionTable& table, std::span<const double> weights, std::span<const Preference> preferences,
                 std::stop_token stop = {});

}  // namespace ancrage::decision

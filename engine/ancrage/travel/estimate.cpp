// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/estimate.hpp"

#include <cmath>

namespace ancrage::travel {

namespace {

constexpr double minutes_per_power = 4.1;
constexpr double power = 0.68;

}  // namespace

double estimated_minutes(double distance_m) { return minutes_per_power * std::pow(distance_m / 1000.0, power); }

double estimated_reach_m(double minutes) { return 1000.0 * std::pow(minutes / minutes_per_power, 1.0 / power); }

}  // namespace ancrage::travel

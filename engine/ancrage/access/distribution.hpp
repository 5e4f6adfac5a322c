// SPDX-License-Identifier: Apache-2.0
// How accessibility is spread over people: means of places and groups, people under a threshold, inequality.
// `accessibility`, `people` and `weights` have one value a place, of 0 or more; sizes are the caller's to match.
#pragma once

#include "ancrage/base/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::access {

// Σ w A / Σ w; missing when the weights are all 0. The APL of a commune is weighted by its standardised population.
Quantity weighted_mean(std::span<const double> accessibility, std::span<const double> weights);

// The same for each of `groups` groups (communes, …); `group` names each place's, and a number of `groups` or more is
// none.
std::vector<Quantity> weighted_means(std::span<const double> accessibility, std::span<const double> weights,
                                     std::span<const std::uint32_t> group, std::size_t groups);

// Whether a place is under the threshold: being at it is not. A sum that misses the threshold by its rounding alone
// (1e-12 of it) is at it.
bool is_under(double accessibility, double threshold);

// People of the places under the threshold.
double people_under(std::span<const double> accessibility, std::span<const double> people, double threshold);

// Gini coefficient of accessibility over people: 0 when all have the same, 1 - 1/n when one of n has all. Missing when
// there are no people or nobody has access.
Quantity gini(std::span<const double> accessibility, std::span<const double> people);

// Mean accessibility of the worst-served `share` of the people (0..1; a tenth: the worst decile); the place at the edge
// counts in part. Missing when there are no people.
Quantity worst_served_mean(std::span<const double> accessibility, std::span<const double> people, double share = 0.1);

// Both sides of the conservation: what places get against what reached supplies give.
struct Conservation {
  double supply = 0.0;          // Σ S
  double reached_supply = 0.0;  // Σ S over the supplies that somebody reaches (load above 0)
  double served = 0.0;          // Σ P A
  // |served - reached| / reached; 0 when nothing is reached.
  double relative_error() const;
};
Conservation conservation(std::span<const double> supply, std::span<const double> load,
                          std::span<const double> accessibility, std::span<const double> demand);

}  // namespace ancrage::access

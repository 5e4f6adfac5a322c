// SPDX-License-Identifier: Apache-2.0
// Weights as sliders show them: whole percentages of one score that sum to 100.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ancrage::viewer {

// The weights as whole percentages whose sum is 100, by largest remainder; of equal remainders the first gets the
// point. Weights are finite, none negative, one above 0; all 0 (or none) gives zeros.
std::vector<int> whole_percentages(std::span<const double> weights);

// One weight is set to `percent` (kept within 0 and 100), the others share the rest in the proportions that they have in
// `base`, evenly where they are all 0. Whole percentages that sum to 100. The only weight of a score stays 100.
std::vector<int> with_weight(std::span<const double> base, std::size_t changed, int percent);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The sites of a territory ranked by another method than the weighted sum, on the same criteria and weights.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/decision/method.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::assessment {

struct MethodRanking {
  decision::Method method = decision::Method::topsis;
  std::vector<Quantity> scores;       // of the sites, as decision/method.hpp has them
  std::vector<std::size_t> order;     // sites, best first; those without a score last
  std::vector<std::size_t> rank;      // of each site, from 1; 0 without a score
  std::vector<std::string> left_out;  // names of sites without a score because a value is missing
};

// On raw values within the ends of their value functions (assessment/decision_input.hpp), which are the bounds of
// SPOTIS; among the sites that meet all limits. PROMETHEE II prefers in proportion to the difference, wholly at the
// distance of these ends. TOPSIS leaves out sites that lack a value.
MethodRanking method_ranking(const territory::Territory& territory, const Assessment& assessment, Score which,
                             decision::Method method, std::stop_token stop = {});

}  // namespace ancrage::assessment

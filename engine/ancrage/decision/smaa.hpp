// SPDX-License-Identifier: Apache-2.0
// SMAA-2 (Lahdelma & Salminen 2001): how much a ranking by weighted sum depends on opinion. Weightings are drawn from
// those thought possible (decision/weight_space.hpp); under each the alternatives are ranked.
//
//   const DecisionTable utility = utilities(table, Normalisation::bounds);
//   const Smaa result = smaa(utility, WeightSpace(utility.criteria, {}), {.samples = 10000, .seed = 1});
//   result.acceptability(i, 0)      share of the weightings that put alternative i first
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/decision/decision_table.hpp"
#include "ancrage/decision/weight_space.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ancrage::decision {

struct SmaaOptions {
  std::size_t samples = 10000;  // weightings drawn
  std::uint64_t seed = 1;
  unsigned threads = 0;  // 0: one per processor
};

struct Smaa {
  std::size_t alternatives = 0;
  std::size_t criteria = 0;
  std::size_t samples = 0;
  std::vector<std::uint32_t> counts;   // alternatives x ranks, row by row: weightings that give this rank
  std::vector<double> central_weight;  // alternatives x criteria: mean of the weightings that put it first; NaN if none
  std::vector<Quantity> confidence;    // whether it is first at its central weight: 1 or 0, as values are exact here;
                                       // missing for who is never first

  // Share of the weightings in which alternative i has that rank, from 0.
  double acceptability(std::size_t i, std::size_t rank) const {
    return static_cast<double>(counts[i * alternatives + rank]) / static_cast<double>(samples);
  }
};

// Utilities as utilities() gives them. The score of an alternative is the weighted mean of its known utilities, as in
// weighted_sum.hpp. Scores less than 2^-44 of their range apart are level and ranked by id; an alternative without a
// known utility is not ranked. The same options give the same result on any number of threads; N samples come within
// 4 sqrt(b (1 - b) / N) of a share b. Throws wrong_input when utilities do not lie within 0..1, for no samples or more
// than 2^31, and for more than 2^20 alternatives; interrupted.
// Cost: samples x alternatives x (criteria + a few), and 4 bytes x alternatives² for each thread.
Smaa smaa(const DecisionTable& utilities, const WeightSpace& space, const SmaaOptions& options = {},
          const Progress& progress = {});

}  // namespace ancrage::decision

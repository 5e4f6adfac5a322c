// SPDX-License-Identifier: Apache-2.0
// How many people each practitioner has to care for. In floating catchments the ratio R_j of a supply does not change
// when another comes beside it, so the load is told by a share of people instead: everybody shares himself between the
// supplies he reaches in proportion to v_ij S_j, the pull of a near and large one (Huff 1964, with the weights of the
// catchments):
//
//   load_j = Σ_i P_i v_ij S_j / Σ_k v_ik S_k
//
// The loads sum to the people who reach some supply, wherever supply comes or goes.
#pragma once

#include "ancrage/access/catchments.hpp"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace ancrage::access {

struct PractitionerLoad {
  std::vector<double> people;  // one a supply place; 0 where there is no supply
  double without = 0.0;        // people who reach no supply
};

// `supply` and `people` have one finite amount of 0 or more for each place of the catchments; throws Error(wrong_input)
// otherwise. Two sweeps over the pairs, with the same bytes on any number of threads (0: one per processor).
PractitionerLoad practitioner_load(const Catchments& catchments, std::span<const double> supply,
                                   std::span<const double> people, unsigned threads = 0, std::stop_token stop = {});

}  // namespace ancrage::access

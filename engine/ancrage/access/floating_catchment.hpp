// SPDX-License-Identifier: Apache-2.0
// Accessibility by floating catchment areas (METHODS.md section 1):
//
//   R_j = S_j / Σ_i v_ij P_i        supply for each of the people who share it
//   A_i = Σ_j v_ij R_j              what each person at i gets, in units of supply a person
//
// A place that reaches nothing has A = 0; a supply that nobody reaches has R = 0 and is left out of the conservation
// Σ_i P_i A_i = Σ_j S_j over the supplies that somebody reaches.
#pragma once

#include "ancrage/access/catchments.hpp"
#include "ancrage/base/message.hpp"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace ancrage::access {

struct Accessibility {
  std::vector<double> load;   // one a supply: Σ_i v_ij P_i; 0 when nobody reaches it
  std::vector<double> ratio;  // one a supply: R_j
  std::vector<double> value;  // one a demand place: A_i
};

// `supply` and `demand` have one finite amount of 0 or more for each place of the catchments; throws Error(wrong_input)
// otherwise. Two sweeps over the pairs, shared between threads (0: one per processor), with the same bytes for any
// number of them.
Accessibility accessibility(const Catchments& catchments, std::span<const double> supply,
                            std::span<const double> demand, unsigned threads = 0, std::stop_token stop = {});

// Throws Error(wrong_input) with `what` unless there are as many amounts as places, finite and not negative.
void check_amounts(std::span<const double> amounts, std::size_t places, const Message& what);

// R of one supply, and A of one demand place from the ratios: the sums that accessibility() makes, for those who redo
// some of them.
inline double supply_ratio(double supply, double load) { return load > 0 ? supply / load : 0.0; }
double accessibility_at(const Catchments& catchments, std::span<const double> ratio, std::size_t demand_place);

}  // namespace ancrage::access

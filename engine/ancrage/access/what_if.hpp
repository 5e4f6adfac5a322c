// SPDX-License-Identifier: Apache-2.0
// Accessibilities that follow changes of the supply, one place at a time: a doctor more at a site, a doctor who
// retires, a pole that opens. Only the demand places that reach the changed supply are summed up again, in the order of
// a full run, so every value is that of a full run bit for bit, after any number of changes.
//
// Sites where supply may come belong to the catchments from the start, with an amount of 0. A move is two changes.
#pragma once

#include "ancrage/access/floating_catchment.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::access {

// Holds a reference to the catchments, which must outlive it. One object per thread.
class WhatIf {
 public:
  // A full run; throws as accessibility().
  WhatIf(const Catchments& catchments, std::span<const double> supply, std::span<const double> demand);

  // Sets the amount of one supply place (throws Error(wrong_input) when it is negative or not finite) and returns the
  // demand places that were summed up again, by increasing position. Costs the pairs of those places.
  std::span<const std::uint32_t> set_supply(std::size_t place, double amount);
  // The same by difference, negative to take away; what rounding leaves of all that was there is 0.
  std::span<const std::uint32_t> add_supply(std::size_t place, double change);

  std::span<const double> supply() const { return supply_; }
  const Accessibility& now() const { return now_; }

 private:
  const Catchments& catchments_;
  std::vector<double> supply_;
  Accessibility now_;
};

}  // namespace ancrage::access

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/what_if.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ancrage::access {

WhatIf::WhatIf(const Catchments& catchments, std::span<const double> supply, std::span<const double> demand)
    : catchments_(catchments), supply_(supply.begin(), supply.end()), now_(accessibility(catchments, supply, demand)) {}

std::span<const std::uint32_t> WhatIf::set_supply(std::size_t place, double amount) {
  if (!std::isfinite(amount) || amount < 0) {
    throw Error(ErrorCode::wrong_input, message("A supply would fall below 0"), fmt::format("{}", amount),
                message("take away no more than there is"));
  }
  const auto reached = catchments_.by_supply().row(place).places;
  supply_[place] = amount;
  now_.ratio[place] = supply_ratio(amount, now_.load[place]);
  for (const std::uint32_t i : reached) now_.value[i] = accessibility_at(catchments_, now_.ratio, i);
  return reached;
}

std::span<const std::uint32_t> WhatIf::add_supply(std::size_t place, double change) {
  constexpr double rounding = 1e-12;
  const double sum = supply_[place] + change;
  const bool nothing_left = std::abs(sum) <= rounding * std::max(supply_[place], std::abs(change));
  return set_supply(place, nothing_left ? 0.0 : sum);
}

}  // namespace ancrage::access

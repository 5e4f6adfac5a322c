// SPDX-License-Identifier: Apache-2.0
// The form that the catchment criteria share: a ratio of two sums over the places of a site's catchment.
#pragma once

#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

struct RatioTerms {
  double part = 0.0;
  double whole = 0.0;
};

// factor · Σ part / Σ whole over the rows of each catchment; missing where Σ whole is 0. `terms` gives both for one
// row.
template <class Terms>
Values catchment_ratio(const Inputs& inputs, double factor, Terms terms) {
  Values result;
  for (std::size_t site = 0; site < inputs.territory.sites.size(); ++site) {
    RatioTerms sum;
    for (const std::uint32_t row : inputs.catchments.of_site(site)) {
      const RatioTerms of_row = terms(row);
      sum.part += of_row.part;
      sum.whole += of_row.whole;
    }
    result.value.push_back(sum.whole > 0 ? Quantity(factor * sum.part / sum.whole) : Quantity::missing());
  }
  result.detail.resize(result.value.size());
  return result;
}

}  // namespace ancrage::criteria

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/catchment_ratio.hpp"
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition priority_population() {
  return {"priority_population",
          message("Population in priority sectors"),
          message("%"),
          message("share of the catchment’s people who live in a QPV or a ZIP commune, each cell’s people spread "
                  "evenly over its area"),
          0,
          /*timed=*/true,
          /*estimate=*/false,
          {"priority_sectors", "communes.zone", "population_cells"},
          [](const Inputs& inputs) {
            return catchment_ratio(inputs, 100.0, [&](std::uint32_t row) {
              if (row >= inputs.access.places.size()) return RatioTerms{};
              const double people = inputs.access.people[row];
              return RatioTerms{people * inputs.access.places.priority_share[row], people};
            });
          }};
}

}  // namespace ancrage::criteria

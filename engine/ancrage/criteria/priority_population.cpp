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
          /*estimate=*/true,
          {"priority_sectors", "communes.zone", "population_cells"},
          [](const Inputs& inputs) {
            return catchment_ratio(inputs, 100.0, [](const InhabitedPlaces& places, std::uint32_t row) {
              return RatioTerms{places.population[row] * places.priority_share[row], places.population[row]};
            });
          }};
}

}  // namespace ancrage::criteria

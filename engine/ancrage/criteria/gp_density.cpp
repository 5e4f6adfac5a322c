// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/catchment_ratio.hpp"
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition gp_density() {
  return {"gp_density",
          message("Density of general practitioners"),
          message("GP/10,000 inh."),
          message("liberal general practitioners of the catchment, each commune’s spread over its inhabited cells, per "
                  "10,000 people"),
          1,
          /*timed=*/true,
          /*estimate=*/false,
          {"communes.gps", "population_cells"},
          [](const Inputs& inputs) {
            return catchment_ratio(inputs, 10000.0, [&](std::uint32_t row) {
              return RatioTerms{inputs.catchments.gps()[row], inputs.access.people[row]};
            });
          }};
}

}  // namespace ancrage::criteria

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition catchment_population() {
  return {"catchment_population",
          message("Catchment population"),
          message("inhabitants"),
          message("people of the cells whose centre is within the catchment’s minutes of the site"),
          0,
          /*timed=*/true,
          /*estimate=*/false,
          {"population_cells"},
          [](const Inputs& inputs) {
            Values result;
            for (std::size_t site = 0; site < inputs.territory.sites.size(); ++site) {
              double people = 0.0;
              for (const std::uint32_t row : inputs.catchments.of_site(site)) people += inputs.access.people[row];
              result.value.emplace_back(people);
            }
            result.detail.resize(result.value.size());
            return result;
          }};
}

}  // namespace ancrage::criteria

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition accessibility() {
  return {"accessibility",
          message("Access to general practitioners"),
          message("consultations/inh./yr"),
          message("consultations a year per inhabitant within reach of the site, nearer ones more, shared with "
                  "everybody who reaches them (accessibilité potentielle localisée)"),
          1,
          /*timed=*/true,
          /*estimate=*/true,
          {"communes.gps", "population_cells"},
          [](const Inputs& inputs) {
            Values result;
            for (std::size_t site = 0; site < inputs.territory.sites.size(); ++site) {
              result.value.emplace_back(inputs.access.now.value[inputs.access.first_site + site]);
            }
            result.detail.resize(result.value.size());
            return result;
          }};
}

}  // namespace ancrage::criteria

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/distribution.hpp"
#include "ancrage/access/what_if.hpp"
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition people_lifted() {
  return {"people_lifted",
          message("People lifted out of shortage"),
          message("inhabitants"),
          message("inhabitants of the territory whose access is under 2.5 consultations a year, and would no longer be "
                  "with one more full-time practitioner at the site"),
          0,
          /*timed=*/true,
          /*estimate=*/true,
          {"communes.gps", "population_cells"},
          [](const Inputs& inputs) {
            const auto& access = inputs.access;
            const auto member = access::member_rows(inputs.territory, access.places);
            const double threshold = access::apl_thresholds.front();
            access::WhatIf what_if(access.catchments, access.supply, access.demand);
            Values result;
            for (std::size_t site = 0; site < inputs.territory.sites.size(); ++site) {
              const std::size_t place = access.first_site + site;
              double lifted = 0.0;
              for (const std::uint32_t row : what_if.add_supply(place, inputs.territory.access.acts)) {
                if (row >= member.size() || member[row] == 0) continue;
                if (!access::is_under(access.now.value[row], threshold)) continue;
                if (!access::is_under(what_if.now().value[row], threshold)) lifted += access.people[row];
              }
              what_if.set_supply(place, access.supply[place]);
              result.value.emplace_back(lifted);
            }
            result.detail.resize(result.value.size());
            return result;
          }};
}

}  // namespace ancrage::criteria

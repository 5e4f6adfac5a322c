// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition supply_lost() {
  return {"supply_lost",
          message("Access lost within five years"),
          message("%"),
          message("share of the site’s access that rests on practitioners of 60 and over; missing where there is none"),
          0,
          /*timed=*/true,
          /*estimate=*/true,
          {"communes.gps_60_plus", "population_cells"},
          [](const Inputs& inputs) {
            const auto& access = inputs.access;
            std::vector<double> older(access.rows, 0.0);
            for (const access::SupplyShare& share : access.shares) {
              older[share.row] += share.acts * access::part_of_age(share, access::older_gp);
            }
            for (std::size_t row = 0; row < access.rows; ++row) {
              older[row] = access::supply_ratio(older[row], access.now.load[row]);
            }
            Values result;
            for (std::size_t site = 0; site < inputs.territory.sites.size(); ++site) {
              const std::size_t row = access.first_site + site;
              const double all = access.now.value[row];
              const double lost = access::accessibility_at(access.catchments, older, row);
              result.value.push_back(all > 0 ? Quantity(100.0 * lost / all) : Quantity::missing());
            }
            result.detail.resize(result.value.size());
            return result;
          }};
}

}  // namespace ancrage::criteria

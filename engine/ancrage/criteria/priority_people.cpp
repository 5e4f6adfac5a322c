// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition priority_people() {
  return {
      "priority_people",
      message("People of priority sectors"),
      message("inhabitants"),
      message(
          "people of the catchment who live in a QPV or a ZIP commune, each cell’s people spread evenly over its area"),
      0,
      /*timed=*/true,
      /*estimate=*/false,
      {"priority_sectors", "communes.zone", "population_cells"},
      [](const Inputs& inputs) {
        Values result;
        for (std::size_t site = 0; site < inputs.territory.sites.size(); ++site) {
          double people = 0.0;
          for (const std::uint32_t row : inputs.catchments.places_of_site(site)) {
            people += inputs.access.people[row] * inputs.access.places.priority_share[row];
          }
          result.value.emplace_back(people);
        }
        result.detail.resize(result.value.size());
        return result;
      }};
}

}  // namespace ancrage::criteria

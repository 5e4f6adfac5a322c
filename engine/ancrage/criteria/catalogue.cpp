// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

const std::vector<Definition>& catalogue() {
  static const std::vector<Definition> definitions{
      accessibility(),        people_lifted(),       priority_people(),  supply_lost(),
      priority_population(),  gp_density(),          gp_aged_60_plus(),  aged_65_plus(),
      catchment_population(), health_pole_minutes(), pharmacy_minutes(), laboratory_minutes(),
      hospital_minutes(),     college_minutes(),     lycee_minutes(),    station_minutes(),
  };
  return definitions;
}

}  // namespace ancrage::criteria

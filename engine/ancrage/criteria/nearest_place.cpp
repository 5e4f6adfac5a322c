// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/nearest_place.hpp"

#include "ancrage/travel/estimate.hpp"

#include <limits>

namespace ancrage::criteria {

Values minutes_to_nearest(const Inputs& inputs, const territory::Places& places,
                          bool (*is_wanted)(std::string_view kind)) {
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (is_wanted(places.kind[i])) wanted.push_back(i);
  }
  Values result;
  for (const geometry::Point site : inputs.territory.sites.position) {
    double nearest_m = std::numeric_limits<double>::infinity();
    std::size_t nearest = places.size();
    for (const std::size_t i : wanted) {
      const double distance_m = geometry::distance(site, places.position[i]);
      if (distance_m < nearest_m || (distance_m == nearest_m && places.id[i] < places.id[nearest])) {
        nearest_m = distance_m;
        nearest = i;
      }
    }
    const bool found = nearest < places.size();
    result.value.push_back(found ? Quantity(travel::estimated_minutes(nearest_m)) : Quantity::missing());
    result.detail.push_back(found ? places.name[nearest] : std::string());
  }
  return result;
}

}  // namespace ancrage::criteria

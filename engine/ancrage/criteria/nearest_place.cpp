// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/nearest_place.hpp"

#include <cstdint>

namespace ancrage::criteria {

namespace {

constexpr double farthest_minutes = 120.0;

}  // namespace

Values minutes_to_nearest(const territory::Sites& sites, const travel::TerritoryTimes& travel,
                          const territory::Places& places, bool (*is_wanted)(std::string_view kind)) {
  territory::Places wanted;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!is_wanted(places.kind[i])) continue;
    wanted.id.push_back(places.id[i]);
    wanted.name.push_back(places.name[i]);
    wanted.commune_code.push_back(places.commune_code[i]);
    wanted.position.push_back(places.position[i]);
  }
  const travel::TravelTimes times = travel.between({sites.position, sites.id, sites.commune_code},
                                                   {wanted.position, wanted.id, wanted.commune_code}, farthest_minutes);
  Values result;
  for (std::size_t site = 0; site < sites.size(); ++site) {
    Quantity least = Quantity::missing();
    std::size_t nearest = wanted.size();
    for (std::size_t k = 0; k < times.columns_of(site).size(); ++k) {
      const std::uint32_t i = times.columns_of(site)[k];
      const double minutes = times.minutes_of(site)[k];
      if (least.is_number() &&
          (minutes > least.value() || (minutes == least.value() && wanted.id[i] >= wanted.id[nearest]))) {
        continue;
      }
      least = Quantity(minutes);
      nearest = i;
    }
    result.value.push_back(least);
    result.detail.push_back(nearest < wanted.size() ? wanted.name[nearest] : std::string());
  }
  return result;
}

Values minutes_to_nearest(const Inputs& inputs, const territory::Places& places,
                          bool (*is_wanted)(std::string_view kind)) {
  return minutes_to_nearest(inputs.territory.sites, inputs.travel, places, is_wanted);
}

}  // namespace ancrage::criteria

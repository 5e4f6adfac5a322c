// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/catchment.hpp"

#include <algorithm>

namespace ancrage::criteria {

Catchments::Catchments(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                       const access::TerritoryAccess& access, const Progress& progress)
    : inhabited_(access.places.size()), gps_(access.rows, 0.0), gps_60_plus_(access.rows, 0.0) {
  for (const access::SupplyShare& share : access.shares) {
    gps_[share.row] += share.gps;
    gps_60_plus_[share.row] += share.gps * access::part_of_age(share, access::older_gp);
  }
  const auto& sites = territory.sites;
  const travel::TravelTimes times = travel.between(access.row_places(), {sites.position, sites.id, sites.commune_code},
                                                   territory.catchment_minutes, progress);
  starts_.assign(sites.size() + 1, 0);
  for (const std::uint32_t site : times.column) ++starts_[site + 1];
  for (std::size_t site = 0; site < sites.size(); ++site) starts_[site + 1] += starts_[site];
  members_.resize(times.size());
  std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
  for (std::uint32_t row = 0; row < times.rows(); ++row) {
    for (const std::uint32_t site : times.columns_of(row)) members_[next[site]++] = row;
  }
}

std::span<const std::uint32_t> Catchments::places_of_site(std::size_t site) const {
  const auto rows = of_site(site);
  const auto end = std::lower_bound(rows.begin(), rows.end(), inhabited_);
  return rows.first(static_cast<std::size_t>(end - rows.begin()));
}

}  // namespace ancrage::criteria

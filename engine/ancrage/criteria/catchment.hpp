// SPDX-License-Identifier: Apache-2.0
// Who lives and practises around each site: what the catchment criteria share, computed once. A row of the territory's
// access is in the catchment of a site when it is at most `catchment_minutes` away by car (bound included).
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/progress.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/territory_times.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::criteria {

class Catchments {
 public:
  // Cost: the table of rows x sites. Throws interrupted.
  Catchments(const territory::Territory& territory, const travel::TerritoryTimes& travel,
             const access::TerritoryAccess& access, const Progress& progress = {});

  // Rows in the site's catchment, increasing.
  std::span<const std::uint32_t> of_site(std::size_t site) const {
    return {members_.data() + starts_[site], members_.data() + starts_[site + 1]};
  }
  // Inhabited places among them.
  std::span<const std::uint32_t> places_of_site(std::size_t site) const;
  // General practitioners per row, and those of 60 and over.
  const std::vector<double>& gps() const { return gps_; }
  const std::vector<double>& gps_60_plus() const { return gps_60_plus_; }

 private:
  std::size_t inhabited_;
  std::vector<double> gps_;
  std::vector<double> gps_60_plus_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> members_;
};

}  // namespace ancrage::criteria

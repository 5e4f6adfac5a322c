// SPDX-License-Identifier: Apache-2.0
// Who lives and practises around each site: what the catchment criteria share, computed once.
//
// People live in places: the population cells, and, for communes that have none, the commune's own population at the
// middle of its largest part. A commune's general practitioners are counted as spread over its places in proportion to
// their people. A place is in the catchment of a site when its centre is at most `catchment_minutes` away (bound
// included); without road times the minutes are those of travel/estimate.hpp, and called an estimate.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/base/quantity.hpp"
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::criteria {

// Parallel columns, one row an inhabited place.
struct InhabitedPlaces {
  std::vector<geometry::Point> center;
  std::vector<double> population;
  std::vector<double> priority_share;   // share of the place's area in QPV or ZIP, 0..1
  std::vector<Quantity> share_65_plus;  // of its people, 0..1: from its age bands, else from its commune's
  std::vector<double> gps;
  std::vector<double> gps_60_plus;
  std::size_t size() const { return center.size(); }
};

class Catchments {
 public:
  // Cost: overlay of cells and priority sectors, then sites x places.
  explicit Catchments(const territory::Territory& territory, const Progress& progress = {});

  const InhabitedPlaces& places() const { return places_; }
  // Rows of the places in the site's catchment, increasing.
  std::span<const std::uint32_t> of_site(std::size_t site) const {
    return {members_.data() + starts_[site], members_.data() + starts_[site + 1]};
  }

 private:
  InhabitedPlaces places_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> members_;
};

}  // namespace ancrage::criteria

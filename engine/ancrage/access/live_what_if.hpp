// SPDX-License-Identifier: Apache-2.0
// One practitioner who is dragged over the map: where to, and what it changes, at every frame.
//
//   LiveWhatIf live(territory, access);                    once: a full run
//   const auto row = nearest_row(access, mouse);           somewhere people live, a site, or a pole
//   const AccessChange& change = live.put(row, 5400);      each frame: instead of where the last call put it
//   change.communes[c].after, change.crossing(PeopleGroup::all, 0).lifted
//
// After any number of calls all values are those of a full run. Some 0.5 ms a call in an intercommunality of 4,000
// places, nothing allocated.
#pragma once

#include "ancrage/access/access_change.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/access/what_if.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace ancrage::access {

// Keeps a reference to the access, which must outlive it. One object per thread.
class LiveWhatIf {
 public:
  LiveWhatIf(const territory::Territory& territory, const TerritoryAccess& access);

  // So many acts a year more at that row than the territory has, and everything else as the territory has it. Negative
  // acts take away; throws wrong_input when there are not so many. The change is to the territory as it is, and lasts
  // until the next call.
  const AccessChange& put(std::uint32_t row, double acts);
  // The territory as it is again.
  const AccessChange& put_back();

  // By row: inhabited places, then sites, then poles.
  std::span<const double> accessibility() const { return what_if_.now().value; }

 private:
  const TerritoryAccess& access_;
  AccessComparison comparison_;
  WhatIf what_if_;
  std::optional<std::uint32_t> row_;
  AccessChange change_;
};

// The row nearest to a point of the territory's coordinates; of equal ones the first. One look at every row.
std::uint32_t nearest_row(const TerritoryAccess& access, geometry::Point point);

}  // namespace ancrage::access

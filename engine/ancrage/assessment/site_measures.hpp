// SPDX-License-Identifier: Apache-2.0
// What limits are set on, measured at every site: minutes to a named place, to the nearest school, group practice or
// health centre. Each is computed when it is first asked for and kept, so that other minutes, other weights and other
// people with the same wishes cost nothing more.
//
//   SiteMeasures measures(territory, travel, access);
//   const LimitMeasure& measure = measures.of(limit);
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/assessment/limits.hpp"
#include "ancrage/criteria/nearest_place.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/territory_times.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ancrage::assessment {

struct LimitMeasure {
  std::string place;                        // the named place by its own name; empty for the other kinds
  std::vector<Quantity> minutes;            // by site; missing: none within 120 minutes
  std::vector<std::uint8_t> straight_line;  // 1: estimated, as no road leads there; empty: none
};

// Not for several threads at once. Keeps references to what it is given.
class SiteMeasures {
 public:
  // `poles`: those of a scenario; the territory's without.
  SiteMeasures(const territory::Territory& territory, const travel::TerritoryTimes& travel,
               const access::TerritoryAccess& access, const territory::Places* poles = nullptr);

  // Not of zones, which the communes tell. Throws wrong_input when there is no such place, or several, naming the
  // nearest. First time: a bounded search per site or place, milliseconds for an intercommunality.
  const LimitMeasure& of(const Limit& limit);
  // Of the communes that the sites lie in.
  const std::vector<territory::ZoneStatus>& zones();

 private:
  LimitMeasure to_place(const Limit& limit) const;
  LimitMeasure to_nearest(LimitKind kind) const;

  const territory::Territory& territory_;
  const travel::TerritoryTimes& travel_;
  const access::TerritoryAccess& access_;
  const territory::Places& poles_;
  std::map<std::string, LimitMeasure> kept_;
  std::vector<territory::ZoneStatus> zones_;
};

}  // namespace ancrage::assessment

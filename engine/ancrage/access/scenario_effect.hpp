// SPDX-License-Identifier: Apache-2.0
// A scenario set against the territory as it is: both states, what changes between them, and what practitioners have to
// care for in each.
#pragma once

#include "ancrage/access/access_change.hpp"
#include "ancrage/access/practitioner_load.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/progress.hpp"

#include <span>
#include <vector>

namespace ancrage::access {

// General practice in one commune, by where it is done.
struct CommunePractice {
  double gps = 0.0;
  double acts = 0.0;    // a year
  double people = 0.0;  // who choose its practitioners (access/practitioner_load.hpp)
  // For each full-time practitioner, one of `full_time_acts` a year; missing without practitioners.
  Quantity people_per_gp(double full_time_acts) const;
};

struct ScenarioEffect {
  TerritoryAccess before{};
  TerritoryAccess after{};
  AccessChange change{};
  std::vector<CommunePractice> practice_before{};  // by commune
  std::vector<CommunePractice> practice_after{};
};

// Practice of every commune; the loads are shared among the whole supply of the access.
std::vector<CommunePractice> commune_practice(const territory::Territory& territory, const TerritoryAccess& access,
                                              unsigned threads = 0);
// The same with other practitioners (by rising row) and the catchments, people and commune of the rows of the access.
std::vector<CommunePractice> commune_practice(const territory::Territory& territory, const TerritoryAccess& access,
                                              std::span<const SupplyShare> shares, unsigned threads = 0);

// `travel` are the times of the territory as it is; those of the scenario are driven anew when it changes them. Throws
// what territory_access() throws. Cost: one access, two when times or weights change.
ScenarioEffect scenario_effect(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                               const Scenario& scenario, const TerritoryAccessOptions& options = {},
                               const Progress& progress = {});

}  // namespace ancrage::access

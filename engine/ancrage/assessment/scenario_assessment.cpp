// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/scenario_assessment.hpp"

#include "ancrage/access/scenario_supply.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::assessment {

ScenarioAssessment assess_scenario(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                                   const access::Scenario& scenario, const Progress& progress) {
  access::TerritoryAccess access = access::territory_access(territory, travel, {.scenario = &scenario}, progress);
  const bool other_poles = std::any_of(scenario.changes.begin(), scenario.changes.end(), [](const auto& change) {
    return change.kind == access::ChangeKind::close || change.kind == access::ChangeKind::open;
  });
  if (!other_poles) {
    Assessment assessment = assess(territory, travel, access, progress);
    return {std::move(assessment), std::move(access), territory.health_poles};
  }
  territory::Territory changed = territory;
  changed.health_poles = access::poles_under(territory, access, scenario);
  Assessment assessment = assess(changed, travel, access, progress);
  return {std::move(assessment), std::move(access), std::move(changed.health_poles)};
}

ScenarioAssessment assess_scenario(const territory::Territory& territory, const access::Scenario& scenario,
                                   const Progress& progress) {
  const travel::TerritoryTimes travel(territory, {.time_factor = scenario.time_factor});
  return assess_scenario(territory, travel, scenario, progress);
}

}  // namespace ancrage::assessment

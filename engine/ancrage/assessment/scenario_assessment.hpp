// SPDX-License-Identifier: Apache-2.0
// The two scores of every site as they would be under a scenario: practitioners, times and weights as it says; poles
// that it opens count among those that are near, those that it closes no longer do. The sites stay.
#pragma once

#include "ancrage/access/scenario.hpp"
#include "ancrage/assessment/assessment.hpp"

namespace ancrage::assessment {

struct ScenarioAssessment {
  Assessment assessment;
  access::TerritoryAccess access;  // that of the scenario
  territory::Places health_poles;  // as they are then
};

// Throws what assess() and territory_access() throw. The times are of the scenario's time factor.
ScenarioAssessment assess_scenario(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                                   const access::Scenario& scenario, const Progress& progress = {});
// Finds the times first.
ScenarioAssessment assess_scenario(const territory::Territory& territory, const access::Scenario& scenario,
                                   const Progress& progress = {});

}  // namespace ancrage::assessment

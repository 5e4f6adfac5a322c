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
};

// Throws what assess() and territory_access() throw.
ScenarioAssessment assess_scenario(const territory::Territory& territory, const access::Scenario& scenario,
                                   const Progress& progress = {});

}  // namespace ancrage::assessment

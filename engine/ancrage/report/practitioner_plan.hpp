// SPDX-License-Identifier: Apache-2.0
// Where the next practitioners go, for people and for programs.
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"
#include "ancrage/planning/practitioner_plan.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ancrage::report {

struct PractitionerPlanReport {
  const territory::Territory& territory;
  const access::TerritoryAccess& access;  // as it is
  const planning::PractitionerPlan& plan;
  std::string decay;  // as parse_decay reads it
  Message travel;     // what the driving minutes are
};

// The places in the order to fill them, what each number of practitioners can do beside the greedy choice, who stays
// behind, and what the figures rest on.
std::string practitioner_plan_text(const PractitionerPlanReport& report, const Language& language);

// A point for every site of the plan: id, name, commune, practitioners, filled (its first place in the order).
io::FeatureTable practitioner_plan_features(const PractitionerPlanReport& report);

// {"territory","objective","doctors","status","gap","decay","travel_times","people","under_before","under_after",
// "people_losing","plan":[{"site","name","commune","practitioners"}],"order":[{"site",figures}],
// "frontier":[{"doctors","objective","bound","status","gap",figures,"greedy":{figures},"sites":{id: practitioners}}],
// "left_behind":[{"id","name","accessibility","under"}]}; figures: "lifted","priority_lifted","mean_minutes".
nlohmann::ordered_json practitioner_plan_json(const PractitionerPlanReport& report, const Language& language);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// What a scenario changes in a territory, for people and for programs: access of every commune before and after, people
// who cross a threshold either way, who gains and who loses, and what practitioners of other communes have to care for.
#pragma once

#include "ancrage/access/scenario_effect.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::report {

struct WhatIfReport {
  const territory::Territory& territory;
  const access::Scenario& scenario;
  const access::ScenarioEffect& effect;
  std::string decay;  // before, as parse_decay reads it
  Message travel;     // what the driving minutes are
};

// Communes where access changes most, at most `most` of them (0: all), people over and under the thresholds, winners and
// losers, loads, and what the figures rest on.
std::string what_if_text(const WhatIfReport& report, std::size_t most, const Language& language);

// Member communes and those of the ring where something changes, by code, with their outlines. Columns id, name, member,
// zone, population, accessibility_before, accessibility_after, difference, lifted_2_5, fallen_2_5, lifted_4, fallen_4,
// gps_before, gps_after, people_per_gp_before, people_per_gp_after (for each full-time practitioner; null without one).
io::FeatureTable what_if_features(const WhatIfReport& report);

// {"territory","scenario":scenario_json,"decay","travel_times","summary":{"population","gps_before","gps_after",
// "supply_before","supply_after","mean_accessibility_before","mean_accessibility_after","gini_before","gini_after",
// "worst_decile_mean_before","worst_decile_mean_after","people_gaining","people_losing","acts_gained","acts_lost"},
// "thresholds":[{"threshold","groups":[{"group","population","under_before","under_after","lifted","fallen"}]}],
// "communes":[the columns of what_if_features]}.
nlohmann::ordered_json what_if_json(const WhatIfReport& report, const Language& language);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// Accessibility per place and what it adds up to, for people and for programs.
#pragma once

#include "ancrage/access/apl.hpp"
#include "ancrage/access/floating_catchment.hpp"
#include "ancrage/base/diagnostics.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ancrage::report {

// What was computed; vectors of demand places are parallel, and those of supply places.
struct AccessibilityReport {
  std::string method;        // key: "apl"
  std::string decay;         // "10:1,15:0.3,20:0.1"
  double max_minutes = 0.0;  // infinity when there was no further bound
  std::vector<std::string> demand_id;
  std::vector<double> people;  // inhabitants
  std::vector<double> demand;  // standardised inhabitants; the same without standardisation
  std::vector<std::string> supply_id;
  std::vector<double> supply;
  access::Accessibility accessibility;
  std::vector<double> thresholds;                          // count the people under these
  std::optional<access::PractitionerCount> practitioners;  // when the supply comes from a list of them
  Diagnostics diagnostics;                                 // of reading
};

// The report's own and what the result shows: supplies that nobody reaches, places that reach nothing.
Diagnostics accessibility_diagnostics(const AccessibilityReport& report);

// A table of the places in their order, then totals, people under the thresholds, inequality and diagnostics.
std::string accessibility_text(const AccessibilityReport& report, const Language& language);

// Columns id and accessibility, without geometry.
io::FeatureTable accessibility_features(const AccessibilityReport& report);

// {"method","decay","max_minutes","places":[{"id","population","demand","accessibility"}],"supplies":[{"id","supply",
// "load","ratio"}],"totals":{"population","demand","supply","reached_supply","served","conservation_error",
// "mean_accessibility","gini","worst_decile_mean"},"thresholds":[{"threshold","people_under","share"}],
// "practitioners":{"counted","over_age","unknown_age","unknown_acts"} or null,"unreached_supplies":[…],
// "places_without_access":[…],"diagnostics":[…]}. The mean weighs places by demand, gini, decile and thresholds by
// population; numbers that do not exist are null.
nlohmann::ordered_json accessibility_json(const AccessibilityReport& report, const Language& language);

}  // namespace ancrage::report

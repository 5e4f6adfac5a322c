// SPDX-License-Identifier: Apache-2.0
// Access to care in a territory: per commune or per inhabited place, and for the territory whole. The ring counts but
// is not listed.
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ancrage::report {

struct TerritoryAccessibilityReport {
  const territory::Territory& territory;
  const access::TerritoryAccess& access;
  std::string method;  // "apl"
  std::string decay;   // as parse_decay reads it
  Message travel;      // what the driving minutes are
};

// What the figures rest on, one sentence a line: minutes, practitioners, demand.
std::string access_basis(const TerritoryAccessibilityReport& report, const Language& language);

// Communes of the territory, least access first, then the summary and what it rests on.
std::string territory_accessibility_text(const TerritoryAccessibilityReport& report, const Language& language);

// Columns id, accessibility, name, zone, population, gps, under_2_5, under_4 and the outlines; rows in the order of the
// communes' codes.
io::FeatureTable commune_accessibility_features(const TerritoryAccessibilityReport& report);
// Columns id, accessibility, commune, population; cells have their outlines, and communes that stand for cells theirs.
io::FeatureTable place_accessibility_features(const TerritoryAccessibilityReport& report);

// {"territory","method","decay","travel_times","practitioners","summary","thresholds","communes":[…]}.
nlohmann::ordered_json territory_accessibility_json(const TerritoryAccessibilityReport& report,
                                                    const Language& language);

}  // namespace ancrage::report

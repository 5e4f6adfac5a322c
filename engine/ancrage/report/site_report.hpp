// SPDX-License-Identifier: Apache-2.0
// One site in words and in JSON: what the ranking, the explanation, the comparison and the viewer's card all say alike.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <vector>

namespace ancrage::report {

// Labels of closed vocabularies.
Message score_label(assessment::Score score);    // "Need of the territory"
Message zone_label(territory::ZoneStatus zone);  // "ZIP", "ZAC", "no zone", "zone unknown"
Message site_kind_label(std::string_view kind);  // "commune centre"; the key itself when it is the user's own

// Name of the commune that a place lies in; its code when the territory does not have it.
std::string commune_name(const territory::Territory& territory, const std::string& commune_code);
territory::ZoneStatus commune_zone(const territory::Territory& territory, const std::string& commune_code);

// Value with unit ("11 min", "7,6 GP/10 000 hab."), or why there is none; "≈" before an estimate of minutes.
std::string value_text(const assessment::Criterion& criterion, const Quantity& value, const Language& language);

// Columns of `criteria` that count for the score, by falling contribution at the site, then in their order.
std::vector<std::size_t> criteria_by_contribution(const assessment::Assessment& assessment, assessment::Score score,
                                                  std::size_t site);

// {"id","name","kind","commune","commune_name","zone","x","y","excluded":[…],"need":{…},"attractiveness":{…}}; each
// score:
// {"score","rank","weight_share","criteria":[{"id","label","value","unit","state","utility","weight","contribution",
// "detail","estimate","method","source"}]}. Values without a number are null, their state says why.
nlohmann::ordered_json site_json(const territory::Territory& territory, const assessment::Assessment& assessment,
                                 std::size_t site);

// {"territory":{"name","code"},"vintage":{layer: producers and vintages},"limits":[…],"sites":[…]}; limits and
// excluded as in report/limits.hpp.
nlohmann::ordered_json sites_json(const territory::Territory& territory, const assessment::Assessment& assessment,
                                  std::span<const std::size_t> sites);

// What every table of results says below itself: that minutes are estimates, and which criteria are left out.
std::string caveats(const territory::Territory& territory, const assessment::Assessment& assessment,
                    const Language& language);
// "CartoSanté 31/12/2019 · …": producer and vintage of every source that a provenance (Territory::provenance) names,
// each once. Contributors of OpenStreetMap are always named.
std::string short_sources(const territory::Territory& territory, std::string_view provenance);
// One line with producer and vintage of the sources of all criteria, each once; check and explain name them in full.
std::string sources_line(const territory::Territory& territory, const assessment::Assessment& assessment,
                         const Language& language);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// Doctors and the places of a territory, for people and for programs: who goes where, why not to a better-liked place,
// and what each way of matching is worth to the people served.
#pragma once

#include "ancrage/assessment/territory_matching.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>

namespace ancrage::report {

// Lives as long as what it refers to.
struct TerritoryMatchingReport {
  const territory::Territory& territory;
  const assessment::TerritoryMatching& result;
  std::span<const assessment::Applicant> applicants;
  assessment::MatchingChoices choices;
  assessment::Outcome shown = assessment::Outcome::stable_for_applicants;  // one that is there
  Message travel{};                                                        // what the minutes are
};

// The four outcomes as people call them.
Message outcome_label(assessment::Outcome outcome);

// How places choose, a row an applicant (place, rank, need, the assignment beside), why not the better-liked ones, the
// outcomes side by side, the price of stability, remarks.
std::string territory_matching_text(const TerritoryMatchingReport& report, const Language& language);

// Columns resident, hospital, rank, better as of plain tables, then hospital_name, list_size, score (attractiveness to
// the applicant), need_score.
io::FeatureTable territory_matching_features(const TerritoryMatchingReport& report);

// {"matching":[{"resident","hospital","rank","refusals":[{"hospital","reason","preferred"}],"profile","partner",
// "hospital_name","list_size","score","need_score"}],"method","place_order","couple_minutes","outcomes":[{"method",
// "placed","first_choices","mean_rank","mean_need","consultations_under_2_5","people_lifted","blocking","proven"}],
// "price_of_stability":{"consultations","people_lifted"},"diagnostics":[…]}; reasons are those of report/matching.hpp
// and "partner": no place near for the other of the couple.
nlohmann::ordered_json territory_matching_json(const TerritoryMatchingReport& report, const Language& language);

}  // namespace ancrage::report

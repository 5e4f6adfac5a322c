// SPDX-License-Identifier: Apache-2.0
// The retirement cliff for people and for programs: totals per year, and of every commune the year in which its access
// falls under 4 and under 2.5.
#pragma once

#include "ancrage/access/retirement.hpp"
#include "ancrage/access/scenario.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

namespace ancrage::report {

struct RetirementReport {
  const territory::Territory& territory;
  const access::Scenario& scenario;       // may be empty
  const access::TerritoryAccess& access;  // that of the scenario, nobody retired
  const access::RetirementCliff& cliff;
  std::string decay;  // as parse_decay reads it
  Message travel;     // what the driving minutes are
};

// Totals of the years, then the communes, those that lose most access first, at most `most` of them (0: all), then what
// the figures rest on. Of more than six years the communes show six.
std::string retirement_text(const RetirementReport& report, std::size_t most, const Language& language);

// Member communes by code, with their outlines. Columns id, name, zone, population, under_4_from, under_2_5_from
// (years, that of the counts where it is so already; null: never), and for the year of the counts and every year asked
// for accessibility_YEAR and gps_YEAR.
io::FeatureTable retirement_features(const RetirementReport& report);

// {"territory","scenario" or
// null,"retire_at","practitioners_year","estimate","assumptions","decay","travel_times","years":[{"year","gps","supply",
// "mean_accessibility","gini","worst_decile_mean","people_under":[2.5, 4]}] (that of the counts first),"communes":[the
// columns of retirement_features]}.
nlohmann::ordered_json retirement_json(const RetirementReport& report, const Language& language);

}  // namespace ancrage::report

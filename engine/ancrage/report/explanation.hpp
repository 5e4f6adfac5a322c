// SPDX-License-Identifier: Apache-2.0
// Why a site has its scores, and why it stands before or behind another.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>

namespace ancrage::report {

// Both scores of a site in sentences (report/reasons.hpp) and as sums: points, criterion, value, weight, what it refers
// to, how and from what it was computed.
std::string explanation_text(const territory::Territory& territory, const assessment::Assessment& assessment,
                             std::size_t site, const Language& language);

// What separates two sites, by score: sentences, and the difference in points of each criterion; they add up to the
// difference of the scores.
std::string versus_text(const territory::Territory& territory, const assessment::Assessment& assessment,
                        std::size_t site, std::size_t other, const Language& language);
// {"site":id,"other":id,"need":{"difference","criteria":[{"id","value","other_value","difference"}],"sentences",
// "weight_changes","fact_changes"},"attractiveness":…}; the last three as versus_reasons_json() makes them.
nlohmann::ordered_json versus_json(const territory::Territory& territory, const assessment::Assessment& assessment,
                                   std::size_t site, std::size_t other, const Language& language);

// Two to four sites side by side: scores, ranks, and every criterion's value and points; "★" marks the best points.
// Below each score, why its first stands before each other one and which weight would change that.
std::string comparison_text(const territory::Territory& territory, const assessment::Assessment& assessment,
                            std::span<const std::size_t> sites, const Language& language);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// Who goes where, and why not to a better-liked place, for people and for programs.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"
#include "ancrage/matching/stable_matching.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <vector>

namespace ancrage::report {

// The stable matching and, beside it, the assignment that places as many and has the least sum of ranks. The ids live
// as long as the report.
struct MatchingReport {
  std::span<const std::string> residents;
  std::span<const std::string> hospitals;
  const matching::HospitalResidents& instance;
  matching::Side optimal_for = matching::Side::residents;
  matching::Matching stable{};
  matching::Matching assignment{};
};

enum class MatchingMethod { stable, assignment };

// Key of a reason: "not_acceptable", "no_places", "full", "blocking".
std::string_view reason_key(matching::Reason reason);

// Residents without a place, fewer places than residents, pairs of which only one side names the other.
Diagnostics matching_diagnostics(const MatchingReport& report, MatchingMethod method);

// A row a resident: place, rank in its own list, the better-liked places and why not, what the other method gives; then
// what both add up to, and the diagnostics.
std::string matching_text(const MatchingReport& report, MatchingMethod method, const Language& language);

// Columns resident, hospital, rank and better (the places it likes better, a>b); empty where there is none.
io::FeatureTable matching_features(const MatchingReport& report, MatchingMethod method);

// {"matching":[{"resident","hospital","rank","refusals":[{"hospital","reason","preferred":[residents]}]}]}; hospital
// and rank are null without a place.
nlohmann::ordered_json matching_json(const MatchingReport& report, MatchingMethod method);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// The ranking of any decision table, for people and for programs.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/decision/method.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>

namespace ancrage::report {

// What was ranked, how, and what came out; it all outlives this.
struct Decision {
  const decision::DecisionTable& table;
  std::span<const double> weights;
  const decision::MethodOptions& options;
  const decision::MethodResult& result;
};

Message method_label(decision::Method method);  // "Weighted sum", "TOPSIS", …
int method_decimals(decision::Method method);   // of its scores, when shown

// "linear:1:2", as the option takes it.
std::string preference_text(const decision::Preference& preference);

// What is computed, a row an alternative from the best down, the weights.
std::string decision_text(const Decision& decision, const Language& language);

// Columns id, score, rank (and weight_share of a weighted sum), from the best down.
io::FeatureTable decision_features(const Decision& decision);

// {"method","normalisation","smaller_is_better","criteria":[{"id","weight","direction","bounds","preference"}],
// "alternatives":[{"id","score","rank"}]} from the best down; the weights add up to 1, what plays no part is null.
nlohmann::ordered_json decision_json(const Decision& decision);

}  // namespace ancrage::report

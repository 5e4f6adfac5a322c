// SPDX-License-Identifier: Apache-2.0
// How sure a ranking is, for people and for programs.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/decision/robustness.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::report {

// What was found, and what alternatives and criteria are called; it all outlives this.
struct RobustnessReport {
  const decision::Robustness& robustness;
  std::vector<std::string> names{};   // of the alternatives
  std::vector<std::string> labels{};  // of the criteria, in the reader's language
};
// Under their ids.
RobustnessReport plain_report(const decision::Robustness& robustness);
// Of one score of a territory's sites, whose utilities (assessment/decision_input.hpp) they are.
RobustnessReport sites_report(const decision::Robustness& robustness, const territory::Territory& territory,
                              const assessment::Assessment& assessment, assessment::Score which,
                              const Language& language);

// One alternative in short sentences: the share of the weightings that put it first; who is first now: the nearest
// limit of a weight up to which it stays so ("stays first as long as Nearest collège weighs less than 36 %"); who is
// not, but can be: what then weighs most.
std::vector<Message> robustness_sentences(const RobustnessReport& report, std::size_t alternative);

// How weights were drawn; the sentences of the first alternative; a row an alternative by rank (`top` of them, 0: all);
// a row a criterion with the range of its weight in which the first place and the whole order stay.
std::string robustness_text(const RobustnessReport& report, std::size_t top, const Language& language);

// Columns id, rank, first, first_five (shares of the weightings), mean_rank, confidence, then the central weight of
// each criterion ("central_gp_density"); by rank.
io::FeatureTable robustness_features(const RobustnessReport& report);

// {"samples","seed","criteria":[ids],"alternatives":[{"id","acceptability":[by rank],"central_weight":[by criterion] or
// null,"confidence" or null}],"stability":[{"id","weight","first":[low,high],"order":[low,high]}]}
nlohmann::ordered_json robustness_json(const RobustnessReport& report);

}  // namespace ancrage::report

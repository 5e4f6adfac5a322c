// SPDX-License-Identifier: Apache-2.0
// A score in sentences, as an advisor would say them: what counts most for a site, what holds it back, why it stands
// before another, and what would have to change for the other to pass it. The explanation, the comparison, the viewer
// and the printed sheet say them alike.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/decision/stability.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::report {

// One or two sentences, none without a score: the criteria that bring most points, and those that cost most.
std::vector<std::string> site_reasons(const assessment::Assessment& assessment, assessment::Score which,
                                      std::size_t site, const Language& language);

// The changes, one at a time, by which the site that is behind would pass the one that is ahead, the smallest first:
// of a weight (share of the score's whole weight, 0..1), of a fact of the one behind (raw value). Criteria are columns
// of the assessment.
struct PassingChanges {
  std::size_t ahead = 0;
  std::size_t behind = 0;
  std::vector<decision::WeightChange> weights;
  std::vector<decision::FactChange> facts;
};
// Of two sites with different scores. Cost: sites x criteria of the score.
PassingChanges passing_changes(const territory::Territory& territory, const assessment::Assessment& assessment,
                               assessment::Score which, std::size_t site, std::size_t other);

struct VersusReasons {
  std::string lead;                  // who stands before whom, by how much
  std::vector<std::string> because;  // what speaks for each
  std::string weight;                // which weight would turn them round; empty when they are level
  std::string fact;                  // which fact would
  std::vector<std::string> out;      // of the two, who fails a limit, and why
  std::vector<std::string> all() const;
};
VersusReasons versus_reasons(const territory::Territory& territory, const assessment::Assessment& assessment,
                             assessment::Score which, std::size_t site, std::size_t other, const Language& language);

// {"need":[sentences],"attractiveness":[…]} of one site, in the reader's language.
nlohmann::ordered_json reasons_json(const assessment::Assessment& assessment, std::size_t site,
                                    const Language& language);
// {"sentences":[…],"weight_changes":[{"id","from","to"}],"fact_changes":[…]} of one score; ids of criteria.
nlohmann::ordered_json versus_reasons_json(const territory::Territory& territory,
                                           const assessment::Assessment& assessment, assessment::Score which,
                                           std::size_t site, std::size_t other, const Language& language);

}  // namespace ancrage::report

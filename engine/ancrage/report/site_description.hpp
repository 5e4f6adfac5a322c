// SPDX-License-Identifier: Apache-2.0
// A place in words: where it is, what its scores rest on, who lives and practises around it, what is near. The text
// twin of its card.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/report/site_facts.hpp"

#include <string>
#include <vector>

namespace ancrage::report {

// "commune centre of Génolhac, 30 km to the north of Alès, ZIP": without a final stop.
std::string site_situation(const territory::Territory& territory, std::size_t site, const Language& language);

// One paragraph a string: situation, both scores, people and practitioners, what is near.
std::vector<std::string> site_sentences(const territory::Territory& territory, const assessment::Assessment& assessment,
                                        std::size_t site, const SiteFacts& facts, const Language& language);

// Those on the two scores only.
std::vector<std::string> score_sentences(const assessment::Assessment& assessment, std::size_t site,
                                         const Language& language);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// How much a ranking and the under-served communes depend on facts that are not known exactly, for people and programs.
#pragma once

#include "ancrage/assessment/uncertain_facts.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

namespace ancrage::report {

// What was varied; a row a site by rank (`top` of them, 0: all); the member communes that are under 2.5 in all cases,
// in none, and in how many of them the others are.
std::string uncertain_facts_text(const territory::Territory& territory, const assessment::UncertainFacts& facts,
                                 std::size_t top, const Language& language);

// Columns id, name, rank, keeps_place, first, first_five, best_rank, worst_rank; shares of the cases; by rank.
io::FeatureTable uncertain_facts_features(const territory::Territory& territory,
                                          const assessment::UncertainFacts& facts);

// {"cases","time_factors":[…],"acts":[…],"decays":[…],"score","sites":[{"id","name","rank","keeps_place","first",
// "first_five","best_rank","worst_rank"}] by rank,"communes":[{"code","name","accessibility","under_2_5"}]}; ranks are
// null without a score, members only.
nlohmann::ordered_json uncertain_facts_json(const territory::Territory& territory,
                                            const assessment::UncertainFacts& facts);

}  // namespace ancrage::report

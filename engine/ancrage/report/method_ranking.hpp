// SPDX-License-Identifier: Apache-2.0
// A ranking of a territory's sites by TOPSIS, PROMETHEE II or SPOTIS beside that by weighted sum.
#pragma once

#include "ancrage/assessment/method_ranking.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace ancrage::report {

// A row a site, in their order: its rank and score by the method, then by weighted sum; below what every table of
// results says, and the sites that are left out.
std::string method_ranking_text(const territory::Territory& territory, const assessment::Assessment& assessment,
                                const assessment::MethodRanking& ranking, std::span<const std::size_t> sites,
                                assessment::Score by, const Language& language);

// Columns method_rank and method_score, for the features of the same sites.
void add_method(io::FeatureTable& features, const assessment::MethodRanking& ranking,
                std::span<const std::size_t> sites);

// Sets "method" {"key","score"} and in each of the "sites" "method_rank" and "method_score", null without.
void add_method(nlohmann::ordered_json& result, const assessment::MethodRanking& ranking,
                std::span<const std::size_t> sites, assessment::Score by);

}  // namespace ancrage::report

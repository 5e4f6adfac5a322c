// SPDX-License-Identifier: Apache-2.0
// The ranking of a territory's sites as a table for people and as features for programs.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"

#include <span>
#include <string>

namespace ancrage::report {

// Both scores side by side, in the order of `sites` (positions in the territory), with what counts most for the score
// they are ordered by.
std::string ranking_text(const territory::Territory& territory, const assessment::Assessment& assessment,
                         std::span<const std::size_t> sites, assessment::Score by, const Language& language);

// Points with id, name, kind, commune, commune_name, zone, x, y, then for each score rank, score and weight_share, then
// the raw value and the contribution of each criterion ("need_gp_density", "need_gp_density_points").
io::FeatureTable ranking_features(const territory::Territory& territory, const assessment::Assessment& assessment,
                                  std::span<const std::size_t> sites);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// Territory in; two scores, ranks and explanations out. What the command line and the viewer both call.
//
// Need of the territory and attractiveness to the doctor stand side by side and are never merged. Score of a site =
// 100 Σ w v(x) / Σ w over the criteria that have a value there (METHODS: weighted sum of value functions with absolute
// bounds), so adding a site never reorders the others. Ranks start at 1; equal scores are ordered by site id.
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/assessment/limits.hpp"
#include "ancrage/base/message.hpp"
#include "ancrage/base/progress.hpp"
#include "ancrage/base/quantity.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/territory_times.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ancrage::assessment {

enum class Score : std::size_t { need = 0, attractiveness = 1 };
inline constexpr std::size_t score_count = 2;
std::string_view score_key(Score score);  // "need", "attractiveness"

// A criterion as it was used: what it is called, measured in, and rests on.
struct Criterion {
  std::string id;  // "pole_minutes"
  Message label;   // "Nearest health pole"
  Message unit;    // "min", "%", "inhabitants"
  Message method;  // one sentence: how the value is obtained; says so when it is an estimate
  bool estimate = false;
  int decimals = 0;    // that make sense when shown
  std::string source;  // producers and vintages
  Score score = Score::need;
  double weight = 0.0;
  std::vector<std::pair<double, double>> value;  // value function points
};

// One criterion at one site.
struct Contribution {
  Quantity value;             // raw, in the criterion's unit
  double utility = 0.0;       // 0..1; 0 when there is no value
  double contribution = 0.0;  // points of the score; the contributions of a score sum to it
  std::string detail;         // what it refers to ("MSP Hautes Cévennes"); may be empty
};

struct SiteScore {
  Quantity score;             // 0..100; missing when no criterion has a value
  std::size_t rank = 0;       // 1-based among the sites that are in and have a score; 0 for the others
  double weight_share = 0.0;  // share of the weight that rests on a value, 0..1
};

struct Assessment {
  std::vector<Criterion> criteria;          // need first, then attractiveness, in the order of territory.toml
  std::vector<Contribution> contributions;  // sites x criteria, row by row
  std::array<std::vector<SiteScore>, score_count> scores;  // by Score, then site
  // Site indices, best first, without score last; then the sites that are out, likewise.
  std::array<std::vector<std::size_t>, score_count> order;
  Diagnostics diagnostics;                           // criteria that are switched off, and why
  Message travel;                                    // what the driving minutes are
  std::vector<Quantity> commune_accessibility;       // APL by commune (access/territory_access.hpp)
  std::vector<Limit> limits{};                       // applied (apply_profile.hpp); places by their own names
  std::vector<std::vector<Shortfall>> shortfalls{};  // by site; empty without limits

  const Contribution& at(std::size_t site, std::size_t criterion) const {
    return contributions[site * criteria.size() + criterion];
  }
  const SiteScore& score(Score which, std::size_t site) const { return scores[static_cast<std::size_t>(which)][site]; }
  const std::vector<std::size_t>& ranking(Score which) const { return order[static_cast<std::size_t>(which)]; }
  // Whether the site meets all limits.
  bool is_in(std::size_t site) const { return shortfalls.empty() || shortfalls[site].empty(); }
  std::size_t sites_in() const;
};

// The criteria that count for the score: first column and the one after the last; and their weights.
std::pair<std::size_t, std::size_t> criteria_of(const Assessment& assessment, Score which);
std::vector<double> score_weights(const Assessment& assessment, Score which);

// Computes every criterion of the territory's settings at every site, and the two scores, from travel times and access
// to care of that territory.
Assessment assess(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                  const access::TerritoryAccess& access, const Progress& progress = {});
// Computes these first.
Assessment assess(const territory::Territory& territory, const Progress& progress = {});

// Scores and ranks again with other weights (one per criterion, same order), keeping raw values and limits. Throws
// wrong_input when a score's weights are all zero or one is negative.
void reweigh(Assessment& assessment, const territory::Territory& territory, const std::vector<double>& weights);
// Ranks again by the scores that are there, after other sites were let in.
void rank_again(Assessment& assessment, const territory::Territory& territory);

// Site by id, or by name without regard to accents, case and hyphens ("ales", "st jean du gard"), or by part of it; of
// several that fit, the only commune centre. Throws wrong_input naming the nearest names when none or several match.
std::size_t find_site(const territory::Territory& territory, std::string_view id_or_name);

}  // namespace ancrage::assessment

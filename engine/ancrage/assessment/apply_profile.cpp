// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/apply_profile.hpp"

#include "ancrage/criteria/criterion.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace ancrage::assessment {

namespace {

using territory::Territory;
using territory::ZoneStatus;

double territory_weight(const Territory& territory, const Criterion& criterion) {
  for (const auto& setting : territory.criteria) {
    if (setting.id == criterion.id && setting.score == score_key(criterion.score)) return setting.weight;
  }
  return criterion.weight;
}

std::optional<Shortfall> zone_shortfall(const std::vector<ZoneStatus>& zones, const Limit& limit, std::size_t site) {
  const ZoneStatus zone = zones[site];
  if (zone == ZoneStatus::zip || (limit.zac && zone == ZoneStatus::zac)) return std::nullopt;
  return Shortfall{.zone_unknown = zone == ZoneStatus::unmatched};
}

std::optional<Shortfall> minutes_shortfall(const LimitMeasure& measure, const Limit& limit, std::size_t site) {
  const Quantity minutes = measure.minutes[site];
  if (minutes.is_number() && minutes.value() <= limit.minutes) return std::nullopt;
  return Shortfall{.minutes = minutes,
                   .straight_line = !measure.straight_line.empty() && measure.straight_line[site] != 0};
}

std::vector<std::uint32_t> failed_limits(const Assessment& assessment) {
  std::vector<std::uint32_t> failed;
  for (const auto& of_site : assessment.shortfalls) {
    std::uint32_t mask = 0;
    for (const Shortfall& shortfall : of_site) mask |= 1u << shortfall.limit;
    failed.push_back(mask);
  }
  return failed;
}

// The least minutes at which the limit alone would let a site in.
Quantity nearest_miss(const Assessment& assessment, std::uint32_t limit) {
  Quantity least = Quantity::missing();
  for (const auto& of_site : assessment.shortfalls) {
    if (of_site.size() != 1 || of_site.front().limit != limit) continue;
    const Quantity minutes = of_site.front().minutes;
    if (minutes.is_number() && !(minutes.value() >= least.value_or(1e9))) least = minutes;
  }
  return least;
}

}  // namespace

std::vector<double> profile_weights(const Assessment& assessment, const Territory& territory, const Profile& profile,
                                    std::vector<std::string>* unused) {
  std::vector<double> weights;
  for (const Criterion& criterion : assessment.criteria) {
    const bool replaced = profile.weights[static_cast<std::size_t>(criterion.score)].has_value();
    weights.push_back(replaced ? 0.0 : territory_weight(territory, criterion));
  }
  for (const Score score : {Score::need, Score::attractiveness}) {
    const auto& wanted = profile.weights[static_cast<std::size_t>(score)];
    if (!wanted) continue;
    for (const ProfileWeight& weight : *wanted) {
      bool found = false;
      bool elsewhere = false;
      for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
        if (assessment.criteria[k].id != weight.criterion) continue;
        elsewhere = elsewhere || assessment.criteria[k].score != score;
        if (assessment.criteria[k].score != score) continue;
        weights[k] = weight.weight;
        found = true;
      }
      if (found) continue;
      if (elsewhere) {
        throw Error(ErrorCode::wrong_input,
                    message("The criterion “{0}” does not count for “{1}” here, but for the other score",
                            weight.criterion, score_key(score)),
                    weight.origin, message("move it to the other table of weights"));
      }
      if (unused != nullptr) unused->push_back(weight.criterion);
    }
  }
  return weights;
}

void set_limits(Assessment& assessment, const Territory& territory, const std::vector<Limit>& limits,
                SiteMeasures& measures) {
  if (limits.size() > most_limits) {
    throw Error(ErrorCode::usage, message("There are more than {0} limits", most_limits));
  }
  std::vector<Limit> applied = limits;
  std::vector<std::vector<Shortfall>> shortfalls(limits.empty() ? 0 : territory.sites.size());
  for (std::uint32_t k = 0; k < limits.size(); ++k) {
    const LimitMeasure* measure = limits[k].kind == LimitKind::zone ? nullptr : &measures.of(limits[k]);
    if (measure != nullptr && !measure->place.empty()) applied[k].place = measure->place;
    for (std::size_t site = 0; site < shortfalls.size(); ++site) {
      auto shortfall = measure == nullptr ? zone_shortfall(measures.zones(), limits[k], site)
                                          : minutes_shortfall(*measure, limits[k], site);
      if (!shortfall) continue;
      shortfall->limit = k;
      shortfalls[site].push_back(*shortfall);
    }
  }
  assessment.limits = std::move(applied);
  assessment.shortfalls = std::move(shortfalls);
  rank_again(assessment, territory);
}

void apply(Assessment& assessment, const Territory& territory, const Profile& profile, SiteMeasures& measures) {
  std::vector<std::string> unused;
  const std::vector<double> weights = profile_weights(assessment, territory, profile, &unused);
  reweigh(assessment, territory, weights);
  set_limits(assessment, territory, profile.limits, measures);
  std::erase_if(assessment.diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.layer == "profile"; });
  if (!unused.empty()) {
    assessment.diagnostics.push_back(
        {Severity::warning, "profile", message("The territory does not use these criteria of the profile"), unused});
  }
}

std::optional<Error> infeasibility(const Assessment& assessment) {
  if (assessment.shortfalls.empty()) return std::nullopt;
  const std::vector<std::uint32_t> failed = failed_limits(assessment);
  if (std::find(failed.begin(), failed.end(), 0u) != failed.end()) return std::nullopt;
  const Relaxation relaxation = least_relaxation(failed);
  const auto first = static_cast<std::uint32_t>(std::countr_zero(relaxation.limits));
  const Limit& limit = assessment.limits[first];
  if (std::popcount(relaxation.limits) > 1) {
    std::string origins;
    for (std::uint32_t k = 0; k < assessment.limits.size(); ++k) {
      if ((relaxation.limits >> k & 1u) != 0) origins += (origins.empty() ? "" : ", ") + assessment.limits[k].origin;
    }
    return Error(ErrorCode::infeasible, message("The limits leave no site"), origins,
                 message("they have to give way together; without them, sites left: {0}", relaxation.sites));
  }
  const bool alone =
      std::all_of(failed.begin(), failed.end(), [&](std::uint32_t mask) { return (mask & relaxation.limits) != 0; });
  Message what = alone ? message("One limit removes every site") : message("The limits leave no site together");
  const Quantity minutes = nearest_miss(assessment, first);
  Message remedy = minutes.is_number() ? message("without it, sites left: {0}; the first is in from {1} min on",
                                                 relaxation.sites, DecimalArgument{minutes.value(), 1})
                                       : message("without it, sites left: {0}", relaxation.sites);
  return Error(ErrorCode::infeasible, std::move(what), limit.origin, std::move(remedy));
}

void check_feasible(const Assessment& assessment) {
  if (auto fault = infeasibility(assessment)) throw std::move(*fault);
}

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/assessment.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/criteria/criterion.hpp"
#include "ancrage/decision/value_function.hpp"
#include "ancrage/decision/weighted_sum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

namespace ancrage::assessment {

namespace {

using criteria::Definition;
using territory::CriterionSetting;
using territory::Territory;

const Definition& find_definition(const Territory& territory, const CriterionSetting& setting) {
  std::vector<std::string> known;
  for (const Definition& definition : criteria::catalogue()) {
    if (definition.id == setting.id) return definition;
    known.emplace_back(definition.id);
  }
  throw Error(ErrorCode::wrong_input, message("There is no criterion “{0}”", setting.id),
              territory.path + "/territory.toml",
              message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(setting.id, known), ", "))));
}

// The layer that the criterion needs and the territory has not; empty when all are there.
std::string_view missing_layer(const Territory& territory, const Definition& definition) {
  for (const std::string_view data : definition.data) {
    const std::string_view layer = data.substr(0, data.find('.'));
    // Communes stand in for missing cells.
    if (layer != "population_cells" && !territory.has_layer(layer)) return layer;
  }
  return {};
}

std::string sources_of(const Territory& territory, const travel::TerritoryTimes& travel, const Definition& definition) {
  std::string result;
  const auto add = [&](const std::string& source) {
    if (source.empty()) return;
    if (!result.empty()) result += " ; ";
    result += source;
  };
  for (const std::string_view data : definition.data) add(territory.provenance(data));
  if (definition.timed && travel.source() == travel::TimesSource::roads) add(territory.provenance("roads"));
  if (definition.timed && travel.source() == travel::TimesSource::table) add(territory.times_source);
  return result;
}

Criterion describe(const Territory& territory, const travel::TerritoryTimes& travel, const Definition& definition,
                   const CriterionSetting& setting) {
  const bool estimated_times = travel.source() != travel::TimesSource::table;
  return {setting.id,
          definition.label,
          definition.unit,
          definition.method,
          definition.estimate || (definition.timed && estimated_times),
          definition.decimals,
          sources_of(territory, travel, definition),
          setting.score == score_key(Score::need) ? Score::need : Score::attractiveness,
          setting.weight,
          setting.value};
}

void score_sites(Assessment& assessment, Score which, const Territory& territory) {
  const auto [first, last] = criteria_of(assessment, which);
  const std::size_t site_count = territory.sites.size();
  const std::vector<double> weights = score_weights(assessment, which);
  std::vector<Quantity> utilities(weights.size());
  std::vector<double> points(weights.size());
  auto& results = assessment.scores[static_cast<std::size_t>(which)];
  results.assign(site_count, {});
  for (std::size_t site = 0; site < site_count; ++site) {
    Contribution* row = &assessment.contributions[site * assessment.criteria.size() + first];
    for (std::size_t k = 0; k < weights.size(); ++k) {
      utilities[k] = row[k].value.is_number() ? Quantity(row[k].utility) : Quantity::missing();
    }
    const auto sum = decision::weighted_sum(utilities, weights, points);
    for (std::size_t k = 0; k < weights.size(); ++k) row[k].contribution = points[k];
    results[site] = {sum.score, 0, sum.weight_share};
  }
}

void rank_sites(Assessment& assessment, Score which, const Territory& territory) {
  auto& results = assessment.scores[static_cast<std::size_t>(which)];
  std::vector<Quantity> scores;
  for (const SiteScore& result : results) scores.push_back(result.score);
  auto& order = assessment.order[static_cast<std::size_t>(which)];
  order = decision::ranking(scores, territory.sites.id);
  std::stable_partition(order.begin(), order.end(), [&](std::size_t site) { return assessment.is_in(site); });
  std::size_t rank = 0;
  for (const std::size_t site : order) {
    results[site].rank = assessment.is_in(site) && scores[site].is_number() ? ++rank : 0;
  }
}

void check_score_weights(const Assessment& assessment, Score which) {
  const std::vector<double> weights = score_weights(assessment, which);
  if (!weights.empty()) decision::check_weights(weights);
}

}  // namespace

std::pair<std::size_t, std::size_t> criteria_of(const Assessment& assessment, Score which) {
  const auto& criteria = assessment.criteria;
  const auto first = std::find_if(criteria.begin(), criteria.end(), [&](const auto& c) { return c.score == which; });
  const auto last = std::find_if(first, criteria.end(), [&](const auto& c) { return c.score != which; });
  return {static_cast<std::size_t>(first - criteria.begin()), static_cast<std::size_t>(last - criteria.begin())};
}

std::vector<double> score_weights(const Assessment& assessment, Score which) {
  const auto [first, last] = criteria_of(assessment, which);
  std::vector<double> weights;
  for (std::size_t k = first; k < last; ++k) weights.push_back(assessment.criteria[k].weight);
  return weights;
}

std::string_view score_key(Score score) { return score == Score::need ? "need" : "attractiveness"; }

Assessment assess(const Territory& territory, const travel::TerritoryTimes& travel,
                  const access::TerritoryAccess& access, const Progress& progress) {
  Assessment assessment;
  assessment.travel = travel.statement();
  assessment.commune_accessibility = access::commune_accessibility(territory, access, access.now.value);
  std::vector<const Definition*> used;
  for (const CriterionSetting& setting : territory.criteria) {
    const Definition& definition = find_definition(territory, setting);
    if (const std::string_view layer = missing_layer(territory, definition); !layer.empty()) {
      assessment.diagnostics.push_back({Severity::warning,
                                        std::string(layer),
                                        message("A criterion is left out because the territory has no such layer"),
                                        {setting.id}});
      continue;
    }
    used.push_back(&definition);
    assessment.criteria.push_back(describe(territory, travel, definition, setting));
  }
  for (const Score which : {Score::need, Score::attractiveness}) check_score_weights(assessment, which);

  const criteria::Catchments catchments(territory, travel, access, progress);
  const criteria::Inputs inputs{territory, travel, access, catchments};
  const std::size_t columns = used.size();
  assessment.contributions.resize(territory.sites.size() * columns);
  std::map<std::string_view, criteria::Values> computed;  // a criterion may count for both scores
  for (std::size_t k = 0; k < columns; ++k) {
    throw_if_stopped(progress);
    auto [values, is_new] = computed.try_emplace(used[k]->id);
    if (is_new) values->second = used[k]->compute(inputs);
    const decision::ValueFunction utility(assessment.criteria[k].value);
    for (std::size_t site = 0; site < territory.sites.size(); ++site) {
      const Quantity value = values->second.value[site];
      assessment.contributions[site * columns + k] = {value, value.is_number() ? utility(value.value()) : 0.0, 0.0,
                                                      values->second.detail[site]};
    }
  }
  for (const Score which : {Score::need, Score::attractiveness}) score_sites(assessment, which, territory);
  rank_again(assessment, territory);
  return assessment;
}

Assessment assess(const Territory& territory, const Progress& progress) {
  const travel::TerritoryTimes travel(territory);
  return assess(territory, travel, access::territory_access(territory, travel, {}, progress), progress);
}

void reweigh(Assessment& assessment, const Territory& territory, const std::vector<double>& weights) {
  if (weights.size() != assessment.criteria.size()) {
    throw Error(ErrorCode::wrong_input,
                message("{0} weights were given for {1} criteria", weights.size(), assessment.criteria.size()));
  }
  for (std::size_t k = 0; k < weights.size(); ++k) assessment.criteria[k].weight = weights[k];
  for (const Score which : {Score::need, Score::attractiveness}) check_score_weights(assessment, which);
  for (const Score which : {Score::need, Score::attractiveness}) score_sites(assessment, which, territory);
  rank_again(assessment, territory);
}

void rank_again(Assessment& assessment, const Territory& territory) {
  for (const Score which : {Score::need, Score::attractiveness}) rank_sites(assessment, which, territory);
}

std::size_t Assessment::sites_in() const {
  if (shortfalls.empty()) return scores.front().size();
  return static_cast<std::size_t>(
      std::count_if(shortfalls.begin(), shortfalls.end(), [](const auto& of_site) { return of_site.empty(); }));
}

std::size_t find_site(const Territory& territory, std::string_view id_or_name) {
  const auto& sites = territory.sites;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    if (sites.id[i] == id_or_name) return i;
  }
  const std::string wanted = search_key(id_or_name);
  std::vector<std::size_t> same;
  std::vector<std::size_t> containing;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const std::string key = search_key(sites.name[i]);
    if (key == wanted) same.push_back(i);
    if (!wanted.empty() && key.find(wanted) != std::string::npos) containing.push_back(i);
  }
  const auto& found = same.empty() ? containing : same;
  if (found.size() == 1) return found.front();
  // "grand combe" means the commune before the poles named after it.
  std::vector<std::size_t> centres;
  std::copy_if(found.begin(), found.end(), std::back_inserter(centres),
               [&](std::size_t i) { return sites.kind[i] == "commune_centre"; });
  if (centres.size() == 1) return centres.front();
  if (found.empty()) {
    throw Error(ErrorCode::wrong_input, message("There is no site “{0}”", id_or_name), territory.path,
                message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(id_or_name, sites.name), ", "))));
  }
  std::vector<std::string> names;
  for (const std::size_t i : found) names.push_back(fmt::format("{} ({})", sites.name[i], sites.id[i]));
  throw Error(ErrorCode::wrong_input, message("Several sites are called “{0}”", id_or_name), territory.path,
              message("use one identifier: {0}", fmt::format("{}", fmt::join(names, ", "))));
}

}  // namespace ancrage::assessment

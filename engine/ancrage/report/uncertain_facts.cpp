// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/uncertain_facts.hpp"

#include "ancrage/report/features_json.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace ancrage::report {

namespace {

using assessment::CommuneFacts;
using assessment::SiteFacts;
using assessment::UncertainFacts;
using nlohmann::ordered_json;
using territory::Territory;
using Align = TextTable::Align;

std::vector<std::size_t> sites_by_rank(const UncertainFacts& facts) {
  std::vector<std::size_t> order(facts.sites.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return facts.sites[a].rank - 1 < facts.sites[b].rank - 1;  // 0 becomes the greatest
  });
  return order;
}

Quantity rank_quantity(std::size_t rank) {
  return rank == 0 ? Quantity::missing() : Quantity(static_cast<double>(rank));
}

std::string rank_text(std::size_t rank) { return rank == 0 ? "–" : std::to_string(rank); }

std::string levels_line(const UncertainFacts& facts, const Language& language) {
  const auto& levels = facts.levels;
  const auto [fast, slow] = std::minmax_element(levels.time_factors.begin(), levels.time_factors.end());
  const auto [few, many] = std::minmax_element(levels.acts.begin(), levels.acts.end());
  std::vector<std::string> decays;
  for (const access::Decay& decay : levels.decays) decays.push_back(decay.text());
  return language.text(message("{0} cases: car times from {1} to {2} % of the estimate, {3} to {4} acts a year for a "
                               "practitioner, weights by minutes {5}",
                               levels.cases(), DecimalArgument{100 * *fast, 0}, DecimalArgument{100 * *slow, 0},
                               DecimalArgument{*few, 0}, DecimalArgument{*many, 0},
                               fmt::format("{}", fmt::join(decays, " ; ")))) +
         "\n";
}

std::string sites_table(const Territory& territory, const UncertainFacts& facts, std::size_t top,
                        const Language& language) {
  TextTable table({{language.text("Rank"), Align::right},
                   {language.text("Site")},
                   {language.text("Keeps its place, %"), Align::right},
                   {language.text("First, %"), Align::right},
                   {language.text("In the first five, %"), Align::right},
                   {language.text("Ranks"), Align::right}});
  std::vector<std::size_t> order = sites_by_rank(facts);
  if (top > 0 && top < order.size()) order.resize(top);
  for (const std::size_t site : order) {
    const SiteFacts& one = facts.sites[site];
    table.add_row({rank_text(one.rank), territory.sites.name[site], language.number(100 * one.keeps_place),
                   language.number(100 * one.first), language.number(100 * one.first_five),
                   one.best_rank == 0 ? "–" : fmt::format("{} – {}", one.best_rank, one.worst_rank)});
  }
  return table.text();
}

std::string communes_part(const Territory& territory, const UncertainFacts& facts, const Language& language) {
  std::vector<std::string> always;
  std::size_t never = 0;
  std::vector<std::size_t> sometimes;
  for (std::size_t c = 0; c < facts.communes.size(); ++c) {
    if (territory.communes.member[c] == 0 || !facts.communes[c].accessibility.is_number()) continue;
    const double share = facts.communes[c].under_served;
    if (share >= 1) {
      always.push_back(territory.communes.name[c]);
    } else if (share > 0) {
      sometimes.push_back(c);
    } else {
      ++never;
    }
  }
  std::string result = language.text(message("Under 2.5 consultations a year in all cases: {0} communes; in none: {1}; "
                                             "in some: {2}",
                                             always.size(), never, sometimes.size())) +
                       "\n";
  if (!always.empty()) {
    result += language.text(message("In all cases: {0}", fmt::format("{}", fmt::join(always, ", ")))) + "\n";
  }
  if (sometimes.empty()) return result;
  std::stable_sort(sometimes.begin(), sometimes.end(), [&](std::size_t a, std::size_t b) {
    return facts.communes[a].under_served > facts.communes[b].under_served;
  });
  TextTable table({{language.text("Commune")},
                   {language.text("APL"), Align::right},
                   {language.text("Under 2.5, % of the cases"), Align::right}});
  for (const std::size_t c : sometimes) {
    table.add_row({territory.communes.name[c], language.number(facts.communes[c].accessibility, 2),
                   language.number(100 * facts.communes[c].under_served)});
  }
  return result + "\n" + table.text();
}

}  // namespace

std::string uncertain_facts_text(const Territory& territory, const UncertainFacts& facts, std::size_t top,
                                 const Language& language) {
  return language.text(message("{0}: {1}", territory.name, language.text(score_label(facts.score)))) + "\n" +
         levels_line(facts, language) + "\n" + sites_table(territory, facts, top, language) + "\n" +
         communes_part(territory, facts, language);
}

io::FeatureTable uncertain_facts_features(const Territory& territory, const UncertainFacts& facts) {
  const auto order = sites_by_rank(facts);
  io::FeatureTable features;
  features.name = "uncertain_facts";
  features.resize(order.size());
  std::vector<std::string> ids;
  std::vector<std::string> names;
  for (const std::size_t site : order) {
    ids.push_back(territory.sites.id[site]);
    names.push_back(territory.sites.name[site]);
  }
  features.add_text("id", std::move(ids));
  features.add_text("name", std::move(names));
  const auto column = [&](const auto& of_site) {
    std::vector<Quantity> values;
    for (const std::size_t site : order) values.push_back(of_site(facts.sites[site]));
    return values;
  };
  features.add_integers("rank", column([](const SiteFacts& site) { return rank_quantity(site.rank); }));
  features.add_reals("keeps_place", column([](const SiteFacts& site) { return Quantity(site.keeps_place); }));
  features.add_reals("first", column([](const SiteFacts& site) { return Quantity(site.first); }));
  features.add_reals("first_five", column([](const SiteFacts& site) { return Quantity(site.first_five); }));
  features.add_integers("best_rank", column([](const SiteFacts& site) { return rank_quantity(site.best_rank); }));
  features.add_integers("worst_rank", column([](const SiteFacts& site) { return rank_quantity(site.worst_rank); }));
  return features;
}

ordered_json uncertain_facts_json(const Territory& territory, const UncertainFacts& facts) {
  ordered_json decays = ordered_json::array();
  for (const access::Decay& decay : facts.levels.decays) decays.push_back(decay.text());
  ordered_json communes = ordered_json::array();
  for (std::size_t c = 0; c < facts.communes.size(); ++c) {
    const CommuneFacts& commune = facts.communes[c];
    if (territory.communes.member[c] == 0 || !commune.accessibility.is_number()) continue;
    communes.push_back({{"code", territory.communes.code[c]},
                        {"name", territory.communes.name[c]},
                        {"accessibility", commune.accessibility.value()},
                        {"under_2_5", commune.under_served}});
  }
  return {{"cases", facts.levels.cases()},
          {"time_factors", facts.levels.time_factors},
          {"acts", facts.levels.acts},
          {"decays", std::move(decays)},
          {"score", assessment::score_key(facts.score)},
          {"sites", features_json(uncertain_facts_features(territory, facts))},
          {"communes", std::move(communes)}};
}

}  // namespace ancrage::report

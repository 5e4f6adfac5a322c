// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/ranking.hpp"

#include "ancrage/report/limits.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"

#include <array>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::Score;
using territory::Territory;

constexpr std::array<Score, assessment::score_count> both_scores{Score::need, Score::attractiveness};

// The criterion that adds most: "+27 population en secteur prioritaire 93 %".
std::string main_reason(const Assessment& assessment, Score by, std::size_t site, const Language& language) {
  const auto criteria = criteria_by_contribution(assessment, by, site);
  if (criteria.empty() || !(assessment.at(site, criteria.front()).contribution > 0)) return "–";
  const std::size_t k = criteria.front();
  return "+" + language.number(assessment.at(site, k).contribution) + " " +
         language.text(assessment.criteria[k].label) + " " +
         value_text(assessment.criteria[k], assessment.at(site, k).value, language);
}

std::string rank_text(const assessment::SiteScore& score) { return score.rank == 0 ? "–" : std::to_string(score.rank); }

}  // namespace

std::string ranking_text(const Territory& territory, const Assessment& assessment, std::span<const std::size_t> sites,
                         Score by, const Language& language) {
  using Align = TextTable::Align;
  const Score other = by == Score::need ? Score::attractiveness : Score::need;
  TextTable table(
      {{language.text("Rank"), Align::right},
       {language.text("Site")},
       {language.text("Zone")},
       {language.text(by == Score::need ? message("Need") : message("Attractiveness")), Align::right},
       {language.text(by == Score::need ? message("Attractiveness (rank)") : message("Need (rank)")), Align::right},
       {language.text("What counts most")}});
  for (const std::size_t site : sites) {
    const auto& first = assessment.score(by, site);
    const auto& second = assessment.score(other, site);
    table.add_row({rank_text(first), territory.sites.name[site],
                   language.text(zone_label(commune_zone(territory, territory.sites.commune_code[site]))),
                   language.number(first.score, 1), language.number(second.score, 1) + " (" + rank_text(second) + ")",
                   assessment.is_in(site) ? main_reason(assessment, by, site, language)
                                          : exclusion_text(assessment, site, language)});
  }
  const std::string title =
      by == Score::need
          ? language.text(message("{0}: {1} of {2} sites by need of the territory (scores out of 100)", territory.name,
                                  sites.size(), territory.sites.size()))
          : language.text(message("{0}: {1} of {2} sites by attractiveness to the doctor (scores out of 100)",
                                  territory.name, sites.size(), territory.sites.size()));
  return title + "\n\n" + table.text() + "\n" + caveats(territory, assessment, language) +
         sources_line(territory, assessment, language);
}

io::FeatureTable ranking_features(const Territory& territory, const Assessment& assessment,
                                  std::span<const std::size_t> sites) {
  io::FeatureTable table;
  table.name = "ranking";
  table.crs_epsg = territory.crs_epsg;
  table.kind = io::GeometryKind::point;
  table.resize(sites.size());
  const auto texts = [&](const std::string& name, const auto& of_site) {
    std::vector<std::string> values;
    for (const std::size_t site : sites) values.emplace_back(of_site(site));
    table.add_text(name, std::move(values));
  };
  const auto reals = [&](const std::string& name, const auto& of_site) {
    std::vector<Quantity> values;
    for (const std::size_t site : sites) values.push_back(of_site(site));
    table.add_reals(name, values);
  };
  const auto& all = territory.sites;
  texts("id", [&](std::size_t site) { return all.id[site]; });
  texts("name", [&](std::size_t site) { return all.name[site]; });
  texts("kind", [&](std::size_t site) { return all.kind[site]; });
  texts("commune", [&](std::size_t site) { return all.commune_code[site]; });
  texts("commune_name", [&](std::size_t site) { return commune_name(territory, all.commune_code[site]); });
  texts("zone", [&](std::size_t site) { return territory::zone_key(commune_zone(territory, all.commune_code[site])); });
  texts("excluded", [&](std::size_t site) { return exclusion_column(assessment, site); });
  reals("x", [&](std::size_t site) { return Quantity(all.position[site].x); });
  reals("y", [&](std::size_t site) { return Quantity(all.position[site].y); });
  for (const Score score : both_scores) {
    const std::string key(assessment::score_key(score));
    std::vector<Quantity> ranks;
    for (const std::size_t site : sites) {
      const std::size_t rank = assessment.score(score, site).rank;
      ranks.push_back(rank == 0 ? Quantity::missing() : Quantity(static_cast<double>(rank)));
    }
    table.add_integers(key + "_rank", ranks);
    reals(key + "_score", [&](std::size_t site) { return assessment.score(score, site).score; });
    reals(key + "_weight_share",
          [&](std::size_t site) { return Quantity(assessment.score(score, site).weight_share); });
  }
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    const std::string key =
        std::string(assessment::score_key(assessment.criteria[k].score)) + "_" + assessment.criteria[k].id;
    reals(key, [&](std::size_t site) { return assessment.at(site, k).value; });
    reals(key + "_points", [&](std::size_t site) { return Quantity(assessment.at(site, k).contribution); });
  }
  for (const std::size_t site : sites) table.points.push_back(all.position[site]);
  return table;
}

}  // namespace ancrage::report

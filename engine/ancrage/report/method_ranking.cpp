// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/method_ranking.hpp"

#include "ancrage/report/decision.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::MethodRanking;
using assessment::Score;
using territory::Territory;

std::string rank_text(std::size_t rank) { return rank == 0 ? "–" : std::to_string(rank); }

Quantity rank_quantity(std::size_t rank) {
  return rank == 0 ? Quantity::missing() : Quantity(static_cast<double>(rank));
}

}  // namespace

std::string method_ranking_text(const Territory& territory, const Assessment& assessment, const MethodRanking& ranking,
                                std::span<const std::size_t> sites, Score by, const Language& language) {
  using Align = TextTable::Align;
  const std::string method = language.text(method_label(ranking.method));
  TextTable table({{language.text("Rank"), Align::right},
                   {language.text("Site")},
                   {language.text("Zone")},
                   {method, Align::right},
                   {language.text("Weighted sum (rank)"), Align::right}});
  for (const std::size_t site : sites) {
    const auto& score = assessment.score(by, site);
    table.add_row({rank_text(ranking.rank[site]), territory.sites.name[site],
                   language.text(zone_label(commune_zone(territory, territory.sites.commune_code[site]))),
                   language.number(ranking.scores[site], method_decimals(ranking.method)),
                   language.number(score.score, 1) + " (" + rank_text(score.rank) + ")"});
  }
  std::string result = language.text(message("{0}: {1} of {2} sites, {3}, by {4}", territory.name, sites.size(),
                                             territory.sites.size(), language.text(score_label(by)), method)) +
                       "\n\n" + table.text() + "\n";
  if (!ranking.left_out.empty()) {
    const Diagnostic without{Severity::note, "sites",
                             message("The method needs every value: sites that lack one are not ranked"),
                             ranking.left_out};
    result += diagnostic_line(without, language) + "\n";
  }
  return result + caveats(territory, assessment, language) + sources_line(territory, assessment, language);
}

void add_method(io::FeatureTable& features, const MethodRanking& ranking, std::span<const std::size_t> sites) {
  std::vector<Quantity> ranks;
  std::vector<Quantity> scores;
  for (const std::size_t site : sites) {
    ranks.push_back(rank_quantity(ranking.rank[site]));
    scores.push_back(ranking.scores[site]);
  }
  features.add_integers("method_rank", ranks);
  features.add_reals("method_score", scores);
}

void add_method(nlohmann::ordered_json& result, const MethodRanking& ranking, std::span<const std::size_t> sites,
                Score by) {
  result["method"] = {{"key", decision::method_key(ranking.method)}, {"score", assessment::score_key(by)}};
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const std::size_t site = sites[i];
    const bool ranked = ranking.rank[site] != 0;
    auto& json = result["sites"][i];
    json["method_rank"] = ranked ? nlohmann::ordered_json(ranking.rank[site]) : nlohmann::ordered_json(nullptr);
    json["method_score"] =
        ranked ? nlohmann::ordered_json(ranking.scores[site].value()) : nlohmann::ordered_json(nullptr);
  }
}

}  // namespace ancrage::report

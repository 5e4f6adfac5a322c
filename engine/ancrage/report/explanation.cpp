// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/explanation.hpp"

#include "ancrage/report/limits.hpp"
#include "ancrage/report/reasons.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::Score;
using nlohmann::ordered_json;
using territory::Territory;
using Align = TextTable::Align;

constexpr std::array<Score, assessment::score_count> both_scores{Score::need, Score::attractiveness};

double whole_weight(const Assessment& assessment, Score score) {
  double whole = 0.0;
  for (const auto& criterion : assessment.criteria) {
    if (criterion.score == score) whole += criterion.weight;
  }
  return whole;
}

std::string signed_points(double points, const Language& language) {
  const std::string size = language.number(std::abs(points), 1);
  if (points > 0.05) return "+" + size;
  return points < -0.05 ? "−" + size : size;
}

std::string score_line(const Assessment& assessment, Score score, std::size_t site, const Language& language) {
  const auto& of_site = assessment.score(score, site);
  const std::string label = language.text(score_label(score));
  if (!of_site.score.is_number()) return language.text(message("{0}: no criterion has a value here", label)) + "\n";
  const DecimalArgument points{of_site.score.value(), 1};
  std::string line =
      language.text(assessment.is_in(site) ? message("{0}: {1} out of 100, rank {2} of {3}", label, points,
                                                     of_site.rank, assessment.sites_in())
                                           : message("{0}: {1} out of 100, without a rank", label, points)) +
      "\n";
  if (of_site.weight_share < 1.0) {
    line += language.text(message("This score rests on {0} % of the weight: the other values are missing.",
                                  DecimalArgument{100 * of_site.weight_share, 0})) +
            "\n";
  }
  return line;
}

std::string site_heading(const Territory& territory, std::size_t site, const Language& language) {
  const auto& sites = territory.sites;
  const std::string& commune = sites.commune_code[site];
  return language.text(message("{0} ({1}): {2}, commune of {3}, {4}", sites.name[site], sites.id[site],
                               language.text(site_kind_label(sites.kind[site])), commune_name(territory, commune),
                               language.text(zone_label(commune_zone(territory, commune))))) +
         "\n";
}

// "Out: 42 min from Alès, limit 30"; nothing for a site that is in.
std::string exclusion_line(const Assessment& assessment, std::size_t site, const Language& language) {
  const std::string reasons = exclusion_text(assessment, site, language);
  return reasons.empty() ? reasons : "  " + reasons + "\n";
}

// How the values were obtained and from what, once for the criteria that share both.
std::string method_lines(const Assessment& assessment, Score score, std::size_t site, const Language& language) {
  struct Method {
    const assessment::Criterion* criterion;
    std::string labels;
  };
  std::vector<Method> methods;
  for (const std::size_t k : criteria_by_contribution(assessment, score, site)) {
    const auto& criterion = assessment.criteria[k];
    const std::string label = language.text(criterion.label);
    const auto same = std::find_if(methods.begin(), methods.end(), [&](const Method& known) {
      return known.criterion->method == criterion.method && known.criterion->source == criterion.source;
    });
    if (same == methods.end()) {
      methods.push_back({&criterion, label});
    } else {
      same->labels += ", " + label;
    }
  }
  std::string result;
  for (const Method& method : methods) {
    result += "  " +
              language.text(message("{0}: {1}. Source: {2}.", method.labels, language.text(method.criterion->method),
                                    method.criterion->source)) +
              "\n";
  }
  return result;
}

struct Difference {
  std::size_t criterion;
  double points;
};

// Criteria of a score by how much they separate the sites, the largest first.
std::vector<Difference> differences(const Assessment& assessment, Score score, std::size_t site, std::size_t other) {
  std::vector<Difference> result;
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    if (assessment.criteria[k].score != score) continue;
    result.push_back({k, assessment.at(site, k).contribution - assessment.at(other, k).contribution});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Difference& a, const Difference& b) { return std::abs(a.points) > std::abs(b.points); });
  return result;
}

std::string lines(const std::vector<std::string>& sentences) {
  std::string result;
  for (const std::string& sentence : sentences) result += "  " + sentence + "\n";
  return result;
}

// The first of the sites by that score, limits aside, against each other one.
std::string leader_lines(const Territory& territory, const Assessment& assessment, Score score,
                         std::span<const std::size_t> sites, const Language& language) {
  std::size_t leader = sites.front();
  for (const std::size_t site : sites) {
    const double mine = assessment.score(score, site).score.value_or(-1);
    if (mine > assessment.score(score, leader).score.value_or(-1)) leader = site;
  }
  std::string result;
  for (const std::size_t site : sites) {
    if (site == leader) continue;
    const VersusReasons reasons = versus_reasons(territory, assessment, score, leader, site, language);
    std::vector<std::string> sentences{reasons.lead};
    if (!reasons.because.empty()) sentences.push_back(reasons.because.front());
    if (!reasons.weight.empty()) sentences.push_back(reasons.weight);
    for (std::size_t i = 0; i < sentences.size(); ++i) result += (i == 0 ? "  " : " ") + sentences[i];
    result += "\n";
  }
  return result;
}

}  // namespace

std::string explanation_text(const Territory& territory, const Assessment& assessment, std::size_t site,
                             const Language& language) {
  std::string result = site_heading(territory, site, language) + exclusion_line(assessment, site, language);
  for (const Score score : both_scores) {
    const double whole = whole_weight(assessment, score);
    result += "\n" + score_line(assessment, score, site, language);
    result += lines(site_reasons(assessment, score, site, language)) + "\n";
    TextTable table({{language.text("Points"), Align::right},
                     {language.text("Criterion")},
                     {language.text("Value"), Align::right},
                     {language.text("Weight"), Align::right},
                     {language.text("Refers to")}});
    for (const std::size_t k : criteria_by_contribution(assessment, score, site)) {
      const auto& criterion = assessment.criteria[k];
      const auto& at_site = assessment.at(site, k);
      table.add_row({at_site.value.is_number() ? signed_points(at_site.contribution, language) : "–",
                     language.text(criterion.label), value_text(criterion, at_site.value, language),
                     language.text(message("{0} %", DecimalArgument{100 * criterion.weight / whole, 0})),
                     at_site.detail});
    }
    result += table.text(2);
    result += "\n";
    result += method_lines(assessment, score, site, language);
  }
  return result + "\n" + caveats(territory, assessment, language);
}

std::string versus_text(const Territory& territory, const Assessment& assessment, std::size_t site, std::size_t other,
                        const Language& language) {
  std::string result;
  for (const Score score : both_scores) {
    result += language.text(score_label(score)) + "\n";
    result += lines(versus_reasons(territory, assessment, score, site, other, language).all()) + "\n";
    TextTable table({{language.text("Difference"), Align::right},
                     {language.text("Criterion")},
                     {territory.sites.name[site], Align::right},
                     {territory.sites.name[other], Align::right}});
    for (const auto& [k, points] : differences(assessment, score, site, other)) {
      const auto& criterion = assessment.criteria[k];
      table.add_row({signed_points(points, language), language.text(criterion.label),
                     value_text(criterion, assessment.at(site, k).value, language),
                     value_text(criterion, assessment.at(other, k).value, language)});
    }
    result += table.text(2) + "\n";
  }
  return result;
}

ordered_json versus_json(const Territory& territory, const Assessment& assessment, std::size_t site, std::size_t other,
                         const Language& language) {
  const auto number = [](const Quantity& value) {
    return value.is_number() ? ordered_json(value.value()) : ordered_json(nullptr);
  };
  ordered_json result{{"site", territory.sites.id[site]}, {"other", territory.sites.id[other]}};
  for (const Score score : both_scores) {
    const Quantity mine = assessment.score(score, site).score;
    const Quantity theirs = assessment.score(score, other).score;
    ordered_json criteria = ordered_json::array();
    for (const auto& [k, points] : differences(assessment, score, site, other)) {
      criteria.push_back({{"id", assessment.criteria[k].id},
                          {"value", number(assessment.at(site, k).value)},
                          {"other_value", number(assessment.at(other, k).value)},
                          {"difference", points}});
    }
    const bool both = mine.is_number() && theirs.is_number();
    ordered_json of_score{{"difference", both ? ordered_json(mine.value() - theirs.value()) : ordered_json(nullptr)},
                          {"criteria", std::move(criteria)}};
    of_score.update(versus_reasons_json(territory, assessment, score, site, other, language));
    result[std::string(assessment::score_key(score))] = std::move(of_score);
  }
  return result;
}

std::string comparison_text(const Territory& territory, const Assessment& assessment,
                            std::span<const std::size_t> sites, const Language& language) {
  std::string result;
  for (const std::size_t site : sites) {
    result += site_heading(territory, site, language) + exclusion_line(assessment, site, language);
  }
  for (const Score score : both_scores) {
    std::vector<TextTable::Heading> headings{{language.text(score_label(score))}};
    for (const std::size_t site : sites) headings.push_back({territory.sites.name[site], Align::right});
    TextTable table(std::move(headings));
    std::vector<std::string> totals{language.text("Score (rank)")};
    for (const std::size_t site : sites) {
      const auto& of_site = assessment.score(score, site);
      totals.push_back(language.number(of_site.score, 1) + " (" +
                       (of_site.rank == 0 ? std::string("–") : std::to_string(of_site.rank)) + ")");
    }
    table.add_row(std::move(totals));
    for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
      const auto& criterion = assessment.criteria[k];
      if (criterion.score != score) continue;
      double best = 0.0;
      for (const std::size_t site : sites) best = std::max(best, assessment.at(site, k).contribution);
      std::vector<std::string> cells{language.text(criterion.label)};
      for (const std::size_t site : sites) {
        const auto& at_site = assessment.at(site, k);
        const bool is_best = best > 0 && at_site.contribution == best;
        cells.push_back((is_best ? "★ " : "") + value_text(criterion, at_site.value, language) + " (" +
                        signed_points(at_site.contribution, language) + ")");
      }
      table.add_row(std::move(cells));
    }
    result += "\n" + table.text() + "\n" + leader_lines(territory, assessment, score, sites, language);
  }
  return result + "\n" + language.text("★ the most points of the row") + "\n" +
         caveats(territory, assessment, language) + sources_line(territory, assessment, language);
}

}  // namespace ancrage::report

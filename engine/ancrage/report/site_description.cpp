// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/site_description.hpp"

#include "ancrage/report/limits.hpp"
#include "ancrage/report/place_words.hpp"
#include "ancrage/report/reasons.hpp"
#include "ancrage/report/site_report.hpp"

#include <optional>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::Score;
using territory::Territory;

// The site that stands for the largest commune of the territory.
std::optional<std::size_t> reference_site(const Territory& territory) {
  std::optional<std::size_t> best;
  double most = -1.0;
  for (std::size_t s = 0; s < territory.sites.size(); ++s) {
    if (territory.sites.kind[s] != "commune_centre") continue;
    const auto commune = territory.commune_index(territory.sites.commune_code[s]);
    const double people = commune ? territory.communes.population[*commune].value_or(0) : 0.0;
    if (people <= most) continue;
    most = people;
    best = s;
  }
  return best;
}

std::string score_sentence(const Assessment& assessment, Score which, std::size_t site, const Language& language) {
  const auto& score = assessment.score(which, site);
  const std::string label = language.text(score_label(which));
  if (!score.score.is_number()) return language.text(message("{0}: no criterion has a value here", label)) + ".";
  const DecimalArgument points{score.score.value(), 1};
  std::string text =
      language.text(assessment.is_in(site) ? message("{0}: {1} out of 100, rank {2} of {3}", label, points, score.rank,
                                                     assessment.sites_in())
                                           : message("{0}: {1} out of 100, without a rank", label, points)) +
      ".";
  for (const std::string& reason : site_reasons(assessment, which, site, language)) text += " " + reason;
  return text;
}

std::string reach_sentence(const SiteFacts& facts, const Language& language) {
  std::vector<std::string> people;
  for (const Reach& reach : facts.reach) {
    people.push_back(language.text(message("{0} inhabitants within {1} minutes", DecimalArgument{reach.people, 0},
                                           DecimalArgument{reach.minutes, 0})));
  }
  const Reach& widest = facts.reach.back();
  return language.text(message("{0}; general practitioners within {1} minutes: {2}, of whom {3} of 60 and over.",
                               capitalised(enumeration(people, language)), DecimalArgument{widest.minutes, 0},
                               DecimalArgument{widest.gps, 1}, DecimalArgument{widest.gps_60_plus, 1}));
}

std::string nearest_sentence(const SiteFacts& facts, const Language& language) {
  std::string text;
  for (const NearestPlace& place : facts.nearest) {
    const std::string minutes = place.minutes.is_number()
                                    ? language.text(message("{0} min", DecimalArgument{place.minutes.value(), 0}))
                                    : language.text("more than two hours");
    text += (text.empty() ? "" : ", ") + language.text(message("{0} {1}", language.text(place.label), minutes));
  }
  return language.text(message("Nearest, by car (estimated): {0}.", text));
}

}  // namespace

std::string site_situation(const Territory& territory, std::size_t site, const Language& language) {
  const auto& sites = territory.sites;
  const std::string commune = commune_name(territory, sites.commune_code[site]);
  std::string text = language.text(site_kind_label(sites.kind[site]));
  if (commune != sites.name[site]) text += ", " + language.text(message("commune: {0}", commune));
  const auto reference = reference_site(territory);
  if (reference && sites.commune_code[*reference] != sites.commune_code[site]) {
    const geometry::Point from = sites.position[*reference];
    const geometry::Point to = sites.position[site];
    text += ", " + language.text(message("{0} km {1}", DecimalArgument{geometry::distance(from, to) / 1000, 0},
                                         direction_text(wind(from, to), sites.name[*reference], language)));
  }
  return text + ", " + language.text(zone_label(commune_zone(territory, sites.commune_code[site])));
}

std::vector<std::string> score_sentences(const Assessment& assessment, std::size_t site, const Language& language) {
  return {score_sentence(assessment, Score::need, site, language),
          score_sentence(assessment, Score::attractiveness, site, language)};
}

std::vector<std::string> site_sentences(const Territory& territory, const Assessment& assessment, std::size_t site,
                                        const SiteFacts& facts, const Language& language) {
  std::vector<std::string> result{
      language.text(message("{0}: {1}.", territory.sites.name[site], site_situation(territory, site, language)))};
  const std::string out = exclusion_text(assessment, site, language);
  if (!out.empty()) result.push_back(out + ".");
  for (std::string& sentence : score_sentences(assessment, site, language)) result.push_back(std::move(sentence));
  result.push_back(reach_sentence(facts, language));
  result.push_back(nearest_sentence(facts, language));
  return result;
}

}  // namespace ancrage::report

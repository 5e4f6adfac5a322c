// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/site_report.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/report/json_values.hpp"
#include "ancrage/report/limits.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::Contribution;
using assessment::Criterion;
using assessment::Score;
using nlohmann::ordered_json;
using territory::Territory;
using territory::ZoneStatus;

std::string_view state_key(const Quantity& value) {
  switch (value.state()) {
    case Quantity::State::number:
      return "number";
    case Quantity::State::withheld:
      return "withheld";
    case Quantity::State::missing:
      break;
  }
  return "missing";
}

ordered_json contribution_json(const Criterion& criterion, const Contribution& at_site) {
  return {{"id", criterion.id},
          {"label", english_text(criterion.label)},
          {"value", number_json(at_site.value)},
          {"unit", english_text(criterion.unit)},
          {"state", state_key(at_site.value)},
          {"utility", at_site.value.is_number() ? ordered_json(at_site.utility) : ordered_json(nullptr)},
          {"weight", criterion.weight},
          {"contribution", at_site.contribution},
          {"detail", at_site.detail},
          {"estimate", criterion.estimate},
          {"method", english_text(criterion.method)},
          {"source", criterion.source}};
}

ordered_json score_json(const Assessment& assessment, Score which, std::size_t site) {
  const auto& score = assessment.score(which, site);
  ordered_json result{{"score", number_json(score.score)},
                      {"rank", score.rank == 0 ? ordered_json(nullptr) : ordered_json(score.rank)},
                      {"weight_share", score.weight_share},
                      {"criteria", ordered_json::array()}};
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    if (assessment.criteria[k].score != which) continue;
    result["criteria"].push_back(contribution_json(assessment.criteria[k], assessment.at(site, k)));
  }
  return result;
}

}  // namespace

Message score_label(Score score) {
  return score == Score::need ? message("Need of the territory") : message("Attractiveness to the doctor");
}

Message zone_label(ZoneStatus zone) {
  switch (zone) {
    case ZoneStatus::zip:
      return message("ZIP");
    case ZoneStatus::zac:
      return message("ZAC");
    case ZoneStatus::none:
      return message("no zone");
    case ZoneStatus::unmatched:
      break;
  }
  return message("zone unknown");
}

Message site_kind_label(std::string_view kind) {
  if (kind == "commune_centre") return message("commune centre");
  if (kind == "health_pole") return message("pluri-professional health pole");
  if (kind == "health_centre") return message("health centre");
  return Message{std::string(kind), {}};
}

std::string commune_name(const Territory& territory, const std::string& commune_code) {
  const auto commune = territory.commune_index(commune_code);
  return commune ? territory.communes.name[*commune] : commune_code;
}

ZoneStatus commune_zone(const Territory& territory, const std::string& commune_code) {
  const auto commune = territory.commune_index(commune_code);
  return commune ? territory.communes.zone[*commune] : ZoneStatus::unmatched;
}

std::string value_text(const Criterion& criterion, const Quantity& value, const Language& language) {
  if (!value.is_number()) return language.number(value);
  if (criterion.unit.pattern == "inhabitants") {
    return language.text(
        plural_message("{0} inhabitant", "{0} inhabitants", DecimalArgument{value.value(), criterion.decimals}));
  }
  const std::string text = language.text(
      message("{0} {1}", language.number(value.value(), criterion.decimals), language.text(criterion.unit)));
  return criterion.unit.pattern == "min" && criterion.estimate ? "≈ " + text : text;
}

std::vector<std::size_t> criteria_by_contribution(const Assessment& assessment, Score score, std::size_t site) {
  std::vector<std::size_t> result;
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    if (assessment.criteria[k].score == score) result.push_back(k);
  }
  std::stable_sort(result.begin(), result.end(), [&](std::size_t a, std::size_t b) {
    return assessment.at(site, a).contribution > assessment.at(site, b).contribution;
  });
  return result;
}

ordered_json site_json(const Territory& territory, const Assessment& assessment, std::size_t site) {
  const auto& sites = territory.sites;
  return {{"id", sites.id[site]},
          {"name", sites.name[site]},
          {"kind", sites.kind[site]},
          {"commune", sites.commune_code[site]},
          {"commune_name", commune_name(territory, sites.commune_code[site])},
          {"zone", territory::zone_key(commune_zone(territory, sites.commune_code[site]))},
          {"x", sites.position[site].x},
          {"y", sites.position[site].y},
          {"excluded", exclusion_json(assessment, site)},
          {"need", score_json(assessment, Score::need, site)},
          {"attractiveness", score_json(assessment, Score::attractiveness, site)}};
}

ordered_json sites_json(const Territory& territory, const Assessment& assessment, std::span<const std::size_t> sites) {
  ordered_json vintage = ordered_json::object();
  for (const auto& source : territory.sources) vintage[source.layer] = territory.provenance(source.layer);
  ordered_json result{{"territory", {{"name", territory.name}, {"code", territory.code}}},
                      {"crs", "EPSG:" + std::to_string(territory.crs_epsg)},
                      {"vintage", std::move(vintage)},
                      {"limits", limits_json(assessment)},
                      {"sites", ordered_json::array()}};
  for (const std::size_t site : sites) result["sites"].push_back(site_json(territory, assessment, site));
  return result;
}

std::string caveats(const Territory& territory, const Assessment& assessment, const Language& language) {
  std::string result;
  const bool estimated = std::any_of(assessment.criteria.begin(), assessment.criteria.end(),
                                     [](const Criterion& criterion) { return criterion.estimate; });
  if (estimated) {
    result += language.text(assessment.travel) + ". " +
              language.text(message("The catchment of a site is all within {0} minutes.",
                                    DecimalArgument{territory.catchment_minutes, 0})) +
              "\n";
  }
  for (const Diagnostic& diagnostic : assessment.diagnostics) {
    result += language.text(diagnostic.what);
    for (const std::string& name : diagnostic.names) result += " " + name;
    if (!diagnostic.layer.empty()) result += " (" + diagnostic.layer + ")";
    result += "\n";
  }
  return result;
}

std::string short_sources(const Territory& territory, std::string_view provenance) {
  // The producer without what follows a comma, a bracket or a semicolon, then the vintage.
  std::vector<std::string> names;
  for (const territory::Source& source : territory.sources) {
    if (provenance.find(source.producer + ", " + source.dataset) == std::string_view::npos) continue;
    std::string name = source.producer.substr(0, source.producer.find_first_of(",(;"));
    name.erase(name.find_last_not_of(' ') + 1);
    const bool openstreetmap = source.producer.find("OpenStreetMap") != std::string::npos;
    if (openstreetmap && name.find("OpenStreetMap") == std::string::npos) name += ", © OpenStreetMap";
    if (!source.vintage.empty()) name += " " + source.vintage;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : " · ") + name;
  return joined;
}

std::string sources_line(const Territory& territory, const Assessment& assessment, const Language& language) {
  std::string provenance;
  for (const Criterion& criterion : assessment.criteria) provenance += criterion.source;
  const std::string names = short_sources(territory, provenance);
  return names.empty() ? names : language.text(message("Sources: {0}", names)) + "\n";
}

}  // namespace ancrage::report

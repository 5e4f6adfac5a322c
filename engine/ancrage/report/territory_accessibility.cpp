// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/territory_accessibility.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/json_values.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace ancrage::report {

namespace {

using access::TerritoryAccess;
using nlohmann::ordered_json;
using territory::Territory;
using Align = TextTable::Align;
constexpr std::size_t threshold_count = access::apl_thresholds.size();

struct CommuneFigures {
  Quantity accessibility;
  double population = 0.0;
  double gps = 0.0;
  std::array<double, threshold_count> under{};
};

std::vector<CommuneFigures> figures_of_communes(const TerritoryAccessibilityReport& report) {
  const TerritoryAccess& access = report.access;
  std::vector<CommuneFigures> figures(report.territory.communes.size());
  const auto means = access::commune_accessibility(report.territory, access, access.now.value);
  for (std::size_t c = 0; c < figures.size(); ++c) figures[c].accessibility = means[c];
  for (std::size_t row = 0; row < access.places.size(); ++row) {
    if (access.places.commune[row] == access::no_commune) continue;
    CommuneFigures& commune = figures[access.places.commune[row]];
    commune.population += access.people[row];
    for (std::size_t k = 0; k < threshold_count; ++k) {
      if (access::is_under(access.now.value[row], access::apl_thresholds[k])) commune.under[k] += access.people[row];
    }
  }
  const auto gps = access::commune_practitioners(report.territory, access);
  for (std::size_t c = 0; c < figures.size(); ++c) figures[c].gps = gps[c];
  return figures;
}

// Member communes by code.
std::vector<std::size_t> member_communes(const Territory& territory) {
  std::vector<std::size_t> result;
  for (std::size_t c = 0; c < territory.communes.size(); ++c) {
    if (territory.communes.member[c] != 0) result.push_back(c);
  }
  std::sort(result.begin(), result.end(),
            [&](std::size_t a, std::size_t b) { return territory.communes.code[a] < territory.communes.code[b]; });
  return result;
}

std::string people_text(double people, const Language& language) { return language.number(people, 0); }

std::string communes_table(const TerritoryAccessibilityReport& report, const Language& language) {
  const auto figures = figures_of_communes(report);
  auto communes = member_communes(report.territory);
  std::stable_sort(communes.begin(), communes.end(), [&](std::size_t a, std::size_t b) {
    return figures[a].accessibility.value_or(-1) < figures[b].accessibility.value_or(-1);
  });
  TextTable table({{language.text("Commune")},
                   {language.text("Zone")},
                   {language.text("Inhabitants"), Align::right},
                   {language.text("GPs"), Align::right},
                   {language.text("Access"), Align::right},
                   {language.text(message("Under {0}", DecimalArgument{access::apl_thresholds[0], 1})), Align::right},
                   {language.text(message("Under {0}", DecimalArgument{access::apl_thresholds[1], 0})), Align::right}});
  for (const std::size_t c : communes) {
    const CommuneFigures& commune = figures[c];
    table.add_row({report.territory.communes.name[c], language.text(zone_label(report.territory.communes.zone[c])),
                   people_text(commune.population, language), language.number(commune.gps, 0),
                   language.number(commune.accessibility, 2), people_text(commune.under[0], language),
                   people_text(commune.under[1], language)});
  }
  return table.text();
}

std::string summary_text(const TerritoryAccessibilityReport& report, const Language& language) {
  const auto summary = access::summarise(report.territory, report.access, report.access.now.value);
  std::string result =
      language.text(
          message("Access of the territory: {0} consultations a year per inhabitant; the worst-served tenth of "
                  "the inhabitants: {1}; Gini: {2}",
                  language.number(summary.mean, 2), language.number(summary.worst_decile, 2),
                  language.number(summary.gini, 3))) +
      "\n";
  for (std::size_t k = 0; k < threshold_count; ++k) {
    const double share = summary.people > 0 ? 100 * summary.people_under[k] / summary.people : 0.0;
    result += language.text(message("Inhabitants under {0}: {1} ({2} %)",
                                    language.number(access::apl_thresholds[k], k == 0 ? 1 : 0),
                                    people_text(summary.people_under[k], language), language.number(share, 1))) +
              "\n";
  }
  result +=
      language.text(plural_message(
          "{0} practitioner of the territory offers {1} consultations a year to {2} inhabitants and their neighbours",
          "{0} practitioners of the territory offer {1} consultations a year to {2} inhabitants and their neighbours",
          DecimalArgument{summary.gps, 0}, people_text(summary.acts, language),
          people_text(summary.people, language))) +
      "\n";
  return result;
}

}  // namespace

std::string access_basis(const TerritoryAccessibilityReport& report, const Language& language) {
  const Territory& territory = report.territory;
  std::string result = language.text(report.travel) + ".\n";
  if (report.access.listed_practitioners) {
    result +=
        language.text(message("Practitioners: the {0} of the territory’s own list", territory.practitioners.size()));
  } else {
    result +=
        language.text(message("Practitioners: counts per commune ({0}), spread over its inhabited places, each for "
                              "{1} consultations a year; an estimate",
                              territory.provenance("communes.gps"), DecimalArgument{territory.access.acts, 0}));
  }
  result += ".\n" +
            language.text(report.access.standardised
                              ? message("Inhabitants are standardised by age where ages are known")
                              : message("Inhabitants count by head: the territory states no consumption by age")) +
            ".\n";
  for (const Diagnostic& diagnostic : report.access.diagnostics) result += diagnostic_line(diagnostic, language) + "\n";
  return result;
}

std::string territory_accessibility_text(const TerritoryAccessibilityReport& report, const Language& language) {
  return language.text(message("{0}: access to general practitioners by {1} ({2}), consultations a year per inhabitant",
                               report.territory.name, report.method, report.decay)) +
         "\n\n" + communes_table(report, language) + "\n" + summary_text(report, language) + "\n" +
         access_basis(report, language);
}

io::FeatureTable commune_accessibility_features(const TerritoryAccessibilityReport& report) {
  const auto figures = figures_of_communes(report);
  const auto& communes = report.territory.communes;
  io::FeatureTable table;
  table.name = "accessibility";
  table.crs_epsg = report.territory.crs_epsg;
  table.kind = io::GeometryKind::polygon;
  std::vector<std::string> id, name, zone;
  std::vector<Quantity> accessibility, population, gps, under_low, under_high;
  for (const std::size_t c : member_communes(report.territory)) {
    id.push_back(communes.code[c]);
    name.push_back(communes.name[c]);
    zone.emplace_back(territory::zone_key(communes.zone[c]));
    accessibility.push_back(figures[c].accessibility);
    population.emplace_back(figures[c].population);
    gps.emplace_back(figures[c].gps);
    under_low.emplace_back(figures[c].under[0]);
    under_high.emplace_back(figures[c].under[1]);
    table.polygons.append(communes.boundary, c);
  }
  table.resize(id.size());
  table.add_text("id", std::move(id));
  table.add_reals("accessibility", accessibility);
  table.add_text("name", std::move(name));
  table.add_text("zone", std::move(zone));
  table.add_reals("population", population);
  table.add_reals("gps", gps);
  table.add_reals("under_2_5", under_low);
  table.add_reals("under_4", under_high);
  return table;
}

io::FeatureTable place_accessibility_features(const TerritoryAccessibilityReport& report) {
  const auto& places = report.access.places;
  const auto& territory = report.territory;
  const auto member = access::member_rows(territory, places);
  io::FeatureTable table;
  table.name = "accessibility";
  table.crs_epsg = territory.crs_epsg;
  table.kind = io::GeometryKind::polygon;
  std::vector<std::string> id, commune;
  std::vector<Quantity> accessibility, population;
  for (std::size_t row = 0; row < places.size(); ++row) {
    if (member[row] == 0) continue;
    id.push_back(places.id[row]);
    commune.push_back(territory.communes.code[places.commune[row]]);
    accessibility.emplace_back(report.access.now.value[row]);
    population.emplace_back(places.population[row]);
    if (row < places.cells) {
      table.polygons.append(territory.cells.outline, row);
    } else {
      table.polygons.append(territory.communes.boundary, places.commune[row]);
    }
  }
  table.resize(id.size());
  table.add_text("id", std::move(id));
  table.add_reals("accessibility", accessibility);
  table.add_text("commune", std::move(commune));
  table.add_reals("population", population);
  return table;
}

ordered_json territory_accessibility_json(const TerritoryAccessibilityReport& report, const Language& language) {
  const auto summary = access::summarise(report.territory, report.access, report.access.now.value);
  const auto figures = figures_of_communes(report);
  const auto& communes = report.territory.communes;
  ordered_json listed = ordered_json::array();
  for (const std::size_t c : member_communes(report.territory)) {
    listed.push_back({{"id", communes.code[c]},
                      {"name", communes.name[c]},
                      {"zone", territory::zone_key(communes.zone[c])},
                      {"population", figures[c].population},
                      {"gps", figures[c].gps},
                      {"accessibility", number_json(figures[c].accessibility)},
                      {"people_under", figures[c].under}});
  }
  ordered_json thresholds = ordered_json::array();
  for (std::size_t k = 0; k < threshold_count; ++k) {
    const double share = summary.people > 0 ? summary.people_under[k] / summary.people : 0.0;
    thresholds.push_back(
        {{"threshold", access::apl_thresholds[k]}, {"people_under", summary.people_under[k]}, {"share", share}});
  }
  return {{"territory", {{"name", report.territory.name}, {"code", report.territory.code}}},
          {"method", report.method},
          {"decay", report.decay},
          {"travel_times", language.text(report.travel)},
          {"practitioners", report.access.listed_practitioners ? "list" : "counts"},
          {"practitioners_year", report.territory.access.practitioners_year},
          {"standardised", report.access.standardised},
          {"summary",
           {{"population", summary.people},
            {"gps", summary.gps},
            {"supply", summary.acts},
            {"mean_accessibility", number_json(summary.mean)},
            {"gini", number_json(summary.gini)},
            {"worst_decile_mean", number_json(summary.worst_decile)}}},
          {"thresholds", std::move(thresholds)},
          {"communes", std::move(listed)}};
}

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/retirement.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/report/features_json.hpp"
#include "ancrage/report/json_values.hpp"
#include "ancrage/report/scenario.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/territory_accessibility.hpp"
#include "ancrage/report/text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace ancrage::report {

namespace {

using access::RetirementYear;
using nlohmann::ordered_json;
using Align = TextTable::Align;

constexpr std::size_t most_years_shown = 6;

// The year of the counts, then those asked for.
std::vector<const RetirementYear*> all_years(const RetirementReport& report) {
  std::vector<const RetirementYear*> years{&report.cliff.counted};
  for (const RetirementYear& year : report.cliff.years) years.push_back(&year);
  return years;
}

// First and last, and between them some at even steps.
std::vector<const RetirementYear*> shown_years(const RetirementReport& report) {
  const auto& years = report.cliff.years;
  const std::size_t shown = std::min(years.size(), most_years_shown);
  std::vector<const RetirementYear*> result{&report.cliff.counted};
  for (std::size_t k = 0; k < shown; ++k) {
    result.push_back(&years[shown == 1 ? 0 : (k * (years.size() - 1) + (shown - 1) / 2) / (shown - 1)]);
  }
  return result;
}

std::vector<std::size_t> member_communes(const territory::Territory& territory) {
  std::vector<std::size_t> members;
  for (std::size_t c = 0; c < territory.communes.size(); ++c) {
    if (territory.communes.member[c] != 0) members.push_back(c);
  }
  std::sort(members.begin(), members.end(),
            [&](std::size_t a, std::size_t b) { return territory.communes.code[a] < territory.communes.code[b]; });
  return members;
}

std::string years_table(const RetirementReport& report, const Language& language) {
  const auto under = [&](std::size_t k) {
    return language.text(message("Under {0}", DecimalArgument{access::apl_thresholds[k], k == 0 ? 1 : 0}));
  };
  TextTable table({{language.text("Year")},
                   {language.text("GPs"), Align::right},
                   {language.text("Access"), Align::right},
                   {under(0), Align::right},
                   {under(1), Align::right}});
  for (const RetirementYear* year : all_years(report)) {
    const bool counted = year == &report.cliff.counted;
    const std::string name = std::to_string(year->year);
    table.add_row({counted ? language.text(message("{0}, as counted", name)) : name,
                   language.number(year->territory.gps, 1), language.number(year->territory.mean, 2),
                   language.number(year->territory.people_under[0], 0),
                   language.number(year->territory.people_under[1], 0)});
  }
  return table.text();
}

// "already" where it was so before anybody retired.
std::string from_text(const access::RetirementCliff& cliff, std::size_t threshold, std::size_t commune,
                      const Language& language) {
  const auto& from = cliff.under_from[threshold][commune];
  if (!from) return "–";
  const double counted = cliff.counted.accessibility[commune].value_or(0.0);
  return access::is_under(counted, access::apl_thresholds[threshold]) ? language.text("already")
                                                                      : std::to_string(*from);
}

std::string communes_table(const RetirementReport& report, std::size_t most, const Language& language) {
  const auto& cliff = report.cliff;
  const auto lost = [&](std::size_t c) {
    return cliff.counted.accessibility[c].value_or(0.0) - cliff.years.back().accessibility[c].value_or(0.0);
  };
  auto communes = member_communes(report.territory);
  std::stable_sort(communes.begin(), communes.end(), [&](std::size_t a, std::size_t b) { return lost(a) > lost(b); });
  const std::size_t all = communes.size();
  if (most > 0 && all > most) communes.resize(most);
  std::vector<TextTable::Heading> headings{{language.text("Access of the communes")}, {language.text("Zone")}};
  const auto years = shown_years(report);
  for (const RetirementYear* year : years) headings.push_back({std::to_string(year->year), Align::right});
  for (const std::size_t k : {1U, 0U}) {
    headings.push_back(
        {language.text(message("under {0} from", DecimalArgument{access::apl_thresholds[k], k == 0 ? 1 : 0})),
         Align::right});
  }
  TextTable table(std::move(headings));
  for (const std::size_t c : communes) {
    std::vector<std::string> cells{report.territory.communes.name[c],
                                   language.text(zone_label(report.territory.communes.zone[c]))};
    for (const RetirementYear* year : years) cells.push_back(language.number(year->accessibility[c], 2));
    for (const std::size_t k : {1U, 0U}) {
      cells.push_back(from_text(cliff, k, c, language));
    }
    table.add_row(std::move(cells));
  }
  std::string result = table.text();
  if (all > communes.size()) {
    result +=
        language.text(plural_message("… and {0} commune that loses less (--top 0 shows all)",
                                     "… and {0} communes that lose less (--top 0 shows all)", all - communes.size())) +
        "\n";
  }
  return result;
}

std::string assumptions(const RetirementReport& report, const Language& language) {
  const std::string year = std::to_string(report.cliff.counted.year);
  const auto decimals = [](double age) { return age == static_cast<int>(age) ? 0 : 1; };
  std::string result = language.text(message(
                           "Practitioners leave in the year in which they turn {0}; nobody comes in their place beyond "
                           "the scenario, and people stay as they are; newcomers do not retire",
                           DecimalArgument{report.cliff.age, decimals(report.cliff.age)})) +
                       ".\n";
  result += language.text(report.access.listed_practitioners
                              ? message("Ages are those of the list, in {0}; whose age is not known stays", year)
                              : message("Ages are known as under 60 or 60 and over in {0} only: spread evenly over "
                                        "{1}–{2} and {2}–{3} years; an estimate",
                                        year, DecimalArgument{access::youngest_gp, 0},
                                        DecimalArgument{access::older_gp, 0}, DecimalArgument{access::oldest_gp, 0}));
  return result + ".\n";
}

}  // namespace

std::string retirement_text(const RetirementReport& report, std::size_t most, const Language& language) {
  const TerritoryAccessibilityReport basis{report.territory, report.access, "apl", report.decay, report.travel};
  std::string result = language.text(message("{0}: retirements year by year", report.territory.name)) + "\n";
  if (!report.scenario.empty()) result += scenario_text(used_scenario(report.scenario, report.access), language);
  return result + "\n" + years_table(report, language) + "\n" + communes_table(report, most, language) + "\n" +
         assumptions(report, language) + access_basis(basis, language);
}

io::FeatureTable retirement_features(const RetirementReport& report) {
  const auto& communes = report.territory.communes;
  const auto members = member_communes(report.territory);
  std::vector<double> people(communes.size(), 0.0);
  const auto& places = report.access.places;
  for (std::size_t row = 0; row < places.size(); ++row) {
    if (places.commune[row] != access::no_commune) people[places.commune[row]] += report.access.people[row];
  }
  io::FeatureTable table;
  table.name = "retirement";
  table.crs_epsg = report.territory.crs_epsg;
  table.kind = io::GeometryKind::polygon;
  table.resize(members.size());
  std::vector<std::string> id, name, zone;
  std::vector<Quantity> population;
  for (const std::size_t c : members) {
    id.push_back(communes.code[c]);
    name.push_back(communes.name[c]);
    zone.emplace_back(territory::zone_key(communes.zone[c]));
    population.emplace_back(people[c]);
    table.polygons.append(communes.boundary, c);
  }
  table.add_text("id", std::move(id));
  table.add_text("name", std::move(name));
  table.add_text("zone", std::move(zone));
  table.add_reals("population", population);
  const auto add_from = [&](const char* column, std::size_t threshold) {
    std::vector<Quantity> years;
    for (const std::size_t c : members) {
      const auto& from = report.cliff.under_from[threshold][c];
      years.push_back(from ? Quantity(*from) : Quantity::missing());
    }
    table.add_integers(column, years);
  };
  add_from("under_4_from", 1);
  add_from("under_2_5_from", 0);
  for (const RetirementYear* year : all_years(report)) {
    // Counted and asked for: after the retirements of that year.
    const bool again = year == &report.cliff.counted && report.cliff.years.front().year == year->year;
    std::vector<Quantity> accessibility, gps;
    for (const std::size_t c : members) {
      accessibility.push_back(year->accessibility[c]);
      gps.emplace_back(year->gps[c]);
    }
    const std::string suffix = again ? "counted" : std::to_string(year->year);
    table.add_reals("accessibility_" + suffix, accessibility);
    table.add_reals("gps_" + suffix, gps);
  }
  return table;
}

ordered_json retirement_json(const RetirementReport& report, const Language& language) {
  ordered_json years = ordered_json::array();
  for (const RetirementYear* year : all_years(report)) {
    const auto& summary = year->territory;
    years.push_back({{"year", year->year},
                     {"gps", summary.gps},
                     {"supply", summary.acts},
                     {"mean_accessibility", number_json(summary.mean)},
                     {"gini", number_json(summary.gini)},
                     {"worst_decile_mean", number_json(summary.worst_decile)},
                     {"people_under", summary.people_under}});
  }
  return {
      {"territory", {{"name", report.territory.name}, {"code", report.territory.code}}},
      {"scenario", report.scenario.empty() ? ordered_json(nullptr)
                                           : scenario_json(used_scenario(report.scenario, report.access), language)},
      {"retire_at", report.cliff.age},
      {"practitioners_year", report.cliff.counted.year},
      {"estimate", !report.access.listed_practitioners},
      {"assumptions", assumptions(report, language)},
      {"decay", report.decay},
      {"travel_times", language.text(report.travel)},
      {"years", std::move(years)},
      {"communes", features_json(retirement_features(report))}};
}

}  // namespace ancrage::report

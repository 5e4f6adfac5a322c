// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/accessibility.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/json_values.hpp"
#include "ancrage/report/text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ancrage::report {

namespace {

using nlohmann::ordered_json;
using Align = TextTable::Align;

double total(const std::vector<double>& amounts) { return std::accumulate(amounts.begin(), amounts.end(), 0.0); }

std::vector<std::string> unreached_supplies(const AccessibilityReport& report) {
  std::vector<std::string> ids;
  for (std::size_t j = 0; j < report.supply_id.size(); ++j) {
    if (!(report.accessibility.load[j] > 0) && report.supply[j] > 0) ids.push_back(report.supply_id[j]);
  }
  return ids;
}

std::vector<std::string> places_without_access(const AccessibilityReport& report) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < report.demand_id.size(); ++i) {
    if (!(report.accessibility.value[i] > 0)) ids.push_back(report.demand_id[i]);
  }
  return ids;
}

access::Conservation conservation(const AccessibilityReport& report) {
  return access::conservation(report.supply, report.accessibility.load, report.accessibility.value, report.demand);
}

bool is_standardised(const AccessibilityReport& report) { return report.demand != report.people; }

// Enough for three digits of the greatest value, two decimals at least.
int accessibility_decimals(const AccessibilityReport& report) {
  const auto& values = report.accessibility.value;
  const auto greatest = std::max_element(values.begin(), values.end());
  if (greatest == values.end() || !(*greatest > 0)) return 2;
  return static_cast<int>(std::clamp(2 - std::floor(std::log10(*greatest)), 2.0, 15.0));
}

std::string amount_text(double amount, const Language& language) {
  const bool whole = std::abs(amount - std::round(amount)) <= 1e-9 * std::max(1.0, std::abs(amount));
  return language.number(amount, whole ? 0 : 2);
}

// With the decimals it was given with.
std::string threshold_text(double threshold, const Language& language) {
  const std::string digits = fmt::format("{}", threshold);
  const std::size_t point = digits.find('.');
  return language.number(threshold, point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1));
}

std::string places_table(const AccessibilityReport& report, const Language& language) {
  std::vector<TextTable::Heading> headings{{language.text("Place")}, {language.text("Inhabitants"), Align::right}};
  const bool standardised = is_standardised(report);
  if (standardised) headings.push_back({language.text("Standardised"), Align::right});
  headings.push_back({language.text("Accessibility"), Align::right});
  TextTable table(std::move(headings));
  const int decimals = accessibility_decimals(report);
  for (std::size_t i = 0; i < report.demand_id.size(); ++i) {
    std::vector<std::string> cells{report.demand_id[i], amount_text(report.people[i], language)};
    if (standardised) cells.push_back(amount_text(report.demand[i], language));
    cells.push_back(language.number(report.accessibility.value[i], decimals));
    table.add_row(std::move(cells));
  }
  return table.text();
}

std::string totals_text(const AccessibilityReport& report, const Language& language) {
  const auto& values = report.accessibility.value;
  const auto balance = conservation(report);
  const double people = total(report.people);
  const int decimals = accessibility_decimals(report);
  const auto line = [&](const Message& text) { return language.text(text) + "\n"; };
  std::string result;
  result += line(message("Inhabitants: {0}; supply: {1}, of which {2} can be reached", amount_text(people, language),
                         amount_text(balance.supply, language), amount_text(balance.reached_supply, language)));
  result += line(message("Conservation: the inhabitants get {0} (relative difference {1})",
                         amount_text(balance.served, language), fmt::format("{:.2g}", balance.relative_error())));
  result += line(message("Mean accessibility: {0}; the worst-served tenth of the inhabitants: {1}; Gini: {2}",
                         language.number(access::weighted_mean(values, report.demand), decimals),
                         language.number(access::worst_served_mean(values, report.people), decimals),
                         language.number(access::gini(values, report.people), 3)));
  for (const double threshold : report.thresholds) {
    const double under = access::people_under(values, report.people, threshold);
    const Quantity share = people > 0 ? Quantity(100 * under / people) : Quantity::missing();
    result += line(message("Inhabitants under {0}: {1} ({2} %)", threshold_text(threshold, language),
                           amount_text(under, language), language.number(share, 1)));
  }
  if (report.practitioners) {
    result +=
        line(message("Practitioners counted: {0}; over the age limit: {1}; age not known: {2}; acts not known: "
                     "{3}",
                     report.practitioners->counted, report.practitioners->over_age.size(),
                     report.practitioners->unknown_age.size(), report.practitioners->unknown_acts.size()));
  }
  return result;
}

ordered_json totals_json(const AccessibilityReport& report) {
  const auto balance = conservation(report);
  const auto& values = report.accessibility.value;
  return {{"population", total(report.people)},
          {"demand", total(report.demand)},
          {"supply", balance.supply},
          {"reached_supply", balance.reached_supply},
          {"served", balance.served},
          {"conservation_error", balance.relative_error()},
          {"mean_accessibility", number_json(access::weighted_mean(values, report.demand))},
          {"gini", number_json(access::gini(values, report.people))},
          {"worst_decile_mean", number_json(access::worst_served_mean(values, report.people))}};
}

ordered_json thresholds_json(const AccessibilityReport& report) {
  const double people = total(report.people);
  ordered_json result = ordered_json::array();
  for (const double threshold : report.thresholds) {
    const double under = access::people_under(report.accessibility.value, report.people, threshold);
    result.push_back({{"threshold", threshold},
                      {"people_under", under},
                      {"share", people > 0 ? ordered_json(under / people) : ordered_json(nullptr)}});
  }
  return result;
}

ordered_json practitioners_json(const std::optional<access::PractitionerCount>& count) {
  if (!count) return nullptr;
  return {{"counted", count->counted},
          {"over_age", count->over_age},
          {"unknown_age", count->unknown_age},
          {"unknown_acts", count->unknown_acts}};
}

}  // namespace

Diagnostics accessibility_diagnostics(const AccessibilityReport& report) {
  Diagnostics result = report.diagnostics;
  if (auto ids = unreached_supplies(report); !ids.empty()) {
    result.push_back({Severity::warning, {}, message("Nobody reaches these supplies"), std::move(ids)});
  }
  if (auto ids = places_without_access(report); !ids.empty()) {
    result.push_back({Severity::note, {}, message("These places reach no supply"), std::move(ids)});
  }
  return result;
}

std::string accessibility_text(const AccessibilityReport& report, const Language& language) {
  const std::string unit = report.method == "apl" ? language.text("consultations a year per standardised inhabitant")
                                                  : language.text("supply per inhabitant");
  std::string result = language.text(message("Accessibility by {0} ({1}), {2}", report.method, report.decay, unit));
  result += "\n\n" + places_table(report, language) + "\n" + totals_text(report, language);
  for (const Diagnostic& diagnostic : accessibility_diagnostics(report)) {
    result += diagnostic_line(diagnostic, language) + "\n";
  }
  return result;
}

io::FeatureTable accessibility_features(const AccessibilityReport& report) {
  io::FeatureTable table;
  table.name = "accessibility";
  table.resize(report.demand_id.size());
  table.add_text("id", report.demand_id);
  table.add_reals("accessibility", {report.accessibility.value.begin(), report.accessibility.value.end()});
  return table;
}

ordered_json accessibility_json(const AccessibilityReport& report, const Language& language) {
  ordered_json places = ordered_json::array();
  for (std::size_t i = 0; i < report.demand_id.size(); ++i) {
    places.push_back({{"id", report.demand_id[i]},
                      {"population", report.people[i]},
                      {"demand", report.demand[i]},
                      {"accessibility", report.accessibility.value[i]}});
  }
  ordered_json supplies = ordered_json::array();
  for (std::size_t j = 0; j < report.supply_id.size(); ++j) {
    supplies.push_back({{"id", report.supply_id[j]},
                        {"supply", report.supply[j]},
                        {"load", report.accessibility.load[j]},
                        {"ratio", report.accessibility.ratio[j]}});
  }
  return {{"method", report.method},
          {"decay", report.decay},
          {"max_minutes", std::isfinite(report.max_minutes) ? ordered_json(report.max_minutes) : ordered_json(nullptr)},
          {"places", std::move(places)},
          {"supplies", std::move(supplies)},
          {"totals", totals_json(report)},
          {"thresholds", thresholds_json(report)},
          {"practitioners", practitioners_json(report.practitioners)},
          {"unreached_supplies", unreached_supplies(report)},
          {"places_without_access", places_without_access(report)},
          {"diagnostics", diagnostics_json(accessibility_diagnostics(report), language)}};
}

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/what_if.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/report/features_json.hpp"
#include "ancrage/report/json_values.hpp"
#include "ancrage/report/scenario.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/territory_accessibility.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ancrage::report {

namespace {

using access::PeopleGroup;
using nlohmann::ordered_json;
using Align = TextTable::Align;

constexpr double least_shown = 0.005;        // consultations a year per inhabitant: what two decimals show
constexpr double least_people_per_gp = 0.5;  // of a load that is listed
constexpr std::size_t most_neighbours = 8;
constexpr std::size_t most_losers = 8;

std::string signed_number(double value, int decimals, const Language& language) {
  const std::string text = language.number(value, decimals);
  return value > 0 && text != language.number(0.0, decimals) ? "+" + text : text;
}

// One commune under the scenario.
struct Row {
  std::size_t commune = 0;
  double population = 0.0;
  Quantity difference;
  Quantity people_per_gp_before;
  Quantity people_per_gp_after;

  double load_change() const {
    if (!people_per_gp_before.is_number() || !people_per_gp_after.is_number()) return 0.0;
    return people_per_gp_after.value() - people_per_gp_before.value();
  }
};

class Rows {
 public:
  explicit Rows(const WhatIfReport& report) : report_(report) {
    const auto& communes = report.territory.communes;
    rows_.resize(communes.size());
    const auto& before = report.effect.before;
    for (std::size_t c = 0; c < rows_.size(); ++c) {
      const auto& change = report.effect.change.communes[c];
      rows_[c].commune = c;
      if (change.before.is_number() && change.after.is_number()) {
        rows_[c].difference = change.after.value() - change.before.value();
      }
      const double full_time = report.territory.access.acts;
      rows_[c].people_per_gp_before = report.effect.practice_before[c].people_per_gp(full_time);
      rows_[c].people_per_gp_after = report.effect.practice_after[c].people_per_gp(full_time);
    }
    for (std::size_t row = 0; row < before.places.size(); ++row) {
      const auto commune = before.places.commune[row];
      if (commune != access::no_commune) rows_[commune].population += before.people[row];
    }
    std::sort(rows_.begin(), rows_.end(),
              [&](const Row& a, const Row& b) { return communes.code[a.commune] < communes.code[b.commune]; });
  }

  const std::vector<Row>& by_code() const { return rows_; }

  bool is_member(const Row& row) const { return report_.territory.communes.member[row.commune] != 0; }
  bool practice_changes(const Row& row) const {
    const double before = report_.effect.practice_before[row.commune].acts;
    return std::abs(report_.effect.practice_after[row.commune].acts - before) > 1e-9 * std::max(1.0, before);
  }
  // What programs get: the members, and of the ring those where something changes.
  bool listed(const Row& row) const {
    return is_member(row) || std::abs(row.difference.value_or(0.0)) > 1e-9 || std::abs(row.load_change()) > 1e-6 ||
           practice_changes(row);
  }
  std::string name(const Row& row) const { return report_.territory.communes.name[row.commune]; }
  // With "(neighbour)" when it is of the ring.
  std::string shown_name(const Row& row, const Language& language) const {
    return is_member(row) ? name(row) : language.text(message("{0} (neighbour)", name(row)));
  }

 private:
  const WhatIfReport& report_;
  std::vector<Row> rows_;
};

std::string communes_table(const WhatIfReport& report, const Rows& rows, std::size_t most, const Language& language) {
  std::vector<Row> changed;
  for (const Row& row : rows.by_code()) {
    if (std::abs(row.difference.value_or(0.0)) >= least_shown) changed.push_back(row);
  }
  if (changed.empty()) return language.text("Access changes in no commune by as much as 0.005.") + "\n";
  std::stable_sort(changed.begin(), changed.end(), [](const Row& a, const Row& b) {
    return std::abs(a.difference.value()) > std::abs(b.difference.value());
  });
  const std::size_t all = changed.size();
  if (most > 0 && all > most) changed.resize(most);
  const auto under = [&](std::size_t k) {
    return language.text(message("Under {0} (net)", DecimalArgument{access::apl_thresholds[k], k == 0 ? 1 : 0}));
  };
  TextTable table({{language.text("Commune")},
                   {language.text("Zone")},
                   {language.text("Inhabitants"), Align::right},
                   {language.text("Access before"), Align::right},
                   {language.text("after"), Align::right},
                   {language.text("difference"), Align::right},
                   {under(0), Align::right},
                   {under(1), Align::right}});
  for (const Row& row : changed) {
    const auto& change = report.effect.change.communes[row.commune];
    const auto net = [&](std::size_t k) {
      const auto& crossing = change.crossings[k];
      return signed_number(crossing.fallen - crossing.lifted, 0, language);
    };
    table.add_row(
        {rows.shown_name(row, language), language.text(zone_label(report.territory.communes.zone[row.commune])),
         language.number(row.population, 0), language.number(change.before, 2), language.number(change.after, 2),
         signed_number(row.difference.value(), 2, language), net(0), net(1)});
  }
  std::string result = table.text();
  if (all > changed.size()) {
    result +=
        language.text(plural_message("… and {0} commune that changes less (--top 0 shows all)",
                                     "… and {0} communes that change less (--top 0 shows all)", all - changed.size())) +
        "\n";
  }
  return result;
}

Message group_label(PeopleGroup group) {
  switch (group) {
    case PeopleGroup::priority_sectors:
      return message("Priority sectors (QPV)");
    case PeopleGroup::zip_communes:
      return message("ZIP communes");
    case PeopleGroup::all:
      break;
  }
  return message("All inhabitants");
}

constexpr std::array groups{PeopleGroup::all, PeopleGroup::priority_sectors, PeopleGroup::zip_communes};

std::string thresholds_table(const WhatIfReport& report, const Language& language) {
  TextTable table({{language.text("Inhabitants under a threshold")},
                   {language.text("Threshold"), Align::right},
                   {language.text("Before"), Align::right},
                   {language.text("After"), Align::right},
                   {language.text("Lifted over it"), Align::right},
                   {language.text("Fallen under it"), Align::right}});
  for (std::size_t k = 0; k < access::apl_thresholds.size(); ++k) {
    for (const PeopleGroup group : groups) {
      const auto& crossing = report.effect.change.crossing(group, k);
      table.add_row({language.text(group_label(group)), language.number(access::apl_thresholds[k], k == 0 ? 1 : 0),
                     language.number(crossing.under_before, 0), language.number(crossing.under_after, 0),
                     language.number(crossing.lifted, 0), language.number(crossing.fallen, 0)});
    }
  }
  return table.text();
}

// "La Grand-Combe (-0.81), …": communes of the territory that lose, those that lose most first.
std::string losers(const Rows& rows, const Language& language) {
  std::vector<Row> losing;
  for (const Row& row : rows.by_code()) {
    if (rows.is_member(row) && row.difference.value_or(0.0) <= -least_shown) losing.push_back(row);
  }
  std::stable_sort(losing.begin(), losing.end(),
                   [](const Row& a, const Row& b) { return a.difference.value() < b.difference.value(); });
  std::string result;
  for (std::size_t k = 0; k < std::min(losing.size(), most_losers); ++k) {
    result +=
        (k == 0 ? "" : ", ") + rows.name(losing[k]) + " (" + language.number(losing[k].difference.value(), 2) + ")";
  }
  if (losing.size() > most_losers) result += ", …";
  return result;
}

std::string balance_text(const WhatIfReport& report, const Rows& rows, const Language& language) {
  const auto& change = report.effect.change;
  const auto& all = change.group(PeopleGroup::all);
  const auto line = [&](const Message& text) { return language.text(text) + "\n"; };
  std::string result = line(message("Access of the territory: {0} → {1} consultations a year per inhabitant",
                                    language.number(all.mean_before, 2), language.number(all.mean_after, 2)));
  result +=
      line(message("Net effect: {0} inhabitants gain {1} consultations a year, {2} lose {3}; the rest of what "
                   "comes or goes is the ring’s",
                   DecimalArgument{all.gaining, 0}, DecimalArgument{change.acts_gained, 0},
                   DecimalArgument{all.losing, 0}, DecimalArgument{change.acts_lost, 0}));
  if (const std::string names = losers(rows, language); !names.empty()) {
    result += line(message("Losers: {0}", names));
  }
  return result;
}

// Communes whose own supply stays as it is, and whose practitioners get another number of people.
std::string neighbours_text(const WhatIfReport& report, const Rows& rows, const Language& language) {
  std::vector<Row> neighbours;
  for (const Row& row : rows.by_code()) {
    if (std::abs(row.load_change()) >= least_people_per_gp && !rows.practice_changes(row)) neighbours.push_back(row);
  }
  if (neighbours.empty()) return language.text("No other commune’s practitioners get more or fewer people.") + "\n";
  std::stable_sort(neighbours.begin(), neighbours.end(),
                   [](const Row& a, const Row& b) { return std::abs(a.load_change()) > std::abs(b.load_change()); });
  const std::size_t all = neighbours.size();
  neighbours.resize(std::min(all, most_neighbours));
  TextTable table({{language.text("Practitioners of other communes")},
                   {language.text("GPs"), Align::right},
                   {language.text("People per GP before"), Align::right},
                   {language.text("after"), Align::right},
                   {language.text("difference"), Align::right}});
  for (const Row& row : neighbours) {
    table.add_row({rows.shown_name(row, language), language.number(report.effect.practice_after[row.commune].gps, 0),
                   language.number(row.people_per_gp_before, 0), language.number(row.people_per_gp_after, 0),
                   signed_number(row.load_change(), 0, language)});
  }
  std::string result = table.text();
  if (all > neighbours.size()) {
    result += language.text(plural_message("… and {0} commune where it changes less",
                                           "… and {0} communes where it changes less", all - neighbours.size())) +
              "\n";
  }
  return result +
         language.text(
             "People share themselves between the practitioners they reach by nearness and acts "
             "(Huff); per full-time practitioner.") +
         "\n";
}

ordered_json summary_json(const WhatIfReport& report) {
  const auto& effect = report.effect;
  const auto before = access::summarise(report.territory, effect.before, effect.before.now.value);
  const auto after = access::summarise(report.territory, effect.after, effect.after.now.value);
  const auto& all = effect.change.group(PeopleGroup::all);
  return {{"population", before.people},
          {"gps_before", before.gps},
          {"gps_after", after.gps},
          {"supply_before", before.acts},
          {"supply_after", after.acts},
          {"mean_accessibility_before", number_json(before.mean)},
          {"mean_accessibility_after", number_json(after.mean)},
          {"gini_before", number_json(before.gini)},
          {"gini_after", number_json(after.gini)},
          {"worst_decile_mean_before", number_json(before.worst_decile)},
          {"worst_decile_mean_after", number_json(after.worst_decile)},
          {"people_gaining", all.gaining},
          {"people_losing", all.losing},
          {"acts_gained", effect.change.acts_gained},
          {"acts_lost", effect.change.acts_lost}};
}

ordered_json thresholds_json(const WhatIfReport& report) {
  ordered_json thresholds = ordered_json::array();
  for (std::size_t k = 0; k < access::apl_thresholds.size(); ++k) {
    ordered_json listed = ordered_json::array();
    for (const PeopleGroup group : groups) {
      const auto& change = report.effect.change.group(group);
      const auto& crossing = change.crossings[k];
      listed.push_back({{"group", access::people_group_keys[static_cast<std::size_t>(group)]},
                        {"population", change.people},
                        {"under_before", crossing.under_before},
                        {"under_after", crossing.under_after},
                        {"lifted", crossing.lifted},
                        {"fallen", crossing.fallen}});
    }
    thresholds.push_back({{"threshold", access::apl_thresholds[k]}, {"groups", std::move(listed)}});
  }
  return thresholds;
}

}  // namespace

std::string what_if_text(const WhatIfReport& report, std::size_t most, const Language& language) {
  const Rows rows(report);
  const TerritoryAccessibilityReport basis{report.territory, report.effect.after, "apl", report.decay, report.travel};
  return language.text(message("{0}: what if", report.territory.name)) + "\n" +
         scenario_text(used_scenario(report.scenario, report.effect.after), language) + "\n" +
         communes_table(report, rows, most, language) + "\n" + thresholds_table(report, language) + "\n" +
         balance_text(report, rows, language) + "\n" + neighbours_text(report, rows, language) + "\n" +
         access_basis(basis, language);
}

io::FeatureTable what_if_features(const WhatIfReport& report) {
  const Rows rows(report);
  const auto& communes = report.territory.communes;
  io::FeatureTable table;
  table.name = "what_if";
  table.crs_epsg = report.territory.crs_epsg;
  table.kind = io::GeometryKind::polygon;
  std::vector<Row> listed;
  std::copy_if(rows.by_code().begin(), rows.by_code().end(), std::back_inserter(listed),
               [&](const Row& row) { return rows.listed(row); });
  table.resize(listed.size());
  for (const Row& row : listed) table.polygons.append(communes.boundary, row.commune);
  const auto texts = [&](const char* name, const auto& of_row) {
    std::vector<std::string> values;
    for (const Row& row : listed) values.emplace_back(of_row(row));
    table.add_text(name, std::move(values));
  };
  const auto reals = [&](const char* name, const auto& of_row) {
    std::vector<Quantity> values;
    for (const Row& row : listed) values.push_back(of_row(row));
    table.add_reals(name, values);
  };
  const auto change = [&](const Row& row) -> const access::CommuneChange& {
    return report.effect.change.communes[row.commune];
  };
  texts("id", [&](const Row& row) { return communes.code[row.commune]; });
  texts("name", [&](const Row& row) { return communes.name[row.commune]; });
  std::vector<Quantity> member;
  for (const Row& row : listed) member.emplace_back(rows.is_member(row) ? 1.0 : 0.0);
  table.add_integers("member", member);
  texts("zone", [&](const Row& row) { return territory::zone_key(communes.zone[row.commune]); });
  reals("population", [](const Row& row) { return Quantity(row.population); });
  reals("accessibility_before", [&](const Row& row) { return change(row).before; });
  reals("accessibility_after", [&](const Row& row) { return change(row).after; });
  reals("difference", [](const Row& row) { return row.difference; });
  reals("lifted_2_5", [&](const Row& row) { return Quantity(change(row).crossings[0].lifted); });
  reals("fallen_2_5", [&](const Row& row) { return Quantity(change(row).crossings[0].fallen); });
  reals("lifted_4", [&](const Row& row) { return Quantity(change(row).crossings[1].lifted); });
  reals("fallen_4", [&](const Row& row) { return Quantity(change(row).crossings[1].fallen); });
  reals("gps_before", [&](const Row& row) { return Quantity(report.effect.practice_before[row.commune].gps); });
  reals("gps_after", [&](const Row& row) { return Quantity(report.effect.practice_after[row.commune].gps); });
  reals("people_per_gp_before", [](const Row& row) { return row.people_per_gp_before; });
  reals("people_per_gp_after", [](const Row& row) { return row.people_per_gp_after; });
  return table;
}

ordered_json what_if_json(const WhatIfReport& report, const Language& language) {
  return {{"territory", {{"name", report.territory.name}, {"code", report.territory.code}}},
          {"scenario", scenario_json(used_scenario(report.scenario, report.effect.after), language)},
          {"decay", report.decay},
          {"travel_times", language.text(report.travel)},
          {"practitioners_year", report.territory.access.practitioners_year},
          {"summary", summary_json(report)},
          {"thresholds", thresholds_json(report)},
          {"communes", features_json(what_if_features(report))}};
}

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/practitioner_plan.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/territory_accessibility.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace ancrage::report {

namespace {

using nlohmann::ordered_json;
using planning::PlanFigures;
using planning::PlanObjective;
using planning::PlanStep;
using planning::Practitioners;
using Align = TextTable::Align;

constexpr double threshold = access::apl_thresholds.front();

std::size_t placed(const Practitioners& practitioners) {
  std::size_t sum = 0;
  for (const std::uint32_t count : practitioners) sum += count;
  return sum;
}

Message objective_label(PlanObjective objective) {
  switch (objective) {
    case PlanObjective::priority:
      return message("most people of priority sectors (QPV, ZIP communes) lifted over 2.5");
    case PlanObjective::mean_time:
      return message("least mean time to the nearest practitioner");
    case PlanObjective::lifted:
      break;
  }
  return message("most people lifted over 2.5 consultations a year");
}

// Communes of the territory whose own access is under the threshold after the plan, least access first.
std::vector<std::size_t> left_behind(const PractitionerPlanReport& report) {
  const auto& communes = report.plan.change.communes;
  std::vector<std::size_t> result;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (report.territory.communes.member[c] == 0 || !communes[c].after.is_number()) continue;
    if (access::is_under(communes[c].after.value(), threshold)) result.push_back(c);
  }
  const auto& code = report.territory.communes.code;
  std::sort(result.begin(), result.end(), [&](std::size_t a, std::size_t b) {
    const double first = communes[a].after.value();
    const double second = communes[b].after.value();
    return first != second ? first < second : code[a] < code[b];
  });
  return result;
}

std::vector<std::string> figure_cells(const PlanFigures& figures, const Language& language) {
  return {language.number(figures.lifted, 0), language.number(figures.priority_lifted, 0),
          language.number(figures.mean_minutes, 2)};
}

// The order to fill the places, with what is reached by then.
std::string order_table(const PractitionerPlanReport& report, const Language& language) {
  TextTable table({{language.text("Order"), Align::right},
                   {language.text("Site")},
                   {language.text("Identifier")},
                   {language.text("Commune")},
                   {language.text("Lifted by then"), Align::right},
                   {language.text("of priority sectors"), Align::right},
                   {language.text("Mean minutes"), Align::right}});
  const auto& sites = report.territory.sites;
  for (std::size_t k = 0; k < report.plan.order.size(); ++k) {
    const std::uint32_t site = report.plan.order[k];
    std::vector<std::string> cells{std::to_string(k + 1), sites.name[site], sites.id[site],
                                   commune_name(report.territory, sites.commune_code[site])};
    for (std::string& cell : figure_cells(report.plan.filled[k], language)) cells.push_back(std::move(cell));
    table.add_row(std::move(cells));
  }
  return table.text();
}

std::string proof_text(const PractitionerPlanReport& report, const PlanStep& step, const Language& language) {
  if (step.proven) return language.text("optimum");
  return language.text(message("gap {0} %", DecimalArgument{100 * report.plan.gap(step), 1}));
}

std::string frontier_table(const PractitionerPlanReport& report, const Language& language) {
  TextTable table({{language.text("Doctors"), Align::right},
                   {language.text("Lifted"), Align::right},
                   {language.text("of priority sectors"), Align::right},
                   {language.text("Mean minutes"), Align::right},
                   {language.text("Proof")},
                   {language.text("Greedy: lifted"), Align::right},
                   {language.text("of priority sectors"), Align::right},
                   {language.text("Mean minutes"), Align::right}});
  for (std::size_t k = 0; k < report.plan.frontier.size(); ++k) {
    const PlanStep& step = report.plan.frontier[k];
    std::vector<std::string> cells{std::to_string(placed(step.practitioners))};
    for (std::string& cell : figure_cells(step.figures, language)) cells.push_back(std::move(cell));
    cells.push_back(proof_text(report, step, language));
    for (std::string& cell : figure_cells(report.plan.greedy[k].figures, language)) cells.push_back(std::move(cell));
    table.add_row(std::move(cells));
  }
  return table.text();
}

// "Génolhac 2, Anduze 1, …": sites by name, most practitioners first.
std::string places_line(const PractitionerPlanReport& report) {
  const Practitioners& practitioners = report.plan.frontier.back().practitioners;
  std::vector<std::size_t> sites;
  for (std::size_t site = 0; site < practitioners.size(); ++site) {
    if (practitioners[site] > 0) sites.push_back(site);
  }
  std::stable_sort(sites.begin(), sites.end(),
                   [&](std::size_t a, std::size_t b) { return practitioners[a] > practitioners[b]; });
  std::string result;
  for (const std::size_t site : sites) {
    result +=
        (result.empty() ? "" : ", ") + report.territory.sites.name[site] + " " + std::to_string(practitioners[site]);
  }
  return result;
}

std::string balance_text(const PractitionerPlanReport& report, const Language& language) {
  const auto line = [&](const Message& text) { return language.text(text) + "\n"; };
  const auto& plan = report.plan;
  const auto& all = plan.change.group(access::PeopleGroup::all);
  const PlanFigures& figures = plan.frontier.back().figures;
  std::string result = line(message("How many where: {0}", places_line(report)));
  result +=
      line(message("Under 2.5 today: {0} of {1} inhabitants, {2} of them in priority sectors; after: {3} and {4}.",
                   DecimalArgument{plan.people_under, 0}, DecimalArgument{plan.people, 0},
                   DecimalArgument{plan.priority_under, 0}, DecimalArgument{plan.people_under - figures.lifted, 0},
                   DecimalArgument{plan.priority_under - figures.priority_lifted, 0}));
  result += line(message("Mean time to the nearest practitioner: {0} min today, {1} min after.",
                         DecimalArgument{plan.today.mean_minutes, 2}, DecimalArgument{figures.mean_minutes, 2}));
  result +=
      line(message("Access rises for {0} inhabitants and falls for {1}: new practitioners take nobody else’s away.",
                   DecimalArgument{all.gaining, 0}, DecimalArgument{all.losing, 0}));
  std::string names;
  for (const std::size_t c : left_behind(report)) {
    names += (names.empty() ? "" : ", ") + report.territory.communes.name[c] + " (" +
             language.number(plan.change.communes[c].after, 2) + ")";
  }
  result += names.empty() ? line(message("No commune stays under 2.5."))
                          : line(message("Communes that stay under 2.5: {0}", names));
  return result;
}

ordered_json figures_json(const PlanFigures& figures) {
  return {
      {"lifted", figures.lifted}, {"priority_lifted", figures.priority_lifted}, {"mean_minutes", figures.mean_minutes}};
}

ordered_json step_json(const PractitionerPlanReport& report, const PlanStep& step, const PlanStep& greedy) {
  ordered_json sites = ordered_json::object();
  for (std::size_t site = 0; site < step.practitioners.size(); ++site) {
    if (step.practitioners[site] > 0) sites[report.territory.sites.id[site]] = step.practitioners[site];
  }
  ordered_json json = {{"doctors", placed(step.practitioners)},
                       {"objective", report.plan.objective_of(step.figures)},
                       {"bound", step.bound},
                       {"status", step.proven ? "optimal" : "stopped"},
                       {"gap", report.plan.gap(step)}};
  json.update(figures_json(step.figures));
  json["greedy"] = figures_json(greedy.figures);
  json["sites"] = std::move(sites);
  return json;
}

ordered_json left_behind_json(const PractitionerPlanReport& report) {
  ordered_json rows = ordered_json::array();
  for (const std::size_t c : left_behind(report)) {
    const auto& change = report.plan.change.communes[c];
    rows.push_back({{"id", report.territory.communes.code[c]},
                    {"name", report.territory.communes.name[c]},
                    {"accessibility", change.after.value()},
                    {"under", change.crossings.front().under_after}});
  }
  return rows;
}

}  // namespace

std::string practitioner_plan_text(const PractitionerPlanReport& report, const Language& language) {
  const TerritoryAccessibilityReport basis{report.territory, report.access, "apl", report.decay, report.travel};
  return language.text(message("{0}: the next {1} general practitioners, {2}", report.territory.name,
                               placed(report.plan.frontier.back().practitioners),
                               language.text(objective_label(report.plan.objective)))) +
         "\n\n" + order_table(report, language) + "\n" + balance_text(report, language) + "\n" +
         language.text(
             "Every number of practitioners has its own best plan; beside it the greedy choice, which takes "
             "the best site each time:") +
         "\n" + frontier_table(report, language) + "\n" + access_basis(basis, language);
}

io::FeatureTable practitioner_plan_features(const PractitionerPlanReport& report) {
  const auto& sites = report.territory.sites;
  const Practitioners& practitioners = report.plan.frontier.back().practitioners;
  io::FeatureTable table;
  table.name = "practitioner_plan";
  table.crs_epsg = report.territory.crs_epsg;
  table.kind = io::GeometryKind::point;
  std::vector<std::string> id;
  std::vector<std::string> name;
  std::vector<std::string> commune;
  std::vector<Quantity> count;
  std::vector<Quantity> filled;
  for (std::uint32_t site = 0; site < practitioners.size(); ++site) {
    if (practitioners[site] == 0) continue;
    id.push_back(sites.id[site]);
    name.push_back(sites.name[site]);
    commune.push_back(sites.commune_code[site]);
    count.emplace_back(static_cast<double>(practitioners[site]));
    const auto first = std::find(report.plan.order.begin(), report.plan.order.end(), site);
    filled.emplace_back(static_cast<double>(first - report.plan.order.begin() + 1));
    table.points.push_back(sites.position[site]);
  }
  table.resize(id.size());
  table.add_text("id", std::move(id));
  table.add_text("name", std::move(name));
  table.add_text("commune", std::move(commune));
  table.add_integers("practitioners", count);
  table.add_integers("filled", filled);
  return table;
}

ordered_json practitioner_plan_json(const PractitionerPlanReport& report, const Language& language) {
  const auto& plan = report.plan;
  const auto& sites = report.territory.sites;
  const PlanStep& last = plan.frontier.back();
  ordered_json places = ordered_json::array();
  for (std::size_t site = 0; site < last.practitioners.size(); ++site) {
    if (last.practitioners[site] == 0) continue;
    places.push_back({{"site", sites.id[site]},
                      {"name", sites.name[site]},
                      {"commune", sites.commune_code[site]},
                      {"practitioners", last.practitioners[site]}});
  }
  ordered_json order = ordered_json::array();
  for (std::size_t k = 0; k < plan.order.size(); ++k) {
    ordered_json row = {{"site", sites.id[plan.order[k]]}};
    row.update(figures_json(plan.filled[k]));
    order.push_back(std::move(row));
  }
  ordered_json frontier = ordered_json::array();
  for (std::size_t k = 0; k < plan.frontier.size(); ++k) {
    frontier.push_back(step_json(report, plan.frontier[k], plan.greedy[k]));
  }
  return {{"territory", {{"name", report.territory.name}, {"code", report.territory.code}}},
          {"objective", planning::plan_objective_keys[static_cast<std::size_t>(plan.objective)]},
          {"doctors", placed(last.practitioners)},
          {"status", last.proven ? "optimal" : "stopped"},
          {"gap", plan.gap(last)},
          {"decay", report.decay},
          {"travel_times", language.text(report.travel)},
          {"people", plan.people},
          {"under_before", plan.people_under},
          {"under_after", plan.people_under - last.figures.lifted},
          {"people_losing", plan.change.group(access::PeopleGroup::all).losing},
          {"plan", std::move(places)},
          {"order", std::move(order)},
          {"frontier", std::move(frontier)},
          {"left_behind", left_behind_json(report)}};
}

}  // namespace ancrage::report

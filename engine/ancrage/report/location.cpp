// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/location.hpp"

#include "ancrage/report/text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace ancrage::report {

namespace {

using nlohmann::ordered_json;
using planning::none;
using Align = TextTable::Align;

// Of each demand place what it costs to its place; missing without one.
std::vector<Quantity> assigned_costs(const planning::LocationProblem& problem,
                                     const std::vector<std::uint32_t>& assignment) {
  std::vector<Quantity> result(problem.demands(), Quantity::missing());
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    const auto places = problem.costs.places_of(i);
    const auto at = std::find(places.begin(), places.end(), assignment[i]);
    if (at != places.end()) result[i] = problem.costs.costs_of(i)[static_cast<std::size_t>(at - places.begin())];
  }
  return result;
}

Message objective_message(const LocationReport& report) {
  const double objective = report.solution.objective;
  switch (report.model) {
    case LocationModel::p_median:
      return message("Sum of people × cost: {0}", DecimalArgument{objective, 2});
    case LocationModel::maximal_covering:
      return message("People covered: {0}", DecimalArgument{objective, 0});
    case LocationModel::p_center:
      return message("Least radius that covers everybody: {0}", DecimalArgument{objective, 2});
    case LocationModel::set_covering:
      break;
  }
  return message("Least number of places that cover everybody: {0}", DecimalArgument{objective, 0});
}

std::string places_table(const LocationReport& report, const std::vector<std::uint32_t>& assignment,
                         const Language& language) {
  const auto& problem = report.problem;
  const std::vector<Quantity> cost = assigned_costs(problem, assignment);
  struct Served {
    double people = 0.0;
    double cost = 0.0;
    double farthest = 0.0;
  };
  std::vector<Served> served(problem.places());
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    if (assignment[i] == none || !(problem.people[i] > 0)) continue;
    Served& place = served[assignment[i]];
    place.people += problem.people[i];
    place.cost += problem.people[i] * cost[i].value();
    place.farthest = std::max(place.farthest, cost[i].value());
  }
  TextTable table({{language.text("Open place")},
                   {language.text("People served"), Align::right},
                   {language.text("Mean cost"), Align::right},
                   {language.text("Farthest"), Align::right},
                   {language.text("Fixed")}});
  for (const std::uint32_t place : report.solution.open) {
    const Served& of = served[place];
    const auto shown = [&](double value) { return of.people > 0 ? Quantity(value) : Quantity::missing(); };
    table.add_row({problem.place_id[place], language.number(of.people, 0),
                   language.number(shown(of.cost / of.people), 2), language.number(shown(of.farthest), 2),
                   problem.fixed[place] != 0 ? language.text("yes") : std::string()});
  }
  return table.text();
}

}  // namespace

std::vector<std::uint32_t> LocationReport::assignment() const {
  return planning::nearest_open(problem, solution.open, radius);
}

std::string location_text(const LocationReport& report, const Language& language) {
  const auto assignment = report.assignment();
  const auto line = [&](const Message& text) { return language.text(text) + "\n"; };
  std::string result = places_table(report, assignment, language) + "\n" + line(objective_message(report));
  result += report.solution.proven ? line(message("Proven optimum; of several equal ones, the same at every run."))
                                   : line(message("The time ran out: no set is better by more than {0} %.",
                                                  DecimalArgument{100 * report.solution.gap(), 3}));
  double people = 0.0;
  for (const double count : report.problem.people) people += count;
  const double served = planning::served_people(report.problem, assignment);
  if (std::isfinite(report.radius)) {
    result += line(message("{0} of {1} people have an open place within {2}.", DecimalArgument{served, 0},
                           DecimalArgument{people, 0}, fmt::format("{}", report.radius)));
  }
  return result;
}

io::FeatureTable location_features(const LocationReport& report) {
  const auto assignment = report.assignment();
  std::vector<std::string> place;
  for (const std::uint32_t at : assignment) {
    place.push_back(at == none ? std::string() : report.problem.place_id[at]);
  }
  std::vector<Quantity> people(report.problem.people.begin(), report.problem.people.end());
  io::FeatureTable table;
  table.name = "location";
  table.resize(report.problem.demands());
  table.add_text("id", report.problem.demand_id);
  table.add_reals("population", people);
  table.add_text("place", std::move(place));
  table.add_reals("cost", assigned_costs(report.problem, assignment));
  return table;
}

ordered_json location_json(const LocationReport& report) {
  const auto assignment = report.assignment();
  ordered_json open = ordered_json::array();
  for (const std::uint32_t place : report.solution.open) open.push_back(report.problem.place_id[place]);
  ordered_json assigned = ordered_json::object();
  for (std::size_t i = 0; i < assignment.size(); ++i) {
    assigned[report.problem.demand_id[i]] =
        assignment[i] == none ? ordered_json(nullptr) : ordered_json(report.problem.place_id[assignment[i]]);
  }
  return {{"model", location_model_keys[static_cast<std::size_t>(report.model)]},
          {"p", report.solution.open.size()},
          {"objective", report.solution.objective},
          {"status", report.solution.proven ? "optimal" : "stopped"},
          {"gap", report.solution.gap()},
          {"open", std::move(open)},
          {"covered", planning::served_people(report.problem, assignment)},
          {"assignment", std::move(assigned)}};
}

}  // namespace ancrage::report

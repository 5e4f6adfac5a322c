// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/decision_input.hpp"

#include <algorithm>

namespace ancrage::assessment {

namespace {

using decision::DecisionTable;
using decision::Direction;
using territory::Territory;
using Points = std::vector<std::pair<double, double>>;

bool rises(const Points& points) {
  return std::is_sorted(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
}

bool falls(const Points& points) {
  return std::is_sorted(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

DecisionTable empty_table(const Territory& territory, const Assessment& assessment, Score which) {
  DecisionTable table;
  table.ids = territory.sites.id;
  const auto [first, last] = criteria_of(assessment, which);
  for (std::size_t k = first; k < last; ++k) table.criteria.push_back(assessment.criteria[k].id);
  table.directions.assign(last - first, Direction::maximise);
  table.bounds.assign(last - first, {0.0, 1.0});
  table.values.reserve(table.rows() * table.columns());
  return table;
}

Quantity utility_of(const Contribution& cell) { return cell.value.is_number() ? Quantity(cell.utility) : cell.value; }

}  // namespace

std::vector<decision::ValueFunction> value_functions(const Assessment& assessment, Score which) {
  const auto [first, last] = criteria_of(assessment, which);
  std::vector<decision::ValueFunction> functions;
  for (std::size_t k = first; k < last; ++k) functions.emplace_back(assessment.criteria[k].value);
  return functions;
}

DecisionTable utility_table(const Territory& territory, const Assessment& assessment, Score which) {
  DecisionTable table = empty_table(territory, assessment, which);
  const auto [first, last] = criteria_of(assessment, which);
  for (std::size_t site = 0; site < table.rows(); ++site) {
    for (std::size_t k = first; k < last; ++k) table.values.push_back(utility_of(assessment.at(site, k)));
  }
  return table;
}

DecisionTable utility_table_in(const Territory& territory, const Assessment& assessment, Score which) {
  std::vector<std::size_t> rows;
  for (std::size_t site = 0; site < territory.sites.size(); ++site) {
    if (assessment.is_in(site)) rows.push_back(site);
  }
  return decision::with_rows(utility_table(territory, assessment, which), rows);
}

DecisionTable decision_table(const Territory& territory, const Assessment& assessment, Score which) {
  DecisionTable table = empty_table(territory, assessment, which);
  const auto [first, last] = criteria_of(assessment, which);
  const auto has_direction = [&](std::size_t k) {
    const Points& points = assessment.criteria[k].value;
    return points.size() > 1 && (rises(points) || falls(points));
  };
  for (std::size_t k = first; k < last; ++k) {
    const Points& points = assessment.criteria[k].value;
    if (!has_direction(k)) continue;
    table.bounds[k - first] = {points.front().first, points.back().first};
    if (points.back().second < points.front().second) table.directions[k - first] = Direction::minimise;
  }
  for (std::size_t site = 0; site < table.rows(); ++site) {
    for (std::size_t k = first; k < last; ++k) {
      const Contribution& cell = assessment.at(site, k);
      const auto [low, high] = table.bounds[k - first];
      const bool raw = cell.value.is_number() && has_direction(k);
      table.values.push_back(raw ? Quantity(std::clamp(cell.value.value(), low, high)) : utility_of(cell));
    }
  }
  return table;
}

}  // namespace ancrage::assessment

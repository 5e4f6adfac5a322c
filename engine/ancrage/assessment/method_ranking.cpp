// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/method_ranking.hpp"

#include "ancrage/assessment/decision_input.hpp"
#include "ancrage/decision/weighted_sum.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::assessment {

namespace {

using decision::DecisionTable;
using decision::Method;

// The rows that the method can take: all, or those with every value.
std::vector<std::size_t> usable_rows(const DecisionTable& table, Method method) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto values = table.row(row);
    const bool whole =
        std::all_of(values.begin(), values.end(), [](const Quantity& value) { return value.is_number(); });
    if (whole || method != Method::topsis) rows.push_back(row);
  }
  return rows;
}

DecisionTable with_rows(const DecisionTable& table, const std::vector<std::size_t>& rows) {
  DecisionTable result{{}, table.criteria, {}, table.directions, table.bounds};
  for (const std::size_t row : rows) {
    result.ids.push_back(table.ids[row]);
    const auto values = table.row(row);
    result.values.insert(result.values.end(), values.begin(), values.end());
  }
  return result;
}

std::vector<decision::Preference> proportional(const DecisionTable& table) {
  std::vector<decision::Preference> preferences;
  for (const auto& [low, high] : table.bounds) {
    preferences.push_back({.shape = decision::PreferenceShape::v_shape, .p = high - low});
  }
  return preferences;
}

}  // namespace

MethodRanking method_ranking(const territory::Territory& territory, const Assessment& assessment, Score which,
                             Method method, std::stop_token stop) {
  const DecisionTable all = decision_table(territory, assessment, which);
  const std::vector<std::size_t> rows = usable_rows(all, method);
  MethodRanking result{method, std::vector<Quantity>(all.rows()), {}, std::vector<std::size_t>(all.rows(), 0), {}};
  if (!rows.empty()) {
    const DecisionTable table = with_rows(all, rows);
    const auto ranked =
        decision::rank_alternatives(table, score_weights(assessment, which),
                                    {.method = method, .preferences = proportional(table), .stop = std::move(stop)});
    const auto ranks = decision::ranks_of(ranked);
    for (const std::size_t i : ranked.order) result.order.push_back(rows[i]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      result.scores[rows[i]] = ranked.scores[i];
      result.rank[rows[i]] = ranks[i];
    }
  }
  for (std::size_t row = 0; row < all.rows(); ++row) {
    if (std::binary_search(rows.begin(), rows.end(), row)) continue;
    result.order.push_back(row);
    result.left_out.push_back(territory.sites.name[row]);
  }
  return result;
}

}  // namespace ancrage::assessment

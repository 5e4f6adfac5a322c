// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/method_ranking.hpp"

#include "ancrage/assessment/decision_input.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace ancrage::assessment {

namespace {

using decision::DecisionTable;
using decision::Method;

bool lacks_value(std::span<const Quantity> values) {
  return !std::all_of(values.begin(), values.end(), [](const Quantity& value) { return value.is_number(); });
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
  MethodRanking result{method, std::vector<Quantity>(all.rows()), {}, std::vector<std::size_t>(all.rows(), 0), {}};
  std::vector<std::size_t> rows;
  std::vector<std::size_t> others;
  for (std::size_t row = 0; row < all.rows(); ++row) {
    const bool incomplete = method == Method::topsis && lacks_value(all.row(row));
    if (incomplete) result.left_out.push_back(territory.sites.name[row]);
    (incomplete || !assessment.is_in(row) ? others : rows).push_back(row);
  }
  if (!rows.empty()) {
    const DecisionTable table = decision::with_rows(all, rows);
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
  result.order.insert(result.order.end(), others.begin(), others.end());
  return result;
}

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/method.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/decision/spotis.hpp"
#include "ancrage/decision/topsis.hpp"
#include "ancrage/decision/weighted_sum.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ancrage::decision {

namespace {

void sum_weighted(const DecisionTable& table, std::span<const double> weights, const MethodOptions& options,
                  MethodResult& result) {
  const std::vector<double> shares = weight_shares(weights, table.columns());
  const DecisionTable utility = weighted_utilities(table, options);
  std::vector<double> points(table.columns());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const WeightedSum sum = weighted_sum(utility.row(row), shares, points);
    result.scores.push_back(sum.score);
    result.weight_share.push_back(sum.weight_share);
  }
}

std::vector<double> closeness(const DecisionTable& table, std::span<const double> weights,
                              const MethodOptions& options) {
  if (!options.normalisation) return topsis(table, weights);
  return topsis(utilities(table, *options.normalisation), weights, TopsisScale::none);
}

std::vector<double> net_flows(const DecisionTable& table, std::span<const double> weights,
                              const MethodOptions& options) {
  const std::vector<Preference> usual(table.columns());
  const Flows flows =
      promethee2(table, weights, options.preferences.empty() ? usual : options.preferences, options.stop);
  std::vector<double> net;
  for (std::size_t row = 0; row < table.rows(); ++row) net.push_back(flows.net(row));
  return net;
}

}  // namespace

std::string_view method_key(Method method) { return method_keys[static_cast<std::size_t>(method)]; }

Method parse_method(std::string_view key) {
  const auto found = std::find(method_keys.begin(), method_keys.end(), key);
  if (found != method_keys.end()) return static_cast<Method>(found - method_keys.begin());
  throw Error(ErrorCode::usage, message("There is no method “{0}”", key), "--method",
              message("there are: {0}", fmt::format("{}", fmt::join(method_keys, ", "))));
}

Normalisation used_normalisation(const DecisionTable& table, const MethodOptions& options) {
  return options.normalisation.value_or(table.bounds.empty() ? Normalisation::min_max : Normalisation::bounds);
}

DecisionTable weighted_utilities(const DecisionTable& table, const MethodOptions& options) {
  if (!options.functions.empty()) return utilities(table, options.functions);
  return utilities(table, used_normalisation(table, options));
}

bool smaller_is_better(Method method) { return method == Method::spotis; }

MethodResult rank_alternatives(const DecisionTable& table, std::span<const double> weights,
                               const MethodOptions& options) {
  check_table(table);
  MethodResult result;
  switch (options.method) {
    case Method::weighted_sum:
      sum_weighted(table, weights, options, result);
      break;
    case Method::topsis:
      for (const double score : closeness(table, weights, options)) result.scores.emplace_back(score);
      break;
    case Method::promethee2:
      for (const double score : net_flows(table, weights, options)) result.scores.emplace_back(score);
      break;
    case Method::spotis:
      result.scores = spotis(table, weights);
      break;
  }
  std::vector<Quantity> better = result.scores;
  if (smaller_is_better(options.method)) {
    for (Quantity& score : better) score = score.is_number() ? Quantity(-score.value()) : score;
  }
  result.order = ranking(better, table.ids);
  return result;
}

std::vector<std::size_t> ranks_of(const MethodResult& result) {
  std::vector<std::size_t> ranks(result.scores.size(), 0);
  for (std::size_t place = 0; place < result.order.size(); ++place) {
    if (result.scores[result.order[place]].is_number()) ranks[result.order[place]] = place + 1;
  }
  return ranks;
}

}  // namespace ancrage::decision

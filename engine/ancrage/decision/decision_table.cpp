// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/decision_table.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/decision/value_function.hpp"
#include "ancrage/decision/weighted_sum.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ancrage::decision {

namespace {

// The table with utilities still to be filled in.
DecisionTable utility_table(const DecisionTable& table) {
  return {.ids = table.ids,
          .criteria = table.criteria,
          .values = std::vector<Quantity>(table.values.size()),
          .directions = std::vector<Direction>(table.columns(), Direction::maximise),
          .bounds = std::vector<Interval>(table.columns())};
}

double linear_utility(double value, Interval ends, Direction direction) {
  if (!(ends.high > ends.low)) return 1.0;
  const double way = std::clamp((value - ends.low) / (ends.high - ends.low), 0.0, 1.0);
  return direction == Direction::maximise ? way : 1.0 - way;
}

}  // namespace

DecisionTable with_rows(const DecisionTable& table, std::span<const std::size_t> rows) {
  DecisionTable result{{}, table.criteria, {}, table.directions, table.bounds};
  for (const std::size_t row : rows) {
    result.ids.push_back(table.ids[row]);
    const auto values = table.row(row);
    result.values.insert(result.values.end(), values.begin(), values.end());
  }
  return result;
}

void check_table(const DecisionTable& table) {
  if (table.rows() == 0) throw Error(ErrorCode::wrong_input, message("The decision table has no alternative"));
  if (table.columns() == 0) throw Error(ErrorCode::wrong_input, message("The decision table has no criterion"));
  if (table.values.size() != table.rows() * table.columns() || table.directions.size() != table.columns() ||
      (!table.bounds.empty() && table.bounds.size() != table.columns())) {
    throw Error(ErrorCode::wrong_input, message("The parts of the decision table differ in size"));
  }
  for (std::size_t i = 0; i < table.values.size(); ++i) {
    if (!table.values[i].is_number() || std::isfinite(table.values[i].value())) continue;
    throw Error(ErrorCode::wrong_input, message("A value of the decision table is not finite"),
                table.ids[i / table.columns()] + ", " + table.criteria[i % table.columns()]);
  }
  for (std::size_t k = 0; k < table.bounds.size(); ++k) {
    const auto [low, high] = table.bounds[k];
    if (std::isfinite(low) && std::isfinite(high) && low < high) continue;
    throw Error(ErrorCode::wrong_input, message("The low bound is not below the high one"), table.criteria[k],
                message("give two numbers, the lower first"));
  }
}

std::vector<double> weight_shares(std::span<const double> weights, std::size_t criteria) {
  if (weights.size() != criteria) {
    throw Error(ErrorCode::wrong_input, message("{0} weights were given for {1} criteria", weights.size(), criteria));
  }
  check_weights(weights);
  const double whole = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> shares(weights.begin(), weights.end());
  for (double& share : shares) share /= whole;
  return shares;
}

std::vector<Interval> value_ranges(const DecisionTable& table) {
  std::vector<Interval> ranges(table.columns(), {std::nan(""), std::nan("")});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t k = 0; k < table.columns(); ++k) {
      if (!table.at(row, k).is_number()) continue;
      ranges[k].low = std::fmin(ranges[k].low, table.at(row, k).value());
      ranges[k].high = std::fmax(ranges[k].high, table.at(row, k).value());
    }
  }
  return ranges;
}

ValueFunction linear_function(Interval ends, Direction direction) {
  const double at_low = direction == Direction::maximise ? 0.0 : 1.0;
  std::vector<std::pair<double, double>> points{{ends.low, at_low}, {ends.high, 1.0 - at_low}};
  if (!(ends.high > ends.low)) points = {{ends.low, 1.0}};
  return ValueFunction(points);
}

DecisionTable utilities(const DecisionTable& table, Normalisation normalisation) {
  if (normalisation == Normalisation::bounds && table.bounds.empty()) {
    throw Error(ErrorCode::wrong_input, message("The criteria have no bounds"), {},
                message("state the bounds of every criterion, or normalise by the least and greatest value"));
  }
  const std::vector<Interval> ends = normalisation == Normalisation::bounds ? table.bounds : value_ranges(table);
  DecisionTable result = utility_table(table);
  for (std::size_t i = 0; i < table.values.size(); ++i) {
    const std::size_t k = i % table.columns();
    const Quantity& value = table.values[i];
    result.values[i] =
        value.is_number() ? Quantity(linear_utility(value.value(), ends[k], table.directions[k])) : value;
  }
  return result;
}

DecisionTable utilities(const DecisionTable& table, std::span<const ValueFunction> functions) {
  if (functions.size() != table.columns()) {
    throw Error(ErrorCode::wrong_input,
                message("{0} value functions were given for {1} criteria", functions.size(), table.columns()));
  }
  DecisionTable result = utility_table(table);
  for (std::size_t i = 0; i < table.values.size(); ++i) {
    const Quantity& value = table.values[i];
    result.values[i] = value.is_number() ? Quantity(functions[i % table.columns()](value.value())) : value;
  }
  return result;
}

}  // namespace ancrage::decision

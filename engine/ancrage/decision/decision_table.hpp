// SPDX-License-Identifier: Apache-2.0
// What every method of this room reads: alternatives x criteria, the direction of each criterion, and its bounds where
// they are stated.
#pragma once

#include "ancrage/base/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ancrage::decision {

class ValueFunction;

enum class Direction : std::uint8_t { maximise, minimise };

// A closed range: of raw values, or of the share that a criterion has of the whole weight.
struct Interval {
  double low = 0.0;
  double high = 1.0;
  bool operator==(const Interval&) const = default;
};

struct DecisionTable {
  std::vector<std::string> ids;       // alternatives
  std::vector<std::string> criteria;  // names
  std::vector<Quantity> values;       // alternatives x criteria, row by row
  std::vector<Direction> directions;  // one a criterion
  std::vector<Interval> bounds;       // one a criterion, or none at all: not stated

  std::size_t rows() const { return ids.size(); }
  std::size_t columns() const { return criteria.size(); }
  const Quantity& at(std::size_t row, std::size_t column) const { return values[row * columns() + column]; }
  std::span<const Quantity> row(std::size_t row) const { return {values.data() + row * columns(), columns()}; }
};

// Only these alternatives, in that order.
DecisionTable with_rows(const DecisionTable& table, std::span<const std::size_t> rows);

// Throws Error(wrong_input) when there is no alternative or no criterion, when sizes do not fit, a number or a bound is
// not finite, or a low bound is not below its high one. The methods of this room trust a checked table.
void check_table(const DecisionTable& table);

// Weights divided by their sum. Throws what check_weights throws (weighted_sum.hpp), and wrong_input on another number
// of weights than criteria.
std::vector<double> weight_shares(std::span<const double> weights, std::size_t criteria);

// Least and greatest known value of each criterion; both NaN where no value is known.
std::vector<Interval> value_ranges(const DecisionTable& table);

// What values are measured against before they are weighted. `bounds`: the stated ones, so that other alternatives
// never change an alternative's utility. `min_max`: the least and greatest value in the table.
enum class Normalisation : std::uint8_t { bounds, min_max };

// From 0 at the worse to 1 at the better end; 1 everywhere when the ends are the same. The ends must be finite.
ValueFunction linear_function(Interval ends, Direction direction);

// The same alternatives with utilities instead of values, all to be maximised, bounds 0..1: the share of the way from
// the worse to the better end, clipped to 0..1. A criterion on which all alternatives are alike (min_max) is 1 for all.
// Missing values stay missing. Throws wrong_input when bounds are asked for and not stated.
DecisionTable utilities(const DecisionTable& table, Normalisation normalisation);
// By value functions, one a criterion; directions and bounds of the table play no part.
DecisionTable utilities(const DecisionTable& table, std::span<const ValueFunction> functions);

}  // namespace ancrage::decision

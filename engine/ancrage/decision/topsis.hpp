// SPDX-License-Identifier: Apache-2.0
// TOPSIS (Hwang & Yoon 1981, as in Tzeng & Huang 2011): how near an alternative is to the best weighted value of every
// criterion and how far from the worst. Both are taken from the table, so another alternative can change the order of
// the others.
#pragma once

#include "ancrage/decision/decision_table.hpp"

#include <span>
#include <vector>

namespace ancrage::decision {

// What values become before they are weighted: divided by the length of their column, or left alone (a table of
// utilities()).
enum class TopsisScale : std::uint8_t { vector, none };

// d⁻ / (d⁺ + d⁻) of each alternative, 0..1, greater is better; d⁺ and d⁻ are the Euclidean distances to the ideal and
// the anti-ideal. 1 for all when these are the same point. Throws what weight_shares() throws, and wrong_input naming
// alternative and criterion where a value is missing: a distance needs every coordinate.
std::vector<double> topsis(const DecisionTable& table, std::span<const double> weights,
                           TopsisScale scale = TopsisScale::vector);

}  // namespace ancrage::decision

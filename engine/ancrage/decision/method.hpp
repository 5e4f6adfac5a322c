// SPDX-License-Identifier: Apache-2.0
// One way to call any of the methods that rank the alternatives of a decision table.
#pragma once

#include "ancrage/decision/decision_table.hpp"
#include "ancrage/decision/promethee.hpp"
#include "ancrage/decision/value_function.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace ancrage::decision {

enum class Method : std::uint8_t { weighted_sum, topsis, promethee2, spotis };
inline constexpr std::array<std::string_view, 4> method_keys{"weighted-sum", "topsis", "promethee2", "spotis"};
std::string_view method_key(Method method);
// Throws Error(usage) naming the methods there are.
Method parse_method(std::string_view key);

struct MethodOptions {
  Method method = Method::weighted_sum;
  // Weighted sum: against the bounds where they are stated, else against the least and greatest value. TOPSIS: the
  // length of the columns when none is asked for. The two others take no part in it.
  std::optional<Normalisation> normalisation{};
  std::vector<ValueFunction> functions{};  // of the weighted sum, one a criterion, instead of a normalisation
  std::vector<Preference> preferences{};   // of PROMETHEE II, one a criterion; empty: usual
  std::stop_token stop{};
};

// What the weighted sum measures values against under these options.
Normalisation used_normalisation(const DecisionTable& table, const MethodOptions& options);

// The utilities that the weighted sum weighs under these options.
DecisionTable weighted_utilities(const DecisionTable& table, const MethodOptions& options);

struct MethodResult {
  std::vector<Quantity> scores;      // weighted sum 0..100, closeness 0..1, net flow -1..1, distance 0..1
  std::vector<std::size_t> order;    // positions, best first; equal ones by id, those without a score last
  std::vector<double> weight_share;  // weighted sum: share of the weight that rests on a value; else empty
};

// Whether less is better: distances.
bool smaller_is_better(Method method);

// Throws what the method throws, and what check_table() throws.
MethodResult rank_alternatives(const DecisionTable& table, std::span<const double> weights,
                               const MethodOptions& options = {});

// Ranks of the alternatives, from 1; 0 without a score.
std::vector<std::size_t> ranks_of(const MethodResult& result);

}  // namespace ancrage::decision

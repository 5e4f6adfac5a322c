// SPDX-License-Identifier: Apache-2.0
// SPOTIS (Dezert, Tchamova, Han & Tacnet 2020): distance to the ideal point of the stated bounds. No alternative plays
// a part in the distance of another, so none that comes or goes reverses the order of the others.
#pragma once

#include "ancrage/decision/decision_table.hpp"

#include <span>
#include <vector>

namespace ancrage::decision {

// Σ w |x - x*| / (high - low) of each alternative, 0..1, smaller is better; x* is the better bound. Over the criteria
// that have a value, their weights made whole; missing where none of positive weight has one. Throws what
// weight_shares() throws, and wrong_input when bounds are not stated or a value lies outside them (naming alternative
// and criterion).
std::vector<Quantity> spotis(const DecisionTable& table, std::span<const double> weights);

}  // namespace ancrage::decision

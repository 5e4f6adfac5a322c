// SPDX-License-Identifier: Apache-2.0
// The criteria settings that the builder writes into a new territory.toml: weights and value functions to start from,
// edited by whoever answers for the ranking.
#pragma once

#include <string>

namespace ancrage::territory {

// TOML tables [need.*] and [attractiveness.*], with a comment that explains them.
std::string default_criteria_toml();

}  // namespace ancrage::territory

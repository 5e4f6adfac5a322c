// SPDX-License-Identifier: Apache-2.0
// The plain tables of the locate command: comma-separated text with a header, columns in any order, others left alone.
// Demand `id,population`, costs `from,to,cost` from demand places to places that may open, one row a pair; a pair that
// is not there is out of reach.
#pragma once

#include "ancrage/planning/location_problem.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ancrage::planning {

struct LocationChoice {
  std::optional<std::vector<std::string>> candidates{};  // ids that may open; none: all that have costs
  std::vector<std::string> fixed{};                      // open in any case, among the candidates or not
};

// Places in the order of their ids. Throws Error: unreadable_input, or wrong_input naming file, row (from 1, below the
// header) and column for a missing column, an id that is empty or unknown, an id or a pair that occurs twice, a cost
// that is no number or negative; and for candidates or fixed places without any cost.
LocationProblem read_location(const std::string& costs, const std::string& demand, const LocationChoice& choice = {});

}  // namespace ancrage::planning

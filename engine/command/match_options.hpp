// SPDX-License-Identifier: Apache-2.0
// The options of the match command, which two files share: match.cpp (plain tables) and match_territory.cpp.
#pragma once

#include "command/context.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace ancrage::command {

struct MatchOptions {
  std::string residents;
  std::string hospitals;

  std::string territory;
  std::string applicants;
  std::string places;
  std::string scenario;
  std::optional<std::uint32_t> capacity;
  std::size_t open = 0;
  std::string place_order = "suitability";
  double couple_minutes = 30.0;
  bool together = false;
  double secondary_minutes = 20.0;
  std::size_t top = 5;

  std::string optimal_for = "residents";  // or hospitals, applicants, places
  std::string method = "stable";
  std::string format;
  std::string output;

  bool for_places() const { return optimal_for == "hospitals" || optimal_for == "places"; }
};

// The format that was asked for, or that the output's name tells, or the table.
std::string match_format(const MatchOptions& options);

void run_territory_match(const MatchOptions& options, const Context& context);

}  // namespace ancrage::command

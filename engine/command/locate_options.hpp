// SPDX-License-Identifier: Apache-2.0
// The options of the locate command, of a territory and of plain tables.
#pragma once

#include "command/context.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::command {

struct LocateOptions {
  std::string costs;
  std::string demand;
  std::string model;
  std::optional<std::size_t> count;
  double radius = std::numeric_limits<double>::infinity();
  std::vector<std::string> fixed;
  std::vector<std::string> candidates;
  std::optional<double> seconds;
  std::string territory;
  std::size_t doctors = 20;
  std::string objective = "lifted";
  std::optional<std::size_t> most_per_place;
  std::string format;
  std::string output;
};

// The format that was asked for, or that the output's name tells, or the table.
std::string format_of(const LocateOptions& options);

void run_territory_locate(const LocateOptions& options, const Context& context);

}  // namespace ancrage::command

// SPDX-License-Identifier: Apache-2.0
// The options of the match command, of a territory and of plain tables.
#pragma once

#include "command/context.hpp"

#include <string>

namespace ancrage::command {

struct MatchOptions {
  std::string territory;
  std::string residents;
  std::string hospitals;
  std::string optimal_for = "residents";
  std::string method = "stable";
  std::string format;
  std::string output;
};

}  // namespace ancrage::command

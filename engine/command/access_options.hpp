// SPDX-License-Identifier: Apache-2.0
// The options of the access command, which two files share: access.cpp (plain tables) and access_territory.cpp.
#pragma once

#include "ancrage/access/apl.hpp"
#include "command/context.hpp"

#include <limits>
#include <string>
#include <vector>

namespace ancrage::command {

struct AccessOptions {
  std::string territory;
  std::string by = "commune";
  std::string scenario;  // path
  std::string supply;
  std::string practitioners;
  std::string demand;
  std::string times;
  std::string method = "apl";
  std::string decay;
  double max_minutes = std::numeric_limits<double>::infinity();
  std::string age_limit;
  access::SupplyRule rule;
  std::vector<std::string> consumption;
  std::vector<std::string> reference;
  std::vector<double> thresholds;
  std::string format;
  std::string output;
};

// Values by age class, in the order of the command line.
struct ByClass {
  std::vector<std::string> classes;
  std::vector<double> values;
};
// Reads "class=value" texts; throws Error(usage) naming the option.
ByClass parse_by_class(const std::vector<std::string>& texts, const std::string& option);

// The rule of --age-limit and --acts-…; throws Error(usage).
access::SupplyRule supply_rule(const AccessOptions& options);

void run_territory_access(const AccessOptions& options, const Context& context);

}  // namespace ancrage::command

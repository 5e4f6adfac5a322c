// SPDX-License-Identifier: Apache-2.0
// Scenarios on the command line: a file, options with the same power, or both.
#pragma once

#include "ancrage/access/scenario.hpp"
#include "command/context.hpp"

#include <CLI/App.hpp>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace ancrage::command {

// --scenario F; its value is the path.
void add_scenario_file_option(CLI::App& command, std::string& path, const Context& context);

struct ScenarioOptions {
  std::string file;
  std::array<std::vector<std::string>, access::change_keys.size()> changes;  // by kind, as written
  std::string time_factor;
  std::string decay;
};

// --scenario, one option for every kind of change (each may be given again and again), --time-factor, --decay.
void add_scenario_options(CLI::App& command, ScenarioOptions& options, const Context& context);

// The file's changes and those of the options; a time factor or decay of the options counts before the file's. Throws
// what read_scenario(), parse_change() and parse_decay() throw.
access::Scenario scenario_of(const ScenarioOptions& options);

}  // namespace ancrage::command

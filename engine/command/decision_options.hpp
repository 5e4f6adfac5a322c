// SPDX-License-Identifier: Apache-2.0
// What decide and robust have in common: a decision table of the user's own and what is said about its criteria.
#pragma once

#include "ancrage/decision/method.hpp"
#include "command/context.hpp"

#include <CLI/App.hpp>

#include <string>
#include <vector>

namespace ancrage::command {

struct DecisionOptions {
  std::string table;
  std::vector<std::string> weights;
  std::vector<std::string> minimise;
  std::vector<std::string> bounds;
  std::vector<std::string> values;
  std::string normalise;
};

// --table, --weights, --minimise, --bounds, --normalise, --value.
void add_decision_options(CLI::App& command, DecisionOptions& options, const Context& context);

struct DecisionProblem {
  decision::DecisionTable table;
  std::vector<double> weights;        // as given; 1 each when none was
  std::vector<std::string> left_out;  // columns without a weight
  decision::MethodOptions method;     // of the weighted sum; preferences are the caller's
};

// Reads the table, with the criteria that have a weight (all of them, alike, when none is given). Throws usage on an
// option that is no such thing or names no criterion, and what plain_decision_table() throws.
DecisionProblem decision_problem(const DecisionOptions& options);

// One line on standard error when columns were left out.
void note_left_out(const DecisionProblem& problem, const Language& language);

// "a=linear:1:2" for one criterion, "linear:1:2" for all that have none of their own; usual where nothing is said. One
// a criterion. Throws usage.
std::vector<decision::Preference> parse_preferences(const std::vector<std::string>& texts,
                                                    const decision::DecisionTable& table);

}  // namespace ancrage::command

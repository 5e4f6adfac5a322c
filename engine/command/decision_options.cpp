// SPDX-License-Identifier: Apache-2.0
#include "command/decision_options.hpp"

#include "ancrage/assessment/plain_decision_table.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/decision/weighted_sum.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "command/named_values.hpp"

#include <fmt/format.h>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace ancrage::command {

namespace {

using decision::DecisionTable;
using decision::Interval;
using decision::Preference;
using decision::PreferenceShape;
using decision::ValueFunction;

// By label; NaN for columns without a weight.
std::vector<double> label_weights(const std::vector<std::string>& texts, std::span<const std::string> labels) {
  if (texts.empty()) return std::vector<double>(labels.size(), 1.0);
  std::vector<double> weights(labels.size(), std::nan(""));
  const Message form = message("write criterion=number,…");
  for (const std::string& text : texts) {
    const auto [name, value] = named_value(text, "--weights", form);
    const std::size_t k = criterion_position(name, labels, "--weights");
    const auto weight = number_of(value);
    if (!weight) throw Error(ErrorCode::usage, message("“{0}” is no weight", text), "--weights", form);
    if (!std::isnan(weights[k])) {
      throw Error(ErrorCode::usage, message("“{0}” has two weights", name), "--weights", form);
    }
    weights[k] = *weight;
  }
  return weights;
}

void set_bounds(const std::vector<std::string>& texts, DecisionTable& table) {
  if (texts.empty()) return;
  const Message form = message("write criterion=low:high,…");
  std::vector<bool> given(table.columns(), false);
  table.bounds.assign(table.columns(), {});
  for (const std::string& text : texts) {
    const auto [name, value] = named_value(text, "--bounds", form);
    const std::size_t k = criterion_position(name, table.criteria, "--bounds");
    const auto [low, high] = number_range(value, text, "--bounds", form);
    table.bounds[k] = {low, high};
    given[k] = true;
  }
  const auto without = std::find(given.begin(), given.end(), false);
  if (without == given.end()) return;
  throw Error(ErrorCode::usage,
              message("The criterion “{0}” has no bounds", table.criteria[std::size_t(without - given.begin())]),
              "--bounds", message("state the bounds of every criterion, or of none"));
}

ValueFunction parse_value_function(std::string_view value, const std::string& text) {
  const Message form = message("write criterion=value:utility,value:utility,… with rising values, utilities 0 to 1");
  std::vector<std::pair<double, double>> points;
  for (const std::string_view part : parts_of(value, ',')) {
    points.push_back(number_range(part, text, "--value", form));
  }
  try {
    return ValueFunction(points);
  } catch (const Error& error) {
    throw Error(ErrorCode::usage, error.message(), "--value " + text, form);
  }
}

// One a criterion, or none.
std::vector<ValueFunction> value_functions(const std::vector<std::string>& texts, const DecisionTable& table) {
  std::vector<std::optional<ValueFunction>> given(table.columns());
  for (const std::string& text : texts) {
    const auto [name, value] = named_value(text, "--value", message("write criterion=value:utility,…"));
    given[criterion_position(name, table.criteria, "--value")] = parse_value_function(value, text);
  }
  std::vector<ValueFunction> functions;
  if (texts.empty()) return functions;
  const std::vector<Interval> ends = table.bounds.empty() ? decision::value_ranges(table) : table.bounds;
  for (std::size_t k = 0; k < given.size(); ++k) {
    functions.push_back(given[k] ? *given[k] : decision::linear_function(ends[k], table.directions[k]));
  }
  return functions;
}

Preference parse_preference(std::string_view value, const std::string& text, const std::string& criterion) {
  const Message form = message(
      "write criterion=shape:thresholds with usual, u-shape:q, v-shape:p, level:q:p, "
      "linear:q:p or gaussian:s");
  const auto parts = parts_of(value, ':');
  Preference preference;
  bool known = false;
  for (std::size_t i = 0; i < decision::preference_shape_count && !known; ++i) {
    preference.shape = static_cast<PreferenceShape>(i);
    known = decision::preference_key(preference.shape) == parts.front();
  }
  std::vector<double> thresholds;
  for (std::size_t i = 1; i < parts.size(); ++i) thresholds.push_back(number_of(parts[i]).value_or(-1.0));
  if (!known || thresholds.size() != decision::threshold_count(preference.shape) ||
      std::any_of(thresholds.begin(), thresholds.end(), [](double threshold) { return threshold < 0; })) {
    throw Error(ErrorCode::usage, message("“{0}” is no preference function", text), "--preference", form);
  }
  if (preference.shape == PreferenceShape::u_shape) preference.q = thresholds[0];
  if (preference.shape == PreferenceShape::v_shape) preference.p = thresholds[0];
  if (preference.shape == PreferenceShape::gaussian) preference.s = thresholds[0];
  if (thresholds.size() == 2) {
    preference.q = thresholds[0];
    preference.p = thresholds[1];
  }
  decision::check_preference(preference, criterion);
  return preference;
}

}  // namespace

void add_decision_options(CLI::App& command, DecisionOptions& options, const Context& context) {
  command.add_option("--table", options.table, context.text("CSV: ids in the first column, then one a criterion"));
  command.add_option("--weights", options.weights, context.text("criterion=number,…; columns without are left out"))
      ->delimiter(',');
  command.add_option("--minimise", options.minimise, context.text("criteria of which less is better: a,b"))
      ->delimiter(',');
  command
      .add_option("--bounds", options.bounds,
                  context.text("the least and the greatest value that can be: criterion=low:high,…"))
      ->delimiter(',');
  command
      .add_option("--normalise", options.normalise,
                  context.text("against the bounds, or against the least and greatest value: bounds or min-max"))
      ->check(CLI::IsMember({"bounds", "min-max"}));
  command
      .add_option("--value", options.values,
                  context.text("value function of a weighted sum: criterion=value:utility,…; again for another one"))
      ->allow_extra_args(false);
}

DecisionProblem decision_problem(const DecisionOptions& options) {
  const io::DelimitedTable file = io::read_delimited(options.table);
  const std::vector<std::string> labels = assessment::criterion_labels(file);
  const std::vector<double> weights = label_weights(options.weights, labels);
  DecisionProblem problem;
  std::vector<std::string> used;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (std::isnan(weights[k])) {
      problem.left_out.push_back(labels[k]);
      continue;
    }
    used.push_back(labels[k]);
    problem.weights.push_back(weights[k]);
  }
  decision::check_weights(problem.weights);
  problem.table = assessment::plain_decision_table(file, used);
  for (const std::string& name : options.minimise) {
    problem.table.directions[criterion_position(name, used, "--minimise")] = decision::Direction::minimise;
  }
  set_bounds(options.bounds, problem.table);
  problem.method.functions = value_functions(options.values, problem.table);
  if (options.normalise == "bounds") problem.method.normalisation = decision::Normalisation::bounds;
  if (options.normalise == "min-max") problem.method.normalisation = decision::Normalisation::min_max;
  decision::check_table(problem.table);
  return problem;
}

void note_left_out(const DecisionProblem& problem, const Language& language) {
  if (problem.left_out.empty()) return;
  const Diagnostic note{Severity::note, {}, message("Columns have no weight and are left out"), problem.left_out};
  std::fprintf(stderr, "%s\n", report::diagnostic_line(note, language).c_str());
}

std::vector<Preference> parse_preferences(const std::vector<std::string>& texts, const DecisionTable& table) {
  Preference usual;
  std::vector<std::optional<Preference>> given(table.columns());
  for (const std::string& text : texts) {
    if (text.find('=') == std::string::npos) {
      usual = parse_preference(text, text, {});
      continue;
    }
    const auto [name, value] = named_value(text, "--preference", message("write criterion=shape:thresholds,…"));
    const std::size_t k = criterion_position(name, table.criteria, "--preference");
    given[k] = parse_preference(value, text, name);
  }
  std::vector<Preference> preferences;
  for (const auto& preference : given) preferences.push_back(preference.value_or(usual));
  return preferences;
}

}  // namespace ancrage::command

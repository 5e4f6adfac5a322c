// SPDX-License-Identifier: Apache-2.0
// What rank, explain and compare have in common: a territory, weights, a scenario, and the assessment they lead to.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/report/scenario.hpp"
#include "command/context.hpp"

#include <CLI/App.hpp>
#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ancrage::command {

struct AssessmentOptions {
  std::string territory;
  std::vector<std::string> weights;  // "gp_density=40" or "need.catchment_population=10"
  std::string scenario;              // path; empty: the territory as it is
};

struct LoadedAssessment {
  territory::Territory territory;
  assessment::Assessment assessment;
  std::optional<report::UsedScenario> scenario{};  // that the assessment is of
};

void add_assessment_options(CLI::App& command, AssessmentOptions& options, const Context& context);

// Loads, assesses, applies the weights. Throws usage when a weight is no "criterion=number" or names no criterion.
LoadedAssessment assess(const AssessmentOptions& options);

// What stands before a text that rests on a scenario, with a blank line after it; empty without one.
std::string scenario_heading(const LoadedAssessment& loaded, const Language& language);
// Sets "scenario", null without one.
void add_scenario(nlohmann::ordered_json& result, const LoadedAssessment& loaded, const Language& language);

}  // namespace ancrage::command

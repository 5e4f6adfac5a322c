// SPDX-License-Identifier: Apache-2.0
// What rank, explain and compare have in common: a territory, a profile, weights, limits, a scenario, and the
// assessment they lead to.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/assessment/profile.hpp"
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
  std::string profile;               // path or name; empty: none
  std::vector<std::string> within;   // "Alès=30"
  std::vector<std::string> partner;  // "Nîmes=45"; at most one
  std::vector<std::string> limits;   // "college=15"
  std::vector<std::string> weights;  // "gp_density=40" or "need.catchment_population=10"
  std::string scenario;              // path; empty: the territory as it is
};

struct LoadedAssessment {
  territory::Territory territory;
  assessment::Assessment assessment;
  std::optional<report::UsedScenario> scenario{};  // that the assessment is of
  assessment::Profile profile{};                   // applied; its limits with those of the options
};

// --profile, --within, --partner, --limit.
void add_limit_options(CLI::App& command, AssessmentOptions& options, const Context& context);
// These, the territory, --weights and --scenario.
void add_assessment_options(CLI::App& command, AssessmentOptions& options, const Context& context);

// Loads, assesses, applies the profile, the limits of the options in place of its own on the same subject, then the
// weights of the options. Throws usage when a weight is no "criterion=number" or names no criterion, or a limit is not
// understood; infeasible when the limits leave no site; what read_profile() and SiteMeasures::of() throw.
LoadedAssessment assess(const AssessmentOptions& options);

// What stands before a text: the scenario and the profile with its limits that it rests on, with a blank line after it;
// empty without them.
std::string heading(const LoadedAssessment& loaded, const Language& language);
// The same, and what the minutes are: for standard error beside a table without words.
std::string notice(const LoadedAssessment& loaded, const Language& language);
// Sets "travel_times", what the minutes are, and "scenario" and "profile", null without one.
void add_premises(nlohmann::ordered_json& result, const LoadedAssessment& loaded, const Language& language);

}  // namespace ancrage::command

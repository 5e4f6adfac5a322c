// SPDX-License-Identifier: Apache-2.0
// What rank, explain and compare have in common: a territory, weights, and the assessment they lead to.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "command/context.hpp"

#include <CLI/App.hpp>

#include <string>
#include <vector>

namespace ancrage::command {

struct AssessmentOptions {
  std::string territory;
  std::vector<std::string> weights;  // "gp_density=40" or "need.catchment_population=10"
};

struct LoadedAssessment {
  territory::Territory territory;
  assessment::Assessment assessment;
};

void add_assessment_options(CLI::App& command, AssessmentOptions& options, const Context& context);

// Loads, assesses, applies the weights. Throws usage when a weight is no "criterion=number" or names no criterion.
LoadedAssessment assess(const AssessmentOptions& options);

}  // namespace ancrage::command

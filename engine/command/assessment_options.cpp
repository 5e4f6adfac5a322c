// SPDX-License-Identifier: Apache-2.0
#include "command/assessment_options.hpp"

#include "ancrage/assessment/scenario_assessment.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/territory/package.hpp"
#include "command/scenario_options.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <utility>

namespace ancrage::command {

namespace {

struct Weight {
  std::string criterion;
  double value;
};

Weight parse_weight(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals != std::string::npos && equals > 0) {
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + equals + 1, end, value);
    if (parsed.ec == std::errc() && parsed.ptr == end) return {text.substr(0, equals), value};
  }
  throw Error(ErrorCode::usage, message("“{0}” is no weight", text), "--weights",
              message("write criterion=number, for example gp_density=40"));
}

void apply_weights(LoadedAssessment& loaded, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  const auto& criteria = loaded.assessment.criteria;
  std::vector<double> weights;
  std::vector<std::string> names;
  for (const auto& criterion : criteria) {
    weights.push_back(criterion.weight);
    names.push_back(criterion.id);
  }
  for (const std::string& text : texts) {
    const Weight wanted = parse_weight(text);
    bool found = false;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
      const std::string full = fmt::format("{}.{}", assessment::score_key(criteria[k].score), criteria[k].id);
      if (wanted.criterion != criteria[k].id && wanted.criterion != full) continue;
      weights[k] = wanted.value;
      found = true;
    }
    if (!found) {
      throw Error(ErrorCode::usage, message("There is no criterion “{0}”", wanted.criterion), "--weights",
                  message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(wanted.criterion, names), ", "))));
    }
  }
  assessment::reweigh(loaded.assessment, loaded.territory, weights);
}

}  // namespace

void add_assessment_options(CLI::App& command, AssessmentOptions& options, const Context& context) {
  command.add_option("territory", options.territory, context.text("territory directory (territory.toml inside)"))
      ->required();
  command
      .add_option("--weights", options.weights,
                  context.text("weights that replace those of the territory: criterion=number,…"))
      ->delimiter(',');
  add_scenario_file_option(command, options.scenario, context);
}

LoadedAssessment assess(const AssessmentOptions& options) {
  LoadedAssessment loaded{territory::load_territory(options.territory), {}};
  if (options.scenario.empty()) {
    loaded.assessment = assessment::assess(loaded.territory);
  } else {
    const access::Scenario scenario = access::read_scenario(options.scenario);
    assessment::ScenarioAssessment under = assessment::assess_scenario(loaded.territory, scenario);
    loaded.assessment = std::move(under.assessment);
    loaded.scenario = report::used_scenario(scenario, under.access);
  }
  apply_weights(loaded, options.weights);
  return loaded;
}

std::string scenario_heading(const LoadedAssessment& loaded, const Language& language) {
  if (!loaded.scenario) return {};
  return report::scenario_text(*loaded.scenario, language) + report::scenario_assumptions(*loaded.scenario, language) +
         "\n";
}

void add_scenario(nlohmann::ordered_json& result, const LoadedAssessment& loaded, const Language& language) {
  result["scenario"] = nullptr;
  if (loaded.scenario) result["scenario"] = report::scenario_json(*loaded.scenario, language);
}

}  // namespace ancrage::command

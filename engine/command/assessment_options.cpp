// SPDX-License-Identifier: Apache-2.0
#include "command/assessment_options.hpp"

#include "ancrage/assessment/apply_profile.hpp"
#include "ancrage/assessment/scenario_assessment.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/report/limits.hpp"
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

assessment::Profile wanted_profile(const AssessmentOptions& options) {
  using assessment::LimitKind;
  assessment::Profile profile;
  if (!options.profile.empty()) {
    profile = assessment::read_profile(assessment::find_profile(options.territory, options.profile));
  }
  std::vector<assessment::Limit> given;
  for (const std::string& text : options.limits) given.push_back(assessment::parse_limit(text));
  for (const std::string& text : options.within) {
    given.push_back(assessment::parse_place_limit(LimitKind::within, text));
  }
  for (const std::string& text : options.partner) {
    given.push_back(assessment::parse_place_limit(LimitKind::partner, text));
  }
  for (std::size_t k = 0; k < given.size(); ++k) {
    for (std::size_t before = 0; before < k; ++before) {
      if (!assessment::same_subject(given[before], given[k])) continue;
      throw Error(ErrorCode::usage, message("One thing is limited twice"),
                  given[before].origin + ", " + given[k].origin, message("keep one of them"));
    }
    assessment::set_limit(profile.limits, given[k]);
  }
  return profile;
}

assessment::ScenarioAssessment assess_as_it_is(const territory::Territory& territory,
                                               const travel::TerritoryTimes& travel) {
  access::TerritoryAccess access = access::territory_access(territory, travel);
  assessment::Assessment assessment = assessment::assess(territory, travel, access);
  return {std::move(assessment), std::move(access), territory.health_poles};
}

}  // namespace

void add_limit_options(CLI::App& command, AssessmentOptions& options, const Context& context) {
  command.add_option("--profile", options.profile,
                     context.text("weights and limits of an applicant: a file (TOML), or interne, famille, projet-msp, "
                                  "planificateur"));
  command
      .add_option("--within", options.within,
                  context.text("PLACE=MINUTES: only sites that near; also PLACE@LON,LAT=MINUTES (may be repeated)"))
      ->allow_extra_args(false);
  command.add_option("--partner", options.partner, context.text("PLACE=MINUTES: the second destination of a couple"))
      ->allow_extra_args(false);
  command
      .add_option("--limit", options.limits,
                  context.text("KEY=VALUE,…: group_practice, salaried, primary_school, college, lycee in minutes; "
                               "zone=zip or zip+zac"))
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_assessment_options(CLI::App& command, AssessmentOptions& options, const Context& context) {
  command.add_option("territory", options.territory, context.text("territory directory (territory.toml inside)"))
      ->required();
  add_limit_options(command, options, context);
  command
      .add_option("--weights", options.weights,
                  context.text("weights that replace those of the territory and of the profile: criterion=number,…"))
      ->delimiter(',');
  add_scenario_file_option(command, options.scenario, context);
}

LoadedAssessment assess(const AssessmentOptions& options) {
  const assessment::Profile profile = wanted_profile(options);
  access::Scenario scenario;
  if (!options.scenario.empty()) scenario = access::read_scenario(options.scenario);
  LoadedAssessment loaded{territory::load_territory(options.territory), {}};
  const travel::TerritoryTimes travel(loaded.territory, {.time_factor = scenario.time_factor});
  assessment::ScenarioAssessment under = options.scenario.empty()
                                             ? assess_as_it_is(loaded.territory, travel)
                                             : assessment::assess_scenario(loaded.territory, travel, scenario);
  loaded.assessment = std::move(under.assessment);
  if (!options.scenario.empty()) loaded.scenario = report::used_scenario(scenario, under.access);
  if (!profile.empty()) {
    assessment::SiteMeasures measures(loaded.territory, travel, under.access, &under.health_poles);
    assessment::apply(loaded.assessment, loaded.territory, profile, measures);
    assessment::check_feasible(loaded.assessment);
  }
  apply_weights(loaded, options.weights);
  loaded.profile = profile;
  return loaded;
}

std::string heading(const LoadedAssessment& loaded, const Language& language) {
  std::string result;
  if (loaded.scenario) {
    result += report::scenario_text(*loaded.scenario, language) +
              report::scenario_assumptions(*loaded.scenario, language) + "\n";
  }
  const std::string profile = report::profile_text(loaded.assessment, loaded.profile, language);
  return profile.empty() ? result : result + profile + "\n";
}

std::string notice(const LoadedAssessment& loaded, const Language& language) {
  return heading(loaded, language) + language.text(loaded.assessment.travel) + "\n";
}

void add_premises(nlohmann::ordered_json& result, const LoadedAssessment& loaded, const Language& language) {
  result["travel_times"] = language.text(loaded.assessment.travel);
  result["scenario"] = nullptr;
  if (loaded.scenario) result["scenario"] = report::scenario_json(*loaded.scenario, language);
  result["profile"] = report::profile_json(loaded.profile);
}

}  // namespace ancrage::command

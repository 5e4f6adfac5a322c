// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/scenario_assessment.hpp"
#include "ancrage/assessment/shared_places.hpp"
#include "ancrage/assessment/territory_matching.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/scenario.hpp"
#include "ancrage/report/shared_places.hpp"
#include "ancrage/report/territory_matching.hpp"
#include "ancrage/territory/package.hpp"
#include "command/match_options.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <utility>

namespace ancrage::command {

namespace {

using assessment::Outcome;

assessment::ScenarioAssessment as_it_is(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                                        const Progress& progress) {
  access::TerritoryAccess access = access::territory_access(territory, travel, {}, progress);
  assessment::Assessment assessment = assessment::assess(territory, travel, access, progress);
  return {std::move(assessment), std::move(access), territory.health_poles};
}

struct Loaded {
  territory::Territory territory;
  access::Scenario scenario{};
  travel::TerritoryTimes travel;
  assessment::ScenarioAssessment under;

  Loaded(const std::string& path, access::Scenario given, const Progress& progress)
      : territory(territory::load_territory(path)),
        scenario(std::move(given)),
        travel(territory, {.time_factor = scenario.time_factor}),
        under(scenario.changes.empty() && !scenario.decay && scenario.time_factor == 1.0
                  ? as_it_is(territory, travel, progress)
                  : assessment::assess_scenario(territory, travel, scenario, progress)) {}
};

std::vector<std::string> ids_of(const assessment::Applicants& applicants) {
  std::vector<std::string> ids;
  for (const assessment::Applicant& applicant : applicants.list) ids.push_back(applicant.id);
  return ids;
}

assessment::PlaceOffers offers_of(const MatchOptions& options, const territory::Territory& territory,
                                  const assessment::Applicants& applicants, std::uint32_t capacity) {
  return options.places.empty() ? assessment::same_offers(territory, capacity)
                                : assessment::read_offers(options.places, territory, capacity, ids_of(applicants));
}

std::string dumped(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

void print_diagnostics(const Diagnostics& diagnostics, const Language& language) {
  for (const Diagnostic& diagnostic : diagnostics) {
    std::fprintf(stderr, "%s\n", report::diagnostic_line(diagnostic, language).c_str());
  }
}

std::string scenario_heading(const MatchOptions& options, const Loaded& loaded, const Language& language) {
  if (options.scenario.empty()) return {};
  const auto used = report::used_scenario(loaded.scenario, loaded.under.access);
  return report::scenario_text(used, language) + report::scenario_assumptions(used, language) + "\n";
}

Outcome shown_outcome(const MatchOptions& options) {
  if (options.method == "assignment") return Outcome::most_served;
  if (options.method == "ranks") return Outcome::least_ranks;
  return options.for_places() ? Outcome::stable_for_places : Outcome::stable_for_applicants;
}

void run_matching(const MatchOptions& options, Loaded& loaded, const assessment::Applicants& applicants,
                  const Progress& progress, const Language& language) {
  const auto offers = offers_of(options, loaded.territory, applicants, options.capacity.value_or(1));
  assessment::SiteMeasures measures(loaded.territory, loaded.travel, loaded.under.access, &loaded.under.health_poles);
  const assessment::MatchingChoices choices{
      options.place_order == "arrival" ? assessment::PlaceOrder::arrival : assessment::PlaceOrder::suitability,
      options.open, options.couple_minutes};
  auto result = assessment::match_applicants({loaded.territory, loaded.travel, loaded.under.access,
                                              loaded.under.assessment, measures, applicants.list, offers},
                                             choices, progress);
  result.diagnostics.insert(result.diagnostics.begin(), applicants.diagnostics.begin(), applicants.diagnostics.end());
  const Outcome shown = shown_outcome(options);
  if (!result.outcome(shown)) {
    throw Error(ErrorCode::usage, message("With couples there is no stable matching that is best for places"),
                "--optimal-for", message("take --optimal-for applicants, or a table without the column “partner”"));
  }
  const report::TerritoryMatchingReport report{loaded.territory, result, applicants.list,
                                               choices,          shown,  loaded.under.assessment.travel};
  const std::string format = match_format(options);
  const std::string heading = scenario_heading(options, loaded, language);
  if (format == "table") {
    write_result(options.output, heading + report::territory_matching_text(report, language));
  } else if (format == "json") {
    write_result(options.output, dumped(report::territory_matching_json(report, language)));
  } else {
    write_result(options.output, io::csv_text(report::territory_matching_features(report)));
  }
  if (format == "table") return;
  std::fputs(heading.c_str(), stderr);
  if (format == "csv") std::fprintf(stderr, "%s\n", language.text(report.travel).c_str());
  print_diagnostics(result.diagnostics, language);
}

void run_together(const MatchOptions& options, Loaded& loaded, const assessment::Applicants& applicants,
                  const Progress& progress, const Language& language) {
  const std::string format = match_format(options);
  if (format == "csv") {
    throw Error(ErrorCode::usage, message("Shared places are no CSV"), "--format csv", message("take table or json"));
  }
  const auto offers = offers_of(options, loaded.territory, applicants,
                                options.capacity.value_or(static_cast<std::uint32_t>(assessment::most_group)));
  const auto& need = loaded.under.assessment.scores[static_cast<std::size_t>(assessment::Score::need)];
  std::vector<double> need_scores;
  for (const auto& score : need) need_scores.push_back(score.score.value_or(0.0));
  assessment::SiteMeasures measures(loaded.territory, loaded.travel, loaded.under.access, &loaded.under.health_poles);
  std::vector<assessment::GroupPlaces> groups;
  bool any = false;
  for (auto& members : assessment::groups_of(applicants.list)) {
    groups.push_back(assessment::shared_places(loaded.territory, loaded.travel, loaded.under.assessment, measures,
                                               applicants.list, std::move(members), offers, {options.secondary_minutes},
                                               progress));
    any = any || !groups.back().shared.empty() || !groups.back().poles.empty();
  }
  if (!any) throw *assessment::infeasibility(groups.front(), applicants.list);
  const report::SharedPlacesReport report{
      loaded.territory, loaded.under.assessment,  applicants.list, groups, need_scores,
      options.top,      options.secondary_minutes};
  const std::string heading = scenario_heading(options, loaded, language);
  if (format == "table") {
    write_result(options.output, heading + report::shared_places_text(report, language));
  } else {
    write_result(options.output, dumped(report::shared_places_json(report, language)));
    std::fputs(heading.c_str(), stderr);
  }
  print_diagnostics(applicants.diagnostics, language);
}

}  // namespace

void run_territory_match(const MatchOptions& options, const Context& context) {
  if (options.applicants.empty()) {
    throw Error(ErrorCode::usage, message("A table is missing"), "--applicants",
                message("give the applicants of the territory"));
  }
  const Progress progress = terminal_progress(context.language);
  access::Scenario scenario;
  if (!options.scenario.empty()) scenario = access::read_scenario(options.scenario);
  const assessment::Applicants applicants = assessment::read_applicants(options.applicants, options.territory);
  if (options.together) assessment::groups_of(applicants.list);
  Loaded loaded(options.territory, std::move(scenario), progress);
  if (options.together) {
    run_together(options, loaded, applicants, progress, context.language);
  } else {
    run_matching(options, loaded, applicants, progress, context.language);
  }
}

}  // namespace ancrage::command

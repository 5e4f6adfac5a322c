// SPDX-License-Identifier: Apache-2.0
// locate TERRITORY.
#include "ancrage/access/scenario_supply.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/planning/practitioner_plan.hpp"
#include "ancrage/report/practitioner_plan.hpp"
#include "ancrage/territory/package.hpp"
#include "command/locate_options.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

namespace ancrage::command {

namespace {

constexpr std::size_t usual_nodes = 30;  // of each number of doctors, some seconds in all

void check_combination(const LocateOptions& options) {
  for (const auto& [given, option] : {std::pair{!options.costs.empty(), "--costs"},
                                      {!options.demand.empty(), "--demand"},
                                      {!options.model.empty(), "--model"},
                                      {options.count.has_value(), "-p"},
                                      {std::isfinite(options.radius), "--radius"},
                                      {!options.candidates.empty(), "--candidates"}}) {
    if (!given) continue;
    throw Error(ErrorCode::usage, message("This option belongs to plain tables"), option,
                message("name a territory with --doctors and --objective, or tables, not both"));
  }
}

std::vector<std::uint32_t> fixed_sites(const LocateOptions& options, const territory::Territory& territory,
                                       const access::TerritoryAccess& access) {
  std::vector<std::uint32_t> sites;
  for (const std::string& words : options.fixed) {
    const access::ScenarioPlace place = access::find_place(territory, access, words, "--fixed");
    if (place.row < access.first_site || place.row >= access.first_pole) {
      throw Error(ErrorCode::wrong_input, message("“{0}” is no site where a doctor may settle", place.name), "--fixed",
                  message("name one of the territory’s sites"));
    }
    sites.push_back(place.row - static_cast<std::uint32_t>(access.first_site));
  }
  return sites;
}

planning::PlanObjective objective_of(const LocateOptions& options) {
  const auto& keys = planning::plan_objective_keys;
  return static_cast<planning::PlanObjective>(std::find(keys.begin(), keys.end(), options.objective) - keys.begin());
}

}  // namespace

void run_territory_locate(const LocateOptions& options, const Context& context) {
  check_combination(options);
  const Progress progress = terminal_progress(context.language);
  const territory::Territory territory = territory::load_territory(options.territory);
  const travel::TerritoryTimes travel(territory);
  const access::TerritoryAccess access = access::territory_access(territory, travel, {}, progress);
  const planning::PractitionerPlan plan =
      planning::plan_practitioners(territory, travel, access,
                                   {.count = options.doctors,
                                    .objective = objective_of(options),
                                    .fixed = fixed_sites(options, territory, access),
                                    .most_per_site = options.most_per_place,
                                    .seconds = options.seconds.value_or(std::numeric_limits<double>::infinity()),
                                    .nodes = options.seconds ? 0 : usual_nodes},
                                   progress);
  const report::PractitionerPlanReport report{territory, access, plan, territory.access.decay, travel.statement()};
  const std::string format = format_of(options);
  if (format == "table") {
    write_result(options.output, report::practitioner_plan_text(report, context.language));
  } else if (format == "json") {
    write_result(options.output, report::practitioner_plan_json(report, context.language).dump(2) + "\n");
  } else if (format == "csv") {
    write_result(options.output, io::csv_text(report::practitioner_plan_features(report)));
  } else {
    write_result(options.output, io::geojson_text(report::practitioner_plan_features(report)));
  }
  if (format == "csv" || format == "geojson") {
    std::fprintf(stderr, "%s\n", context.language.text(report.travel).c_str());
  }
}

}  // namespace ancrage::command

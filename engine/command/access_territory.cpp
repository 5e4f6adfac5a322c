// SPDX-License-Identifier: Apache-2.0
// access TERRITORY.
#include "ancrage/access/method.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/scenario.hpp"
#include "ancrage/report/territory_accessibility.hpp"
#include "ancrage/territory/package.hpp"
#include "command/access_options.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>

namespace ancrage::command {

namespace {

constexpr double farthest_minutes = 60.0;  // of decays without a bound

std::string format_of(const AccessOptions& options) {
  if (!options.format.empty()) return options.format;
  for (const std::string format : {"csv", "json", "geojson", "gpkg"}) {
    if (options.output.ends_with("." + format)) return format;
  }
  return "table";
}

// Consumption of every age band, by the columns of the cells.
std::vector<double> consumption_by_band(const AccessOptions& options) {
  const ByClass given = parse_by_class(options.consumption, "--consumption");
  std::vector<double> result;
  for (const std::string_view band : territory::age_columns) {
    const auto found = std::find(given.classes.begin(), given.classes.end(), band);
    if (found != given.classes.end()) {
      result.push_back(given.values[static_cast<std::size_t>(found - given.classes.begin())]);
    }
  }
  if (result.size() != territory::age_bands || given.classes.size() != territory::age_bands) {
    throw Error(ErrorCode::usage, message("The classes are not the age bands of the cells"), "--consumption",
                message("give each one: {0}", fmt::format("{}", fmt::join(territory::age_columns, ", "))));
  }
  return result;
}

territory::Territory load(const AccessOptions& options) {
  territory::Territory territory = territory::load_territory(options.territory);
  if (!options.times.empty()) territory.times_source = std::filesystem::absolute(options.times).string();
  if (!options.consumption.empty()) territory.access.consumption = consumption_by_band(options);
  return territory;
}

// APL without a decay asked for takes the territory's.
access::Decay decay_of(const AccessOptions& options, const territory::Territory& territory) {
  const std::string wanted = options.decay.empty() && options.method == "apl" ? territory.access.decay : options.decay;
  return access::method_decay(access::find_method(options.method), wanted, options.max_minutes);
}

// The scenario asked for; one with a decay of its own leaves no room for another.
std::optional<access::Scenario> scenario_of(const AccessOptions& options) {
  if (options.scenario.empty()) return std::nullopt;
  access::Scenario scenario = access::read_scenario(options.scenario);
  if (scenario.decay && (!options.decay.empty() || options.method != "apl")) {
    throw Error(ErrorCode::usage, message("The scenario has a decay of its own"), "--scenario, --decay, --method",
                message("leave out one of them"));
  }
  return scenario;
}

void check_combination(const AccessOptions& options) {
  for (const auto& [value, option] : {std::pair{&options.supply, "--supply"},
                                      {&options.demand, "--demand"},
                                      {&options.practitioners, "--practitioners"}}) {
    if (value->empty()) continue;
    throw Error(ErrorCode::usage, message("A territory brings its own supply and demand"), option,
                message("name a territory, or tables, not both"));
  }
  if (!options.thresholds.empty()) {
    throw Error(ErrorCode::usage, message("The thresholds of a territory are those of the zoning, 2.5 and 4"),
                "--thresholds");
  }
  if (format_of(options) == "gpkg" && options.output.empty()) {
    throw Error(ErrorCode::usage, message("A GeoPackage cannot go to standard output"), "--format gpkg",
                message("name a file with -o"));
  }
}

}  // namespace

void run_territory_access(const AccessOptions& options, const Context& context) {
  check_combination(options);
  const Progress progress = terminal_progress(context.language);
  const territory::Territory territory = load(options);
  const access::Decay decay = decay_of(options, territory);
  access::SupplyRule rule = supply_rule(options);
  if (options.age_limit.empty()) rule.age_limit.reset();
  const std::optional<access::Scenario> scenario = scenario_of(options);
  const travel::TerritoryTimes travel(territory, {.time_factor = scenario ? scenario->time_factor : 1.0});
  const access::TerritoryAccess access =
      access::territory_access(territory, travel,
                               {.choice = access::find_method(options.method).choice,
                                .decay = decay,
                                .most_minutes = std::min(options.max_minutes, farthest_minutes),
                                .rule = rule,
                                .scenario = scenario ? &*scenario : nullptr},
                               progress);
  const report::TerritoryAccessibilityReport report{territory, access, options.method,
                                                    (scenario && scenario->decay ? *scenario->decay : decay).text(),
                                                    travel.statement()};
  const auto used = scenario ? std::optional(report::used_scenario(*scenario, access)) : std::nullopt;
  const std::string heading = used ? report::scenario_text(*used, context.language) + "\n" : std::string();
  const std::string format = format_of(options);
  if (format == "table") {
    write_result(options.output, heading + report::territory_accessibility_text(report, context.language));
    return;
  }
  if (format == "json") {
    auto json = report::territory_accessibility_json(report, context.language);
    json["scenario"] = nullptr;
    if (used) json["scenario"] = report::scenario_json(*used, context.language);
    write_result(options.output, json.dump(2) + "\n");
    return;
  }
  const io::FeatureTable features = options.by == "cell" ? report::place_accessibility_features(report)
                                                         : report::commune_accessibility_features(report);
  if (format == "csv") write_result(options.output, io::csv_text(features));
  if (format == "geojson") write_result(options.output, io::geojson_text(features));
  if (format == "gpkg") io::write_geopackage(options.output, std::array{features});
  std::fprintf(stderr, "%s%s", heading.c_str(), report::access_basis(report, context.language).c_str());
}

}  // namespace ancrage::command

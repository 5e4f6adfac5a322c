// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/retirement.hpp"
#include "ancrage/access/scenario_effect.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/retirement.hpp"
#include "ancrage/report/what_if.hpp"
#include "ancrage/territory/package.hpp"
#include "command/commands.hpp"
#include "command/scenario_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

namespace ancrage::command {

namespace {

struct Options : ScenarioOptions {
  std::string territory;
  std::string years;
  double retire_at = 65.0;
  std::size_t top = 15;
  std::string format;
  std::string output;
};

struct Years {
  int first;
  int last;
};

std::optional<int> year(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || value < 1900 || value > 2200) return std::nullopt;
  return value;
}

Years parse_years(const std::string& text) {
  const std::size_t dots = text.find("..");
  const auto first = year(std::string_view(text).substr(0, dots));
  const auto last = dots == std::string::npos ? first : year(std::string_view(text).substr(dots + 2));
  if (!first || !last || *last < *first) {
    throw Error(ErrorCode::usage, message("“{0}” is no year or range of years", text), "--year",
                message("write 2030 or 2026..2036"));
  }
  return {*first, *last};
}

// The format that was asked for, or that the output's name tells, or the table.
std::string format_of(const Options& options) {
  if (!options.format.empty()) return options.format;
  for (const std::string format : {"csv", "json", "geojson", "gpkg"}) {
    if (options.output.ends_with("." + format)) return format;
  }
  return "table";
}

void check(const Options& options, const access::Scenario& scenario) {
  if (scenario.empty() && options.years.empty()) {
    throw Error(ErrorCode::usage, message("The scenario changes nothing"), {},
                message("name a change, as in --add 30132, a file with --scenario, or --year 2026..2036"));
  }
  if (!(options.retire_at > 0 && options.retire_at <= 120)) {
    throw Error(ErrorCode::usage, message("The age must lie above 0 and not above 120"), "--retire-at");
  }
  if (format_of(options) == "gpkg" && options.output.empty()) {
    throw Error(ErrorCode::usage, message("A GeoPackage cannot go to standard output"), "--format gpkg",
                message("name a file with -o"));
  }
}

// Either report in the format asked for; beside a table without words, `travel` goes to standard error.
template <class Text, class Json, class Features>
void write(const Options& options, const std::string& travel, const Text& text, const Json& json,
           const Features& features) {
  const std::string format = format_of(options);
  if (format == "table") {
    write_result(options.output, text());
  } else if (format == "json") {
    write_result(options.output, json().dump(2) + "\n");
  } else if (format == "csv") {
    write_result(options.output, io::csv_text(features()));
  } else if (format == "geojson") {
    write_result(options.output, io::geojson_text(features()));
  } else {
    io::write_geopackage(options.output, std::array{features()});
  }
  if (format != "table" && format != "json") std::fprintf(stderr, "%s\n", travel.c_str());
}

void run_years(const Options& options, const territory::Territory& territory, const access::Scenario& scenario,
               const Context& context, const Progress& progress) {
  const Years years = parse_years(options.years);
  const travel::TerritoryTimes travel(territory, {.time_factor = scenario.time_factor});
  const access::TerritoryAccess access =
      access::territory_access(territory, travel, {.scenario = scenario.empty() ? nullptr : &scenario}, progress);
  const access::RetirementCliff cliff =
      access::retirement_cliff(territory, access, options.retire_at, years.first, years.last, progress);
  const std::string decay = scenario.decay ? scenario.decay->text() : territory.access.decay;
  const report::RetirementReport report{territory, scenario, access, cliff, decay, travel.statement()};
  write(
      options, context.language.text(report.travel),
      [&] { return report::retirement_text(report, options.top, context.language); },
      [&] { return report::retirement_json(report, context.language); },
      [&] { return report::retirement_features(report); });
}

void run(const Options& options, const Context& context) {
  const access::Scenario scenario = scenario_of(options);
  check(options, scenario);
  if (!options.years.empty()) parse_years(options.years);
  const Progress progress = terminal_progress(context.language);
  const territory::Territory territory = territory::load_territory(options.territory);
  if (!options.years.empty()) {
    run_years(options, territory, scenario, context, progress);
    return;
  }
  const travel::TerritoryTimes travel(territory);
  const access::ScenarioEffect effect = access::scenario_effect(territory, travel, scenario, {}, progress);
  const report::WhatIfReport report{territory, scenario, effect, territory.access.decay, travel.statement()};
  write(
      options, context.language.text(report.travel),
      [&] { return report::what_if_text(report, options.top, context.language); },
      [&] { return report::what_if_json(report, context.language); }, [&] { return report::what_if_features(report); });
}

}  // namespace

void add_whatif_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "whatif", context.text("what changes when practitioners come, leave, retire or move: who gains, who loses"));
  command->add_option("territory", options->territory, context.text("territory directory (territory.toml inside)"))
      ->required();
  add_scenario_options(*command, *options, context);
  command->add_option("--year", options->years,
                      context.text("retirements year by year: 2026..2036, or one year; scenarios may be combined"));
  command->add_option("--retire-at", options->retire_at,
                      context.text("with --year: GPs leave at this age (default 65)"));
  command->add_option("--top", options->top, context.text("communes in the table (default 15; 0: all)"));
  command->add_option("--format", options->format, context.text("table (default), csv, json, geojson or gpkg"))
      ->check(CLI::IsMember({"table", "csv", "json", "geojson", "gpkg"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

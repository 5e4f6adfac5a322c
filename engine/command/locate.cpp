// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/planning/location_checks.hpp"
#include "ancrage/planning/location_models.hpp"
#include "ancrage/planning/location_tables.hpp"
#include "ancrage/planning/practitioner_plan.hpp"
#include "ancrage/report/location.hpp"
#include "command/commands.hpp"
#include "command/locate_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace ancrage::command {

namespace {

constexpr int most_places = 1'000'000;
constexpr int most_doctors = 500;

using planning::LocationProblem;
using planning::LocationSolution;
using report::LocationModel;

LocationModel model_of(const LocateOptions& options) {
  const auto& keys = report::location_model_keys;
  return static_cast<LocationModel>(std::find(keys.begin(), keys.end(), options.model) - keys.begin());
}

void check_plain(const LocateOptions& options) {
  if (options.costs.empty() || options.demand.empty()) {
    throw Error(ErrorCode::usage, message("A table is missing"), options.costs.empty() ? "--costs" : "--demand",
                message("give costs and demand"));
  }
  if (options.model.empty()) {
    throw Error(ErrorCode::usage, message("The model is missing"), "--model",
                message("choose p-median, mclp, p-center or lscp"));
  }
  const LocationModel model = model_of(options);
  if (!options.count && model != LocationModel::set_covering) {
    throw Error(ErrorCode::usage, message("How many places to open is missing"), "-p");
  }
  const bool covers = model == LocationModel::maximal_covering || model == LocationModel::set_covering;
  if (covers && !std::isfinite(options.radius)) {
    throw Error(ErrorCode::usage, message("The radius is missing"), "--radius",
                message("give it in the unit of the costs"));
  }
}

LocationSolution solved(const LocateOptions& options, const LocationProblem& problem, const Progress& progress) {
  const planning::LocationOptions limits{options.seconds.value_or(std::numeric_limits<double>::infinity())};
  switch (model_of(options)) {
    case LocationModel::p_median:
      return planning::p_median(problem, *options.count, limits, progress);
    case LocationModel::maximal_covering:
      return planning::maximal_covering(problem, *options.count, options.radius, limits, progress);
    case LocationModel::p_center:
      return planning::p_center(problem, *options.count, limits, progress);
    case LocationModel::set_covering:
      break;
  }
  LocationSolution solution = planning::set_covering(problem, options.radius, limits, progress);
  if (options.count && solution.open.size() > *options.count) planning::fail_needs_more(solution, *options.count);
  return solution;
}

void run_plain(const LocateOptions& options, const Context& context) {
  check_plain(options);
  const std::string format = format_of(options);
  if (format == "geojson") {
    throw Error(ErrorCode::usage, message("Plain tables have no geometry"), "--format geojson",
                message("choose table, csv or json"));
  }
  const Progress progress = terminal_progress(context.language);
  planning::LocationChoice choice{.fixed = options.fixed};
  if (!options.candidates.empty()) choice.candidates = options.candidates;
  const LocationProblem problem = planning::read_location(options.costs, options.demand, choice);
  const LocationSolution solution = solved(options, problem, progress);
  const report::LocationReport report{model_of(options), problem, solution, options.radius};
  if (format == "table") {
    write_result(options.output, report::location_text(report, context.language));
  } else if (format == "json") {
    const auto replace = nlohmann::json::error_handler_t::replace;
    write_result(options.output, report::location_json(report).dump(2, ' ', false, replace) + "\n");
  } else {
    write_result(options.output, io::csv_text(report::location_features(report)));
  }
}

void run(const LocateOptions& options, const Context& context) {
  if (options.territory.empty()) {
    run_plain(options, context);
  } else {
    run_territory_locate(options, context);
  }
}

}  // namespace

std::string format_of(const LocateOptions& options) {
  if (!options.format.empty()) return options.format;
  for (const std::string format : {"csv", "json", "geojson"}) {
    if (options.output.ends_with("." + format)) return format;
  }
  return "table";
}

void add_locate_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<LocateOptions>();
  CLI::App* command = app.add_subcommand(
      "locate", context.text("where the next doctors do most good, or which places to open: the proven best"));
  command->add_option("territory", options->territory,
                      context.text("territory directory; left out, --costs and --demand bring plain tables"));
  command->add_option("--doctors", options->doctors, context.text("of a territory: new GPs to place (default 20)"))
      ->check(CLI::Range(1, most_doctors));
  command
      ->add_option("--objective", options->objective,
                   context.text("of a territory: lifted (default: people lifted over 2.5), priority (those of QPV and "
                                "ZIP communes) or mean-time (to the nearest GP)"))
      ->check(CLI::IsMember(
          std::vector<std::string>(planning::plan_objective_keys.begin(), planning::plan_objective_keys.end())));
  command
      ->add_option("--max-per-place", options->most_per_place, context.text("of a territory: GPs at one site at most"))
      ->check(CLI::Range(1, most_doctors));
  command->add_option("--costs", options->costs, context.text("CSV of costs: from,to,cost (from: demand places)"));
  command->add_option("--demand", options->demand, context.text("CSV of demand: id,population"));
  command
      ->add_option("--model", options->model,
                   context.text("p-median (least people × cost), mclp (most people within the radius), p-center "
                                "(least radius for everybody), lscp (fewest places for everybody within the radius)"))
      ->check(CLI::IsMember(
          std::vector<std::string>(report::location_model_keys.begin(), report::location_model_keys.end())));
  command->add_option("-p", options->count, context.text("places open in all, the fixed ones too"))
      ->check(CLI::Range(1, most_places));
  command->add_option("--radius", options->radius, context.text("covered within it, in the unit of the costs"))
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--fixed", options->fixed,
                   context.text("places open in any case, sites that get a GP in any case: id,id,…"))
      ->delimiter(',');
  command->add_option("--candidates", options->candidates, context.text("places that may open: id,id,… (default: all)"))
      ->delimiter(',');
  command
      ->add_option(
          "--time-limit", options->seconds,
          context.text("seconds; then the best so far and its gap (of a territory without it: a fixed effort)"))
      ->check(CLI::PositiveNumber);
  command
      ->add_option("--format", options->format, context.text("table (default), csv, json; of a territory geojson too"))
      ->check(CLI::IsMember({"table", "csv", "json", "geojson"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

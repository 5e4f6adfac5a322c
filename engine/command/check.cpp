// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/assessment.hpp"
#include "ancrage/report/health.hpp"
#include "ancrage/territory/package.hpp"
#include "ancrage/travel/territory_times.hpp"
#include "command/commands.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace ancrage::command {

namespace {

struct Options {
  std::string territory;
  std::string format = "table";
  std::string output;
};

void run(const Options& options, const Context& context) {
  territory::Territory territory = territory::load_territory(options.territory);
  // Also what only the assessment sees: unknown criteria, layers that criteria lack.
  const Diagnostics of_criteria = assessment::assess(territory).diagnostics;
  // What joins its roads, and which of them stay apart.
  const Diagnostics of_roads = travel::TerritoryTimes(territory).diagnostics();
  for (const Diagnostics* more : {&of_roads, &of_criteria}) {
    territory.diagnostics.insert(territory.diagnostics.end(), more->begin(), more->end());
  }
  write_result(options.output, options.format == "json"
                                   ? report::health_json(territory, context.language).dump(2) + "\n"
                                   : report::health_text(territory, context.language));
}

}  // namespace

void add_check_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", context.text("the data health report of a territory"));
  command->add_option("territory", options->territory, context.text("territory directory (territory.toml inside)"))
      ->required();
  command->add_option("--format", options->format, context.text("table (default) or json"))
      ->check(CLI::IsMember({"table", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

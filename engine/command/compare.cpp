// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/explanation.hpp"
#include "ancrage/report/ranking.hpp"
#include "ancrage/report/site_report.hpp"
#include "command/assessment_options.hpp"
#include "command/commands.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace ancrage::command {

namespace {

struct Options : AssessmentOptions {
  std::vector<std::string> sites;
  std::string format = "table";
  std::string output;
};

void run(const Options& options, const Context& context) {
  const LoadedAssessment loaded = assess(options);
  std::vector<std::size_t> sites;
  for (const std::string& name : options.sites) {
    const std::size_t site = assessment::find_site(loaded.territory, name);
    if (std::find(sites.begin(), sites.end(), site) != sites.end()) {
      throw Error(ErrorCode::usage, message("The site “{0}” is named twice", name), {},
                  message("name two to four different sites"));
    }
    sites.push_back(site);
  }
  if (options.format == "json") {
    auto json = report::sites_json(loaded.territory, loaded.assessment, sites);
    add_premises(json, loaded, context.language);
    write_result(options.output, json.dump(2) + "\n");
  } else if (options.format == "csv") {
    write_result(options.output, io::csv_text(report::ranking_features(loaded.territory, loaded.assessment, sites)));
    std::fputs(notice(loaded, context.language).c_str(), stderr);
  } else {
    write_result(options.output,
                 heading(loaded, context.language) +
                     report::comparison_text(loaded.territory, loaded.assessment, sites, context.language));
  }
}

}  // namespace

void add_compare_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("compare", context.text("two to four sites side by side"));
  add_assessment_options(*command, *options, context);
  command->add_option("sites", options->sites, context.text("identifiers or names of the sites"))
      ->required()
      ->expected(2, 4);
  command->add_option("--format", options->format, context.text("table (default), csv or json"))
      ->check(CLI::IsMember({"table", "csv", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

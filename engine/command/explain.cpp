// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/explanation.hpp"
#include "ancrage/report/reasons.hpp"
#include "ancrage/report/site_aids.hpp"
#include "ancrage/report/site_report.hpp"
#include "command/assessment_options.hpp"
#include "command/commands.hpp"
#include "command/date_option.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <memory>

namespace ancrage::command {

namespace {

struct Options : AssessmentOptions {
  std::string site;
  std::string versus;
  std::string date;
  std::string format = "table";
  std::string output;
};

void run(const Options& options, const Context& context) {
  const Date date = date_of(options.date);
  const LoadedAssessment loaded = assess(options);
  const auto& territory = loaded.territory;
  const auto& assessment = loaded.assessment;
  const std::size_t site = assessment::find_site(territory, options.site);
  const bool has_other = !options.versus.empty();
  const std::size_t other = has_other ? assessment::find_site(territory, options.versus) : site;
  const auto aids = territory::read_aids(territory::aids_file(territory.path));
  if (options.format == "json") {
    auto json = report::sites_json(territory, assessment, std::array{site});
    json["reasons"] = report::reasons_json(assessment, site, context.language);
    if (has_other) json["versus"] = report::versus_json(territory, assessment, site, other, context.language);
    json["aids"] = report::aids_json(territory, aids, site, date, context.language);
    add_premises(json, loaded, context.language);
    write_result(options.output, json.dump(2) + "\n");
    return;
  }
  std::string text = heading(loaded, context.language);
  text += report::explanation_text(territory, assessment, site, context.language);
  text += "\n" + report::aids_text(territory, aids, site, date, context.language);
  if (has_other) text += "\n" + report::versus_text(territory, assessment, site, other, context.language);
  write_result(options.output, text);
}

}  // namespace

void add_explain_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("explain", context.text("why a site has its scores, and why not another"));
  add_assessment_options(*command, *options, context);
  command->add_option("site", options->site, context.text("identifier or name of a site, accents or not"))->required();
  command->add_option("--versus", options->versus, context.text("another site to set against it"));
  add_date_option(*command, options->date, context);
  command->add_option("--format", options->format, context.text("table (default) or json"))
      ->check(CLI::IsMember({"table", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

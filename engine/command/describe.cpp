// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"
#include "ancrage/report/map_description.hpp"
#include "ancrage/report/paper/map.hpp"
#include "ancrage/report/site_aids.hpp"
#include "ancrage/report/site_description.hpp"
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
  std::string theme = "need";
  std::string date;
  std::string format = "text";
  std::string output;
};

void describe_map(const Options& options, const LoadedAssessment& loaded, const Context& context) {
  const auto& territory = loaded.territory;
  const auto& assessment = loaded.assessment;
  const auto classification = report::paper::map_theme(options.theme, territory, assessment);
  const auto map = report::describe_map(territory, assessment, classification);
  if (options.format == "json") {
    auto json = report::map_description_json(map, territory, assessment, classification, context.language);
    add_premises(json, loaded, context.language);
    write_result(options.output, json.dump(2) + "\n");
    return;
  }
  std::string text = heading(loaded, context.language);
  for (const std::string& sentence :
       report::map_sentences(map, territory, assessment, classification, context.language)) {
    text += sentence + "\n";
  }
  const std::string beside = territory.provenance("communes.gps") + territory.provenance("facilities");
  text += report::paper::map_sources(territory, assessment, classification, context.language, beside) + "\n";
  write_result(options.output, text + context.language.text(assessment.travel) + "\n");
}

void describe_site(const Options& options, Date date, const LoadedAssessment& loaded, const Context& context) {
  const auto& territory = loaded.territory;
  const std::size_t site = assessment::find_site(territory, options.site);
  const auto facts =
      report::site_facts(territory, std::array{site}, loaded.scenario ? &loaded.scenario->scenario : nullptr).front();
  const auto aids = territory::read_aids(territory::aids_file(territory.path));
  const auto sentences = report::site_sentences(territory, loaded.assessment, site, facts, context.language);
  if (options.format == "json") {
    auto json = report::sites_json(territory, loaded.assessment, std::array{site});
    json["facts"] = report::facts_json(facts, context.language);
    json["sentences"] = sentences;
    json["aids"] = report::aids_json(territory, aids, site, date, context.language);
    add_premises(json, loaded, context.language);
    write_result(options.output, json.dump(2) + "\n");
    return;
  }
  std::string text = heading(loaded, context.language);
  for (const std::string& sentence : sentences) text += sentence + "\n";
  text += report::aids_text(territory, aids, site, date, context.language);
  text += report::sources_line(territory, loaded.assessment, context.language);
  write_result(options.output, text + context.language.text(loaded.assessment.travel) + "\n");
}

void run(const Options& options, const Context& context) {
  const Date date = date_of(options.date);
  const LoadedAssessment loaded = assess(options);
  if (options.site.empty()) {
    describe_map(options, loaded, context);
  } else {
    describe_site(options, date, loaded, context);
  }
}

}  // namespace

void add_describe_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("describe", context.text("the map, or a place, in words"));
  add_assessment_options(*command, *options, context);
  command->add_option("site", options->site, context.text("identifier or name of a site; without it, the map"));
  command->add_option("--theme", options->theme,
                      context.text("what colours the communes: need (default), attractiveness, access, minutes, age, "
                                   "zone, population, or a criterion"));
  add_date_option(*command, options->date, context);
  command->add_option("--format", options->format, context.text("text (default) or json"))
      ->check(CLI::IsMember({"text", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

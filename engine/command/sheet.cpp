// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/sheet.hpp"
#include "ancrage/base/error.hpp"
#include "command/assessment_options.hpp"
#include "command/commands.hpp"
#include "command/date_option.hpp"
#include "command/paper_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include <filesystem>
#include <memory>

namespace ancrage::command {

namespace {

struct Options : AssessmentOptions {
  std::vector<std::string> sites;
  std::string theme = "need";
  std::string date;
  std::string output;
};

// The options besides the weights that lead to the same ranking; of files the name without the folder.
std::string choices(const Options& options) {
  std::vector<std::string> words;
  const auto add = [&](const char* option, const std::string& value) {
    const std::string quote = value.find(' ') == std::string::npos ? "" : "'";
    if (!value.empty()) words.push_back(std::string(option) + " " + quote + value + quote);
  };
  const auto add_file = [&](const char* option, const std::string& path) {
    add(option, std::filesystem::path(path).filename().string());
  };
  add_file("--profile", options.profile);
  for (const std::string& limit : options.within) add("--within", limit);
  for (const std::string& limit : options.partner) add("--partner", limit);
  for (const std::string& limit : options.limits) add("--limit", limit);
  add_file("--scenario", options.scenario);
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
  return result;
}

void run(const Options& options, const Context& context) {
  if (paper_format(options.output) != report::paper::PaperFormat::pdf) {
    throw Error(ErrorCode::usage, message("A sheet is a PDF, not “{0}”", options.output), "-o",
                message("name a file that ends in .pdf"));
  }
  if (options.sites.size() > report::paper::most_sheet_sites) {
    throw Error(ErrorCode::usage, message("A sheet holds at most {0} sites", report::paper::most_sheet_sites),
                options.sites[report::paper::most_sheet_sites], message("make a second sheet"));
  }
  report::paper::SheetOptions sheet{.date = date_of(options.date), .theme = options.theme};
  const LoadedAssessment loaded = assess(options);
  const auto& territory = loaded.territory;
  std::vector<std::size_t> sites;
  for (const std::string& name : options.sites) sites.push_back(assessment::find_site(territory, name));
  sheet.aids = territory::read_aids(territory::aids_file(territory.path));
  if (loaded.scenario) sheet.scenario = &loaded.scenario->scenario;
  sheet.choices = choices(options);
  sheet.note = premises_note(loaded, context.language);
  write_result(options.output, report::paper::sheet_file(territory, loaded.assessment, sites, sheet, context.language));
}

}  // namespace

void add_sheet_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "sheet", context.text("one to four sites on paper, two pages each, and a page of comparison, as PDF"));
  add_assessment_options(*command, *options, context);
  command->add_option("sites", options->sites, context.text("identifiers or names of the sites"))->required();
  command->add_option("-o,--output", options->output, context.text("PDF to write"))->required();
  command->add_option("--theme", options->theme,
                      context.text("what colours the communes: need (default), attractiveness, access, minutes, age, "
                                   "zone, population, or a criterion"));
  add_date_option(*command, options->date, context);
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

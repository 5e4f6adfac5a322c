// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/map.hpp"
#include "ancrage/base/error.hpp"
#include "command/assessment_options.hpp"
#include "command/commands.hpp"
#include "command/paper_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <memory>

namespace ancrage::command {

namespace {

struct Options : AssessmentOptions {
  std::string theme = "need";
  std::vector<std::string> sites;
  std::string size = "210x297";
  double dpi = 150.0;
  std::string output;
};

void run(const Options& options, const Context& context) {
  const auto format = paper_format(options.output);
  const PaperSize size = parse_size(options.size);
  const LoadedAssessment loaded = assess(options);
  std::vector<std::size_t> sites;
  for (const std::string& name : options.sites) {
    const std::size_t site = assessment::find_site(loaded.territory, name);
    if (std::find(sites.begin(), sites.end(), site) == sites.end()) sites.push_back(site);
  }
  report::paper::MapFileOptions file{.format = format, .width = size.width, .height = size.height, .dpi = options.dpi};
  file.map.note = premises_note(loaded, context.language);
  if (loaded.scenario) file.map.time_factor = loaded.scenario->scenario.time_factor;
  const auto classification = report::paper::map_theme(options.theme, loaded.territory, loaded.assessment);
  write_result(options.output, report::paper::map_file(loaded.territory, loaded.assessment, classification, sites, file,
                                                       context.language));
}

}  // namespace

void add_map_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("map", context.text("the map with legend, scale and sources, as PDF, SVG or PNG"));
  add_assessment_options(*command, *options, context);
  command->add_option("-o,--output", options->output, context.text("file to write: .pdf, .svg or .png"))->required();
  command->add_option(
      "--theme", options->theme,
      context.text("what colours the communes: need (default), attractiveness, access, minutes, age, zone, population, "
                   "or a criterion"));
  command->add_option("--site", options->sites, context.text("a site to mark with its isochrones; may be repeated"))
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  command->add_option("--size", options->size, context.text("WIDTHxHEIGHT in millimetres (default 210x297), or in px"));
  command->add_option("--dpi", options->dpi, context.text("pixels to the inch of a PNG (default 150)"))
      ->check(CLI::Range(10.0, 1200.0));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

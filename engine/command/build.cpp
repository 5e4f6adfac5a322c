// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build.hpp"
#include "command/commands.hpp"

#include <fmt/format.h>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include <cstdio>
#include <memory>

namespace ancrage::command {

namespace {

void run(const territory::BuildOptions& options, const Context& context) {
  const territory::BuildReport report = territory::build_territory(options, terminal_progress(context.language));
  std::string text = context.text("{0}: {1} communes, {2} around them, {3} candidate sites, written to {4}",
                                  report.name, report.members, report.ring_communes, report.sites, report.package) +
                     "\n";
  for (const Diagnostic& diagnostic : report.diagnostics) {
    text += fmt::format("  {}: {}\n", diagnostic.layer, context.language.text(diagnostic.what));
  }
  write_result({}, text);
}

}  // namespace

void add_build_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<territory::BuildOptions>();
  CLI::App* command = app.add_subcommand("build", context.text("a territory package from raw open data"));
  command->add_option("--epci", options->epci_code, context.text("SIREN of the intercommunality, nine digits"))
      ->required();
  command->add_option("--from", options->raw_directory, context.text("directory of the raw files"))->required();
  command->add_option("-o,--output", options->output_directory, context.text("directory to write the package into"))
      ->required();
  command
      ->add_option("--ring-km", options->ring_km,
                   context.text("how near the outline of a neighbouring commune must come to be kept, km (20)"))
      ->check(CLI::NonNegativeNumber);
  command->add_option("--connectors", options->connectors_file,
                      context.text("file of connectors of roads (default: the one that ships with the program)"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

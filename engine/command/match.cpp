// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/matching_tables.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/matching/optimal_assignment.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/matching.hpp"
#include "command/commands.hpp"
#include "command/match_options.hpp"
#include "command/scenario_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace ancrage::command {

std::string match_format(const MatchOptions& options) {
  if (!options.format.empty()) return options.format;
  for (const std::string format : {"csv", "json"}) {
    if (options.output.ends_with("." + format)) return format;
  }
  return "table";
}

namespace {

// As many residents placed as can be, with the least sum of the ranks in their lists.
matching::Matching least_ranks(const matching::HospitalResidents& instance, const Progress& progress) {
  matching::CostRows rows;
  std::vector<std::vector<std::uint32_t>> choice_of(instance.residents());
  for (std::size_t r = 0; r < instance.residents(); ++r) {
    for (std::uint32_t k = 0; k < instance.choices(r).size(); ++k) {
      if (instance.standing(r)[k] == matching::none) continue;
      rows.add(instance.choices(r)[k], k + 1.0);
      choice_of[r].push_back(k);
    }
    rows.end_row();
  }
  std::vector<std::uint32_t> capacity;
  for (std::size_t h = 0; h < instance.hospitals(); ++h) capacity.push_back(instance.capacity(h));
  matching::Matching result = matching::optimal_assignment(rows, capacity, progress.stop).entry;
  for (std::size_t r = 0; r < result.size(); ++r) {
    if (result[r] != matching::none) result[r] = choice_of[r][result[r]];
  }
  return result;
}

void run_plain(const MatchOptions& options, const Context& context) {
  const std::string format = match_format(options);
  const Progress progress = terminal_progress(context.language);
  const assessment::MatchingTables tables = assessment::read_matching_tables(options.residents, options.hospitals);
  const auto side = options.for_places() ? matching::Side::hospitals : matching::Side::residents;
  const auto method = options.method == "stable" ? report::MatchingMethod::stable : report::MatchingMethod::assignment;
  report::MatchingReport report{tables.resident_id, tables.hospital_id, tables.instance, side};
  if (method == report::MatchingMethod::stable || format == "table") {
    report.stable = matching::stable_matching(tables.instance, side);
  }
  if (method == report::MatchingMethod::assignment || format == "table") {
    report.assignment = least_ranks(tables.instance, progress);
  }
  if (format == "table") {
    write_result(options.output, report::matching_text(report, method, context.language));
    return;
  }
  if (format == "json") {
    const auto replace = nlohmann::json::error_handler_t::replace;
    write_result(options.output, report::matching_json(report, method).dump(2, ' ', false, replace) + "\n");
  } else {
    write_result(options.output, io::csv_text(report::matching_features(report, method)));
  }
  for (const Diagnostic& diagnostic : report::matching_diagnostics(report, method)) {
    std::fprintf(stderr, "%s\n", report::diagnostic_line(diagnostic, context.language).c_str());
  }
}

void run(const MatchOptions& options, const Context& context) {
  const bool plain = !options.residents.empty() || !options.hospitals.empty();
  const bool territory = !options.territory.empty() || !options.applicants.empty();
  if (plain && territory) {
    throw Error(ErrorCode::usage, message("Tables of residents and hospitals take no territory"),
                "--residents, --hospitals", message("give a territory with --applicants, or the two tables"));
  }
  if (territory) {
    if (options.territory.empty()) {
      throw Error(ErrorCode::usage, message("A territory is missing"), "--applicants",
                  message("write ancrage match TERRITORY --applicants F.csv"));
    }
    run_territory_match(options, context);
    return;
  }
  if (options.residents.empty() || options.hospitals.empty()) {
    throw Error(ErrorCode::usage, message("A table is missing"),
                options.residents.empty() ? "--residents" : "--hospitals", message("give residents and hospitals"));
  }
  if (options.method == "ranks") {
    throw Error(ErrorCode::usage, message("Of plain tables the assignment is that of the least sum of ranks"),
                "--method ranks", message("take --method assignment"));
  }
  run_plain(options, context);
}

void add_territory_options(CLI::App& command, MatchOptions& options, const Context& context) {
  command.add_option("territory", options.territory, context.text("territory directory (territory.toml inside)"));
  command.add_option("--applicants", options.applicants,
                     context.text("CSV of doctors: id,profile,within,limits,partner,group,priority; only id is needed, "
                                  "profile is a file or a name (interne, famille, …), partner makes a couple"));
  command.add_option("--places", options.places,
                     context.text("CSV of sites: id,capacity[,preferences]; the others keep --capacity"));
  command.add_option("--capacity", options.capacity, context.text("places in a site that the table does not name (1)"));
  command.add_option("--open", options.open, context.text("only the N sites of the greatest need"))
      ->check(CLI::PositiveNumber);
  command
      .add_option("--place-order", options.place_order,
                  context.text("after priority, a place goes to whom it suits best (suitability, default), or in the "
                               "order of the rows (arrival)"))
      ->check(CLI::IsMember({"suitability", "arrival"}));
  command
      .add_option("--couple-minutes", options.couple_minutes,
                  context.text("minutes by car between the places of a couple, at most (30)"))
      ->check(CLI::Range(0.0, 240.0));
  command.add_flag(
      "--together", options.together,
      context.text("where the applicants of a group (column group, or all of them) can practise together"));
  command
      .add_option("--secondary-minutes", options.secondary_minutes,
                  context.text("of --together: minutes from the pole to a secondary practice, at most (20)"))
      ->check(CLI::Range(0.0, 240.0));
  command.add_option("--top", options.top, context.text("of --together: the first N places (5)"))
      ->check(CLI::PositiveNumber);
  add_scenario_file_option(command, options.scenario, context);
}

}  // namespace

void add_match_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<MatchOptions>();
  CLI::App* command =
      app.add_subcommand("match", context.text("doctors to places: stable matching, and the assignment beside it"));
  add_territory_options(*command, *options, context);
  command->add_option("--residents", options->residents, context.text("CSV of residents: id,preferences (a>b>c)"));
  command->add_option("--hospitals", options->hospitals, context.text("CSV of hospitals: id,capacity,preferences"));
  command
      ->add_option("--optimal-for", options->optimal_for,
                   context.text("whose best stable matching: applicants (residents; default) or places (hospitals)"))
      ->check(CLI::IsMember({"residents", "hospitals", "applicants", "places"}));
  command
      ->add_option(
          "--method", options->method,
          context.text("stable (default); assignment: most placed, then most people served (plain tables: least "
                       "sum of ranks); ranks: most placed, least sum of ranks"))
      ->check(CLI::IsMember({"stable", "assignment", "ranks"}));
  command->add_option("--format", options->format, context.text("table (default), csv or json"))
      ->check(CLI::IsMember({"table", "csv", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/method.hpp"
#include "ancrage/access/plain_tables.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/accessibility.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "command/access_options.hpp"
#include "command/commands.hpp"
#include "command/scenario_options.hpp"

#include <fmt/format.h>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

namespace ancrage::command {

namespace {

std::optional<double> number(std::string_view text) {
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// The reference population in the order of the consumption; empty when none was given.
std::vector<double> reference_population(const AccessOptions& options, const ByClass& consumption) {
  const ByClass given = parse_by_class(options.reference, "--reference-population");
  if (given.classes.empty()) return {};
  std::vector<double> result;
  for (const std::string& name : consumption.classes) {
    const auto found = std::find(given.classes.begin(), given.classes.end(), name);
    if (found != given.classes.end()) {
      result.push_back(given.values[static_cast<std::size_t>(found - given.classes.begin())]);
    }
  }
  if (result.size() != consumption.classes.size() || given.classes.size() != consumption.classes.size()) {
    throw Error(ErrorCode::usage, message("The classes are not those of the consumption"), "--reference-population",
                message("give the people of each class of --consumption"));
  }
  return result;
}

// The format that was asked for, or that the output's name tells, or the table.
std::string format_of(const AccessOptions& options) {
  if (!options.format.empty()) return options.format;
  for (const std::string format : {"csv", "json"}) {
    if (options.output.ends_with("." + format)) return format;
  }
  return "table";
}

void check_tables(const AccessOptions& options) {
  if (!options.scenario.empty()) {
    throw Error(ErrorCode::usage, message("A scenario changes a territory"), "--scenario",
                message("name a territory instead of tables"));
  }
  if (options.supply.empty() == options.practitioners.empty()) {
    throw Error(ErrorCode::usage, message("The supply comes from one table"), "--supply, --practitioners",
                message("give one of the two"));
  }
  if (options.demand.empty() || options.times.empty()) {
    throw Error(ErrorCode::usage, message("A table is missing"), options.demand.empty() ? "--demand" : "--times",
                message("give supply, demand and times"));
  }
}

void check_thresholds(const std::vector<double>& thresholds) {
  for (const double threshold : thresholds) {
    if (std::isfinite(threshold) && threshold > 0) continue;
    throw Error(ErrorCode::usage, message("A threshold must be above 0"), "--thresholds",
                message("give it in the unit of the accessibility"));
  }
}

void note(report::AccessibilityReport& report, Message what, std::vector<std::string> names) {
  if (!names.empty()) report.diagnostics.push_back({Severity::warning, {}, std::move(what), std::move(names)});
}

void read_demand(const AccessOptions& options, report::AccessibilityReport& report) {
  const ByClass consumption = parse_by_class(options.consumption, "--consumption");
  const std::vector<double> reference = reference_population(options, consumption);
  access::DemandTable demand = access::read_demand(options.demand, consumption.classes);
  note(report, message("Columns of the demand were not used"), std::move(demand.unused_columns));
  report.demand = consumption.classes.empty()
                      ? demand.people
                      : access::standardised_population(demand.by_class, consumption.values, reference);
  report.demand_id = std::move(demand.id);
  report.people = std::move(demand.people);
}

void read_supply(const AccessOptions& options, report::AccessibilityReport& report) {
  const access::SupplyRule rule = supply_rule(options);
  if (options.practitioners.empty()) {
    access::SupplyTable supply = access::read_supply(options.supply);
    report.supply_id = std::move(supply.id);
    report.supply = std::move(supply.amount);
    if (!options.age_limit.empty() && rule.age_limit) {
      note(report, message("The age limit has no effect without --practitioners"), {options.age_limit});
    }
    return;
  }
  access::PractitionerTable table = access::read_practitioners(options.practitioners);
  access::PractitionerSupply supply = access::practitioner_supply(table.practitioners, table.place.size(), rule);
  report.supply_id = std::move(table.place);
  report.supply = std::move(supply.acts);
  note(report, message("Practitioners of unknown age are counted"), supply.count.unknown_age);
  report.practitioners = std::move(supply.count);
}

// Gravity has no weight at 0 minutes: say so with the places' names.
void check_weights(const access::TimesTable& times, const access::Decay& decay, const AccessOptions& options,
                   const report::AccessibilityReport& report) {
  if (std::isfinite(decay.weight(0))) return;
  for (std::size_t i = 0; i < report.demand_id.size(); ++i) {
    for (std::size_t pair = times.starts[i]; pair < times.starts[i + 1]; ++pair) {
      if (std::isfinite(decay.weight(times.minutes[pair]))) continue;
      throw Error(ErrorCode::wrong_input,
                  message("The decay {0} has no finite weight at {1} minutes", decay.text(),
                          fmt::format("{}", times.minutes[pair])),
                  fmt::format("{}, minutes, {} → {}", options.times, report.demand_id[i],
                              report.supply_id[times.supplies[pair]]),
                  message("give each way its own time, for example 1 minute within a place"));
    }
  }
}

report::AccessibilityReport compute(const AccessOptions& options) {
  check_tables(options);
  check_thresholds(options.thresholds);
  const access::Method& method = access::find_method(options.method);
  const access::Decay decay = access::method_decay(method, options.decay, options.max_minutes);
  report::AccessibilityReport report;
  report.method = options.method;
  report.decay = decay.text();
  report.max_minutes = options.max_minutes;
  if (decay.grows()) note(report, message("The weight grows with the time"), {decay.text()});
  read_demand(options, report);
  read_supply(options, report);
  access::TimesTable times = access::read_times(
      options.times, report.demand_id, report.supply_id,
      options.practitioners.empty() ? access::UnknownSupply::refuse : access::UnknownSupply::leave_out);
  note(report, message("Places of the times have no practitioner"), std::move(times.unknown_supplies));
  check_weights(times, decay, options, report);
  const access::Catchments catchments(times.view(), report.supply_id.size(), decay, method.choice);
  report.accessibility = access::accessibility(catchments, report.supply, report.demand);
  report.thresholds = options.thresholds;
  if (report.thresholds.empty() && method.key == "apl") {
    report.thresholds.assign(access::apl_thresholds.begin(), access::apl_thresholds.end());
  }
  return report;
}

void run(const AccessOptions& options, const Context& context) {
  if (!options.territory.empty()) {
    run_territory_access(options, context);
    return;
  }
  if (const std::string format = format_of(options); format == "geojson" || format == "gpkg") {
    throw Error(ErrorCode::usage, message("Plain tables have no geometry"), "--format",
                message("write table, csv or json"));
  }
  const report::AccessibilityReport report = compute(options);
  const std::string format = format_of(options);
  if (format == "table") {
    write_result(options.output, report::accessibility_text(report, context.language));
  } else if (format == "json") {
    const auto replace = nlohmann::json::error_handler_t::replace;
    write_result(options.output,
                 report::accessibility_json(report, context.language).dump(2, ' ', false, replace) + "\n");
  } else {
    write_result(options.output, io::csv_text(report::accessibility_features(report)));
    for (const Diagnostic& diagnostic : report::accessibility_diagnostics(report)) {
      std::fprintf(stderr, "%s\n", report::diagnostic_line(diagnostic, context.language).c_str());
    }
  }
}

void add_method_options(CLI::App& command, AccessOptions& options, const Context& context) {
  std::vector<std::string> keys;
  for (const access::Method& method : access::methods) keys.emplace_back(method.key);
  command
      .add_option("--method", options.method, context.text("apl (default), 2sfca, e2sfca, 3sfca, gravity or gaussian"))
      ->check(CLI::IsMember(keys));
  command.add_option("--decay", options.decay,
                     context.text("weight by minutes, bounds inside, instead of the method’s: "
                                  "10:1,15:0.3,20:0.1 | binary:30 | gaussian:20 | gravity:-1 | apl-2012"));
  command.add_option("--max", options.max_minutes, context.text("nothing is reached beyond so many minutes"));
  command
      .add_option("--consumption", options.consumption,
                  context.text("what each age class consumes: class=value,…; the demand has a column for each"))
      ->delimiter(',');
  command
      .add_option("--reference-population", options.reference,
                  context.text("people by age class whose mean consumption is 1 (default: those of the demand)"))
      ->delimiter(',');
  command
      .add_option("--thresholds", options.thresholds,
                  context.text("count the inhabitants under these (default with apl: 2.5,4)"))
      ->delimiter(',');
}

}  // namespace

ByClass parse_by_class(const std::vector<std::string>& texts, const std::string& option) {
  ByClass result;
  for (const std::string& text : texts) {
    const std::size_t equals = text.rfind('=');
    const auto value = equals == std::string::npos ? std::nullopt : number(std::string_view(text).substr(equals + 1));
    if (equals == 0 || !value || *value < 0) {
      throw Error(ErrorCode::usage, message("“{0}” is no class with a number of 0 or more", text), option,
                  message("write class=number,…, for example 65-74=6.1"));
    }
    std::string name = text.substr(0, equals);
    if (std::find(result.classes.begin(), result.classes.end(), name) != result.classes.end()) {
      throw Error(ErrorCode::usage, message("The class “{0}” is given twice", name), option,
                  message("give each class one number"));
    }
    result.classes.push_back(std::move(name));
    result.values.push_back(*value);
  }
  return result;
}

access::SupplyRule supply_rule(const AccessOptions& options) {
  access::SupplyRule rule = options.rule;
  if (options.age_limit == "none") {
    rule.age_limit.reset();
  } else if (!options.age_limit.empty()) {
    rule.age_limit = number(options.age_limit);
    if (!rule.age_limit || *rule.age_limit <= 0) {
      throw Error(ErrorCode::usage, message("“{0}” is no age", options.age_limit), "--age-limit",
                  message("write a number of years above 0, or none"));
    }
  }
  access::check_supply_rule(rule);
  return rule;
}

void add_access_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<AccessOptions>();
  CLI::App* command =
      app.add_subcommand("access", context.text("access to care of each place, by floating catchments"));
  command->add_option("territory", options->territory,
                      context.text("territory directory: its people, practitioners and roads instead of tables"));
  command->add_option("--by", options->by, context.text("rows of a territory: commune (default) or cell"))
      ->check(CLI::IsMember({"commune", "cell"}));
  add_scenario_file_option(*command, options->scenario, context);
  command->add_option("--supply", options->supply, context.text("CSV of supply places: id,supply"));
  command->add_option("--practitioners", options->practitioners,
                      context.text("CSV of practitioners instead: id,place,acts,age"));
  command->add_option("--demand", options->demand,
                      context.text("CSV of demand places: id,population (or a column for each age class)"));
  command->add_option("--times", options->times, context.text("CSV of travel times: from,to,minutes (from: demand)"));
  add_method_options(*command, *options, context);
  command->add_option(
      "--age-limit", options->age_limit,
      context.text(
          "practitioners above this age do not count: 65, 62, …, none (default: 65 of tables, none of a territory)"));
  command->add_option("--acts-floor", options->rule.floor,
                      context.text("acts a year that each practitioner counts for at least (default 3600)"));
  command->add_option("--acts-cap", options->rule.cap, context.text("… and at most (default 6000)"));
  command->add_option("--acts-unknown", options->rule.unknown,
                      context.text("acts of a practitioner whose acts are not known (default 5400)"));
  command
      ->add_option("--format", options->format,
                   context.text("table (default), csv, json; geojson or gpkg of a territory"))
      ->check(CLI::IsMember({"table", "csv", "json", "geojson", "gpkg"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

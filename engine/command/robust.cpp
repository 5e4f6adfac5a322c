// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/decision_input.hpp"
#include "ancrage/assessment/uncertain_facts.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/robustness.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/uncertain_facts.hpp"
#include "command/assessment_options.hpp"
#include "command/commands.hpp"
#include "command/decision_options.hpp"
#include "command/named_values.hpp"
#include "command/scenario_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <utility>

namespace ancrage::command {

namespace {

struct Options {
  AssessmentOptions assessment;  // its weights are those below
  DecisionOptions decision;
  std::string score{assessment::score_key(assessment::Score::need)};
  decision::SmaaOptions draws;
  std::vector<std::string> intervals;
  std::string importance;
  bool facts = false;
  std::size_t top = 0;
  std::string format = "table";
  std::string output;
};

assessment::Score score_of(const Options& options) {
  return options.score == assessment::score_key(assessment::Score::need) ? assessment::Score::need
                                                                         : assessment::Score::attractiveness;
}

decision::WeightConstraints constraints_of(const Options& options, const std::vector<std::string>& criteria) {
  decision::WeightConstraints constraints;
  const Message form = message("write criterion=low:high,… with shares of the whole weight, 0 to 1");
  for (const std::string& text : options.intervals) {
    constraints.intervals.resize(criteria.size());
    const auto [name, value] = named_value(text, "--intervals", form);
    const std::size_t k = criterion_position(name, criteria, "--intervals");
    const auto [low, high] = number_range(value, text, "--intervals", form);
    constraints.intervals[k] = {low, high};
  }
  if (options.importance.empty()) return constraints;
  for (const std::string_view name : parts_of(options.importance, '>')) {
    constraints.importance.push_back(criterion_position(name, criteria, "--order"));
  }
  return constraints;
}

decision::Robustness robustness_of(const Options& options, decision::DecisionTable utilities,
                                   std::span<const double> weights, const Progress& progress) {
  decision::WeightConstraints constraints = constraints_of(options, utilities.criteria);
  return decision::robustness(std::move(utilities), weights, std::move(constraints), options.draws, progress);
}

// `title` stands before the table and `close` after it, `more` joins the JSON.
void write(const Options& options, const report::RobustnessReport& report, const std::string& title,
           const std::string& close, nlohmann::ordered_json more, const Context& context) {
  if (options.format == "json") {
    const auto replace = nlohmann::json::error_handler_t::replace;
    nlohmann::ordered_json json = report::robustness_json(report);
    for (auto& [key, value] : more.items()) json[key] = std::move(value);
    write_result(options.output, json.dump(2, ' ', false, replace) + "\n");
  } else if (options.format == "csv") {
    write_result(options.output, io::csv_text(report::robustness_features(report)));
  } else {
    write_result(options.output, title + report::robustness_text(report, options.top, context.language) + close);
  }
}

void run_table(const Options& options, const Context& context) {
  const DecisionProblem problem = decision_problem(options.decision);
  const decision::Robustness robustness =
      robustness_of(options, decision::weighted_utilities(problem.table, problem.method), problem.weights,
                    terminal_progress(context.language));
  write(options, report::plain_report(robustness), {}, {}, nlohmann::ordered_json::object(), context);
  note_left_out(problem, context.language);
}

void run_territory(const Options& options, const Context& context) {
  AssessmentOptions wanted = options.assessment;
  wanted.weights = options.decision.weights;
  const LoadedAssessment loaded = assess(wanted);
  const assessment::Score which = score_of(options);
  const decision::Robustness robustness =
      robustness_of(options, assessment::utility_table_in(loaded.territory, loaded.assessment, which),
                    assessment::score_weights(loaded.assessment, which), terminal_progress(context.language));
  nlohmann::ordered_json more = {{"score", assessment::score_key(which)}};
  add_premises(more, loaded, context.language);
  const std::string title =
      heading(loaded, context.language) +
      context.text("{0}: {1}", loaded.territory.name, context.language.text(report::score_label(which))) + "\n";
  write(options, report::sites_report(robustness, loaded.territory, loaded.assessment, which, context.language), title,
        "\n" + context.language.text(loaded.assessment.travel) + "\n", std::move(more), context);
  if (options.format == "csv") std::fputs(notice(loaded, context.language).c_str(), stderr);
}

void run_facts(const Options& options, const Context& context) {
  AssessmentOptions wanted = options.assessment;
  wanted.weights = options.decision.weights;
  const LoadedAssessment loaded = assess(wanted);
  const assessment::UncertainFacts facts = assessment::uncertain_facts(
      loaded.territory, loaded.assessment, score_of(options), {}, terminal_progress(context.language));
  if (options.format == "json") {
    auto json = report::uncertain_facts_json(loaded.territory, facts);
    add_premises(json, loaded, context.language);
    write_result(options.output, json.dump(2) + "\n");
  } else if (options.format == "csv") {
    write_result(options.output, io::csv_text(report::uncertain_facts_features(loaded.territory, facts)));
    std::fputs(notice(loaded, context.language).c_str(), stderr);
  } else {
    write_result(options.output,
                 heading(loaded, context.language) +
                     report::uncertain_facts_text(loaded.territory, facts, options.top, context.language) + "\n" +
                     context.language.text(loaded.assessment.travel) + "\n");
  }
}

void check_use(const Options& options) {
  const bool plain = !options.decision.table.empty();
  if (plain == !options.assessment.territory.empty()) {
    throw Error(ErrorCode::usage, message("One input is needed"), "--table",
                message("give either a territory or --table"));
  }
  const DecisionOptions& decision = options.decision;
  const bool of_table =
      !decision.minimise.empty() || !decision.bounds.empty() || !decision.values.empty() || !decision.normalise.empty();
  if (!plain && of_table) {
    throw Error(ErrorCode::usage, message("A territory’s criteria have directions and value functions of their own"),
                "--minimise, --bounds, --normalise, --value", message("use them with --table"));
  }
  const AssessmentOptions& of_territory = options.assessment;
  for (const auto& [given, option] :
       {std::pair{!of_territory.scenario.empty(), "--scenario"}, std::pair{options.facts, "--facts"},
        std::pair{!of_territory.profile.empty(), "--profile"}, std::pair{!of_territory.within.empty(), "--within"},
        std::pair{!of_territory.partner.empty(), "--partner"}, std::pair{!of_territory.limits.empty(), "--limit"}}) {
    if (plain && given) {
      throw Error(ErrorCode::usage, message("This option says nothing of a table"), option,
                  message("use it with a territory"));
    }
  }
  const bool draws = !options.intervals.empty() || !options.importance.empty() || !options.assessment.scenario.empty();
  if (options.facts && draws) {
    throw Error(ErrorCode::usage, message("Uncertain facts are those of the territory as it is, under its weights"),
                "--facts", message("leave out --intervals, --order and --scenario"));
  }
}

}  // namespace

void add_robust_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "robust", context.text("how much the ranking depends on the weights: of a territory’s sites or of any table"));
  command->add_option("territory", options->assessment.territory,
                      context.text("territory directory (territory.toml inside)"));
  command->add_option("--score", options->score, context.text("of a territory: need (default) or attractiveness"))
      ->check(CLI::IsMember({"need", "attractiveness"}));
  add_limit_options(*command, options->assessment, context);
  add_scenario_file_option(*command, options->assessment.scenario, context);
  add_decision_options(*command, options->decision, context);
  command->add_option("--samples", options->draws.samples, context.text("weightings drawn (10 000)"))
      ->check(CLI::PositiveNumber);
  command->add_option("--seed", options->draws.seed,
                      context.text("of the draws (1): the same one gives the same result"));
  command
      ->add_option("--intervals", options->intervals,
                   context.text("weights only within shares of the whole: criterion=0.1:0.3,…"))
      ->delimiter(',');
  command->add_option("--order", options->importance,
                      context.text("weights only in this order of importance: 'a>b>c' (quote it)"));
  command->add_flag("--facts", options->facts,
                    context.text("instead of the weights, what is not known exactly: car times ±15 %, acts a year of a "
                                 "practitioner, weights by minutes"));
  command->add_option("--top", options->top, context.text("only the first N in the table"))->check(CLI::PositiveNumber);
  command->add_option("--format", options->format, context.text("table (default), csv or json"))
      ->check(CLI::IsMember({"table", "csv", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] {
    check_use(*options);
    if (options->facts) {
      run_facts(*options, context);
    } else if (options->decision.table.empty()) {
      run_territory(*options, context);
    } else {
      run_table(*options, context);
    }
  });
}

}  // namespace ancrage::command

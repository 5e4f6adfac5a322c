// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/decision.hpp"
#include "command/commands.hpp"
#include "command/decision_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace ancrage::command {

namespace {

struct Options : DecisionOptions {
  std::string method{decision::method_key(decision::Method::weighted_sum)};
  std::vector<std::string> preferences;
  std::string format = "table";
  std::string output;
};

void check_use(const Options& options, decision::Method method) {
  const auto refuse = [](const char* option, Message remedy) {
    throw Error(ErrorCode::usage, message("This option says nothing to the method"), option, std::move(remedy));
  };
  if (!options.values.empty() && method != decision::Method::weighted_sum) {
    refuse("--value", message("value functions belong to --method weighted-sum"));
  }
  if (!options.preferences.empty() && method != decision::Method::promethee2) {
    refuse("--preference", message("preference functions belong to --method promethee2"));
  }
  const bool normalises = method == decision::Method::weighted_sum || method == decision::Method::topsis;
  if (!options.normalise.empty() && !normalises) {
    refuse("--normalise", message("it belongs to --method weighted-sum or topsis"));
  }
  if (!options.normalise.empty() && !options.values.empty()) {
    refuse("--normalise", message("leave it out: value functions need none"));
  }
}

void run(const Options& options, const Context& context) {
  const decision::Method method = decision::parse_method(options.method);
  check_use(options, method);
  DecisionProblem problem = decision_problem(options);
  problem.method.method = method;
  if (method == decision::Method::promethee2) {
    problem.method.preferences = parse_preferences(options.preferences, problem.table);
  }
  problem.method.stop = terminal_progress(context.language).stop;
  const decision::MethodResult result = decision::rank_alternatives(problem.table, problem.weights, problem.method);
  const report::Decision decision{problem.table, problem.weights, problem.method, result};
  if (options.format == "json") {
    const auto replace = nlohmann::json::error_handler_t::replace;
    write_result(options.output, report::decision_json(decision).dump(2, ' ', false, replace) + "\n");
  } else if (options.format == "csv") {
    write_result(options.output, io::csv_text(report::decision_features(decision)));
  } else {
    write_result(options.output, report::decision_text(decision, context.language));
  }
  note_left_out(problem, context.language);
}

}  // namespace

void add_decide_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("decide", context.text("ranks the rows of any table of criteria"));
  add_decision_options(*command, *options, context);
  command->get_option("--table")->required();
  command->add_option("--method", options->method,
                      context.text("weighted-sum (default), topsis, promethee2 or spotis"));
  command
      ->add_option("--preference", options->preferences,
                   context.text("preference functions of promethee2: criterion=linear:1:2,… or linear:1:2 for all"))
      ->delimiter(',');
  command->add_option("--format", options->format, context.text("table (default), csv or json"))
      ->check(CLI::IsMember({"table", "csv", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

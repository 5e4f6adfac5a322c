// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/method_ranking.hpp"
#include "ancrage/report/ranking.hpp"
#include "ancrage/report/site_report.hpp"
#include "command/assessment_options.hpp"
#include "command/commands.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>

namespace ancrage::command {

namespace {

struct Options : AssessmentOptions {
  std::string by = "need";
  std::string method{decision::method_key(decision::Method::weighted_sum)};
  std::size_t top = 0;
  std::string format = "table";
  std::string output;
};

void run(const Options& options, const Context& context) {
  if (options.format == "gpkg" && options.output.empty()) {
    throw Error(ErrorCode::usage, message("A GeoPackage cannot go to standard output"), "--format gpkg",
                message("name a file with -o"));
  }
  const decision::Method method = decision::parse_method(options.method);
  const LoadedAssessment loaded = assess(options);
  const auto by = options.by == "need" ? assessment::Score::need : assessment::Score::attractiveness;
  std::optional<assessment::MethodRanking> other;
  if (method != decision::Method::weighted_sum) {
    other = assessment::method_ranking(loaded.territory, loaded.assessment, by, method);
  }
  std::span<const std::size_t> sites = other ? other->order : loaded.assessment.ranking(by);
  if (options.top > 0 && options.top < sites.size()) sites = sites.first(options.top);
  if (options.format == "table") {
    const std::string text =
        other ? report::method_ranking_text(loaded.territory, loaded.assessment, *other, sites, by, context.language)
              : report::ranking_text(loaded.territory, loaded.assessment, sites, by, context.language);
    write_result(options.output, heading(loaded, context.language) + text);
  } else if (options.format == "json") {
    auto json = report::sites_json(loaded.territory, loaded.assessment, sites);
    if (other) report::add_method(json, *other, sites, by);
    add_premises(json, loaded, context.language);
    write_result(options.output, json.dump(2) + "\n");
  } else {
    io::FeatureTable features = report::ranking_features(loaded.territory, loaded.assessment, sites);
    if (other) report::add_method(features, *other, sites);
    if (options.format == "csv") {
      write_result(options.output, io::csv_text(features));
    } else if (options.format == "geojson") {
      write_result(options.output, io::geojson_text(features));
    } else {
      io::write_geopackage(options.output, std::array{features});
    }
    std::fputs(notice(loaded, context.language).c_str(), stderr);
  }
}

}  // namespace

void add_rank_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("rank", context.text("the two scores and ranks of every candidate site of a territory"));
  add_assessment_options(*command, *options, context);
  command->add_option("--by", options->by, context.text("score to order by: need (default) or attractiveness"))
      ->check(CLI::IsMember({"need", "attractiveness"}));
  command->add_option("--method", options->method,
                      context.text("weighted-sum (default), topsis, promethee2 or spotis"));
  command->add_option("--top", options->top, context.text("only the first N sites"))->check(CLI::PositiveNumber);
  command->add_option("--format", options->format, context.text("table (default), csv, json, geojson or gpkg"))
      ->check(CLI::IsMember({"table", "csv", "json", "geojson", "gpkg"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/territory/package.hpp"
#include "ancrage/travel/isochrones_around.hpp"
#include "ancrage/travel/territory_times.hpp"
#include "command/commands.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include <array>
#include <cstdio>
#include <memory>

namespace ancrage::command {

namespace {

constexpr double longest_minutes = 180.0;

struct Options {
  std::string territory;
  std::string site;
  std::vector<double> minutes{5, 10, 15, 20, 30};
  std::string format;
  std::string output;
};

io::FeatureTable isochrone_features(const territory::Territory& territory, std::size_t site,
                                    const std::vector<double>& minutes) {
  io::FeatureTable table;
  table.name = "isochrones";
  table.crs_epsg = territory.crs_epsg;
  table.kind = io::GeometryKind::polygon;
  table.polygons = travel::isochrones_around(territory, territory.sites.position[site], minutes);
  table.add_text("site", std::vector<std::string>(minutes.size(), territory.sites.id[site]));
  std::vector<Quantity> bounds(minutes.begin(), minutes.end());
  table.add_reals("minutes", bounds);
  return table;
}

void run(const Options& options, const Context& context) {
  for (const double minutes : options.minutes) {
    if (minutes > 0 && minutes <= longest_minutes) continue;
    throw Error(ErrorCode::usage, message("A bound of an isochrone is no number of minutes up to {0}", 180),
                "--minutes", message("for example --minutes 10,20"));
  }
  const bool geopackage = options.format == "gpkg" || (options.format.empty() && options.output.ends_with(".gpkg"));
  if (geopackage && options.output.empty()) {
    throw Error(ErrorCode::usage, message("A GeoPackage cannot go to standard output"), "--format gpkg",
                message("name a file with -o"));
  }
  const territory::Territory territory = territory::load_territory(options.territory);
  const io::FeatureTable features =
      isochrone_features(territory, assessment::find_site(territory, options.site), options.minutes);
  if (geopackage) {
    io::write_geopackage(options.output, std::array{features});
  } else {
    write_result(options.output, io::geojson_text(features));
  }
  std::fprintf(stderr, "%s\n", context.language.text(travel::roads_statement(territory)).c_str());
}

}  // namespace

void add_isochrone_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "isochrone", context.text("what is reached by car from a site within some minutes, as polygons"));
  command->add_option("territory", options->territory, context.text("territory directory (territory.toml inside)"))
      ->required();
  command->add_option("site", options->site, context.text("identifier or name of a site, accents or not"))->required();
  command->add_option("--minutes", options->minutes, context.text("bounds, included (default 5,10,15,20,30)"))
      ->delimiter(',');
  command->add_option("--format", options->format, context.text("geojson (default) or gpkg"))
      ->check(CLI::IsMember({"geojson", "gpkg"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

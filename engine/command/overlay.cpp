// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/overlay.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/geometry/overlay.hpp"
#include "ancrage/geometry/repair.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/io/writer.hpp"
#include "command/commands.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include <array>
#include <cstdio>
#include <memory>

namespace ancrage::command {

namespace {

struct Options {
  std::string first;
  std::string second;
  std::string first_layer;
  std::string second_layer;
  std::string first_id;
  std::string second_id;
  int crs = 2154;
  bool areas = false;
  std::string format;
  std::string output;
};

io::FeatureTable read_polygons(const std::string& source, const std::string& layer, int crs, const Context& context) {
  io::FeatureTable table = io::read_features(source, {.layer = layer, .target_epsg = crs});
  if (table.kind != io::GeometryKind::polygon) {
    throw Error(ErrorCode::wrong_input, message("The layer has the wrong kind of geometry"),
                table.source + ", " + table.name, message("it must hold polygons"));
  }
  const auto repaired = geometry::repair(table.polygons);
  if (!repaired.empty()) {
    std::string rows;
    for (const std::uint32_t row : repaired) rows += (rows.empty() ? "" : ", ") + std::to_string(row + 1);
    std::fprintf(
        stderr, "%s\n",
        context
            .text("{0}: {1} polygons were invalid and have been repaired (features {2})", source, repaired.size(), rows)
            .c_str());
  }
  return table;
}

// The format that was asked for, or that the output's name tells, or the given one.
std::string format_of(const Options& options) {
  if (!options.format.empty()) return options.format;
  for (const std::string format : {"csv", "geojson", "gpkg"}) {
    if (options.output.ends_with("." + format)) return format;
  }
  return options.areas ? "csv" : "geojson";
}

void run(const Options& options, const Context& context) {
  const std::string format = format_of(options);
  if (format == "gpkg" && options.output.empty()) {
    throw Error(ErrorCode::usage, message("A GeoPackage cannot go to standard output"), "--format gpkg",
                message("name a file with -o"));
  }
  const Progress progress = terminal_progress(context.language);
  const auto first = read_polygons(options.first, options.first_layer, options.crs, context);
  const auto second = read_polygons(options.second, options.second_layer, options.crs, context);
  const report::OverlayNames names{options.first_id, options.second_id};
  const io::FeatureTable result =
      options.areas ? report::area_features(first, second,
                                            geometry::overlay_areas(first.polygons, second.polygons, progress), names)
                    : report::piece_features(
                          first, second, geometry::overlay_pieces(first.polygons, second.polygons, progress), names);
  if (format == "csv") {
    write_result(options.output, io::csv_text(result));
  } else if (format == "geojson") {
    write_result(options.output, io::geojson_text(result));
  } else {
    io::write_geopackage(options.output, std::array{result});
  }
}

}  // namespace

void add_overlay_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("overlay", context.text("lays one polygon layer over another: pieces, or areas and shares"));
  command->add_option("first", options->first, context.text("first polygon layer (any allowed GDAL source)"))
      ->required();
  command->add_option("second", options->second, context.text("second polygon layer"))->required();
  command->add_option("--first-layer", options->first_layer, context.text("layer of the first source"));
  command->add_option("--second-layer", options->second_layer, context.text("layer of the second source"));
  command->add_option("--first-id", options->first_id,
                      context.text("column that names the features of the first layer"));
  command->add_option("--second-id", options->second_id,
                      context.text("column that names the features of the second layer"));
  command->add_option("--crs", options->crs, context.text("EPSG code of the metric CRS to work in (default 2154)"));
  command->add_flag("--areas", options->areas, context.text("areas and shares instead of pieces"));
  command->add_option("--format", options->format, context.text("csv, geojson or gpkg"))
      ->check(CLI::IsMember({"csv", "geojson", "gpkg"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/diagnostics.hpp"
#include "ancrage/territory/package.hpp"
#include "ancrage/travel/edge_list.hpp"
#include "ancrage/travel/road_source.hpp"
#include "ancrage/travel/territory_times.hpp"
#include "ancrage/travel/travel_times.hpp"
#include "command/commands.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace ancrage::command {

namespace {

struct Options {
  std::string territory;
  std::string roads;
  std::string from;
  std::string to;
  double most_minutes = 60.0;
  std::vector<std::string> speeds;
  travel::RoadSourceOptions source;
  travel::SnapOptions snap;
  unsigned threads = 0;
  std::string format;
  std::string output;
};

struct PlaceList {
  std::vector<std::string> ids;
  std::vector<travel::NetworkPlace> places;
};

// A table, what its minutes are, and what was met on the way to it.
struct Answer {
  travel::NamedTravelTimes table;
  std::optional<Message> statement;  // nothing where they are used as they are
  Diagnostics diagnostics;
};

void require_distinct(const std::vector<std::string>& ids, const std::string& path) {
  std::set<std::string_view> seen;
  for (std::size_t row = 0; row < ids.size(); ++row) {
    if (seen.insert(ids[row]).second) continue;
    throw Error(ErrorCode::wrong_input, message("Row {0}: the place “{1}” occurs a second time", row + 1, ids[row]),
                path, message("give every place its own identifier"));
  }
}

PlaceList places_at_nodes(const std::string& path, const travel::EdgeList& roads) {
  const io::FeatureTable table = travel::read_named_table(path, {"id", "node"});
  PlaceList list{table.texts("id"), {}};
  require_distinct(list.ids, path);
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string& node = table.texts("node")[row];
    list.places.push_back(roads.place(node));
    if (!list.places.back().on_network()) {
      throw Error(ErrorCode::wrong_input, message("Row {0}: no road has a node “{1}”", row + 1, node), path,
                  message("name nodes of the edge list"));
    }
  }
  return list;
}

// Positions of a table with x, y in metres of the CRS, or lon, lat in degrees.
std::vector<geometry::Point> positions(const io::FeatureTable& table, int crs_epsg) {
  const bool degrees = table.find("lon") != nullptr;
  const std::string x_column = degrees ? "lon" : "x";
  const std::string y_column = degrees ? "lat" : "y";
  const std::vector<Quantity> x = table.quantities(x_column);
  const std::vector<Quantity> y = table.quantities(y_column);
  std::vector<geometry::Point> points;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const bool whole = x[row].is_number() && y[row].is_number();
    if (!whole || (degrees && (std::abs(x[row].value()) > 180 || std::abs(y[row].value()) > 90))) {
      throw Error(ErrorCode::wrong_input, message("Row {0} has no position", row + 1), table.source,
                  message("write {0} and {1} as numbers", x_column, y_column));
    }
    points.push_back({x[row].value(), y[row].value()});
  }
  if (degrees) io::reproject(points, 4326, crs_epsg);
  return points;
}

PlaceList places_on_roads(const std::string& path, const travel::RoadSnapper& snapper, int crs_epsg,
                          Diagnostics& diagnostics) {
  const io::FeatureTable table = travel::read_named_table(path, {"id"});
  PlaceList list{table.texts("id"), snapper.snap(positions(table, crs_epsg))};
  require_distinct(list.ids, path);
  Diagnostic far{Severity::warning, "places", message("{0}: places are too far from any road to be reached", path), {}};
  for (std::size_t i = 0; i < list.places.size(); ++i) {
    if (!list.places[i].on_network()) far.names.push_back(list.ids[i]);
  }
  if (!far.names.empty()) diagnostics.push_back(std::move(far));
  return list;
}

Answer times_on_edge_list(const Options& options, const Progress& progress) {
  const travel::EdgeList roads = travel::read_edge_list(options.roads);
  const travel::RoadMetric metric(roads.network, roads.minutes);
  PlaceList from = places_at_nodes(options.from, roads);
  PlaceList to = places_at_nodes(options.to, roads);
  travel::TravelTimes times =
      travel::travel_times(roads.network, metric, from.places, to.places,
                           {.most_minutes = options.most_minutes, .threads = options.threads}, progress);
  return {{std::move(from.ids), std::move(to.ids), std::move(times)}, {}, travel::unconnected_parts(roads.network)};
}

Answer times_on_roads(const Options& options, const Progress& progress) {
  travel::Roads roads = travel::read_roads(options.roads, options.source);
  const travel::RoadMetric metric(roads.network, roads.minutes_along, roads.minutes_against);
  const travel::RoadSnapper snapper(roads.network, options.snap);
  PlaceList from = places_on_roads(options.from, snapper, options.source.crs_epsg, roads.diagnostics);
  PlaceList to = places_on_roads(options.to, snapper, options.source.crs_epsg, roads.diagnostics);
  travel::TravelTimes times =
      travel::travel_times(roads.network, metric, from.places, to.places,
                           {.most_minutes = options.most_minutes, .threads = options.threads}, progress);
  return {{std::move(from.ids), std::move(to.ids), std::move(times)},
          message("Estimated times by car, traffic flowing freely (roads: {0})", options.roads),
          std::move(roads.diagnostics)};
}

// From every population cell of the territory to every candidate site, as all else about the territory counts them.
Answer times_of_territory(const Options& options, const Progress& progress) {
  const territory::Territory territory = territory::load_territory(options.territory);
  const travel::TerritoryTimes travel(territory, {.threads = options.threads});
  const auto& [cells, sites] = std::tie(territory.cells, territory.sites);
  return {{cells.id, sites.id,
           travel.between({cells.center, cells.id, cells.commune_code}, {sites.position, sites.id, sites.commune_code},
                          options.most_minutes, progress)},
          travel.statement(),
          travel.diagnostics()};
}

std::string json_text(const Answer& answer, const Options& options, const Context& context) {
  const travel::NamedTravelTimes& named = answer.table;
  auto rows = nlohmann::ordered_json::array();
  for (std::size_t row = 0; row < named.times.rows(); ++row) {
    const auto columns = named.times.columns_of(row);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      rows.push_back(
          {{"from", named.from[row]}, {"to", named.to[columns[i]]}, {"minutes", named.times.minutes_of(row)[i]}});
    }
  }
  nlohmann::ordered_json result{{"roads", options.roads.empty() ? options.territory : options.roads},
                                {"max_minutes", options.most_minutes}};
  if (answer.statement) result["travel_times"] = context.language.text(*answer.statement);
  result["diagnostics"] = report::diagnostics_json(answer.diagnostics, context.language);
  result["times"] = std::move(rows);
  return result.dump(2) + "\n";
}

// "class=km/h" pairs of --speed.
travel::ClassSpeeds stated_speeds(const std::vector<std::string>& texts) {
  travel::ClassSpeeds speeds;
  for (const std::string& text : texts) {
    const std::size_t equals = text.rfind('=');
    double kmh = 0.0;
    if (equals != std::string::npos) {
      std::from_chars(text.data() + equals + 1, text.data() + text.size(), kmh);
    }
    if (!(kmh > 0 && kmh < 1000)) {
      throw Error(ErrorCode::usage, message("“{0}” is no speed of a class", text), "--speed",
                  message("write class=km/h, for example track=20"));
    }
    speeds.push_back({text.substr(0, equals), kmh});
  }
  return speeds;
}

bool is_csv(const std::string& path) {
  return path.ends_with(".csv") || path.ends_with(".csv.gz") || path.ends_with(".CSV");
}

void run(Options options, const Context& context) {
  if (!(options.most_minutes >= 0 && options.most_minutes <= travel::most_minutes)) {
    throw Error(ErrorCode::usage, message("The cut-off is no number of minutes"), "--max",
                message("write a number from 0 to {0}", static_cast<std::int64_t>(travel::most_minutes)));
  }
  if (!(options.snap.access_kmh > 0)) {
    throw Error(ErrorCode::usage, message("The speed of the access leg must be more than 0"), "--access-speed");
  }
  const bool whole = !options.roads.empty() && !options.from.empty() && !options.to.empty();
  const bool none = options.roads.empty() && options.from.empty() && options.to.empty();
  if (options.territory.empty() ? !whole : !none) {
    throw Error(ErrorCode::usage, message("Name a territory, or roads with places"), {},
                message("write times TERRITORY, or times --roads F --from F --to F"));
  }
  options.source.speeds = travel::speeds_with(stated_speeds(options.speeds), travel::usual_speeds());
  const Progress progress = terminal_progress(context.language);
  const Answer answer = !options.territory.empty() ? times_of_territory(options, progress)
                        : is_csv(options.roads)    ? times_on_edge_list(options, progress)
                                                   : times_on_roads(options, progress);
  for (const Diagnostic& diagnostic : answer.diagnostics) {
    std::fprintf(stderr, "%s\n", report::diagnostic_line(diagnostic, context.language).c_str());
  }
  if (answer.statement) std::fprintf(stderr, "%s\n", context.language.text(*answer.statement).c_str());
  const bool json = options.format == "json" || (options.format.empty() && options.output.ends_with(".json"));
  write_result(options.output,
               json ? json_text(answer, options, context) : io::csv_text(travel::times_table(answer.table)));
}

}  // namespace

void add_times_command(CLI::App& app, const Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("times", context.text("travel times from places to places, as a table"));
  command->add_option("territory", options->territory,
                      context.text("territory directory: times from its population cells to its sites"));
  command->add_option("--roads", options->roads,
                      context.text("edge list (CSV from,to,minutes), OpenStreetMap extract, or line layer"));
  command->add_option("--from", options->from, context.text("CSV of origins: id,node or id,x,y or id,lon,lat"));
  command->add_option("--to", options->to, context.text("CSV of destinations, likewise"));
  command->add_option("--max", options->most_minutes, context.text("cut-off in minutes, included (default 60)"));
  command->add_option("--layer", options->source.layer, context.text("layer of a source with several"));
  command->add_option("--crs", options->source.crs_epsg,
                      context.text("EPSG code of the metric CRS to work in (default 2154)"));
  command->add_option("--class-field", options->source.fields.road_class,
                      context.text("field with the class of a road (default road_class)"));
  command->add_option("--speed-field", options->source.fields.speed,
                      context.text("field with its speed in km/h (default speed_kmh)"));
  command->add_option("--one-way-field", options->source.fields.one_way,
                      context.text("field with its direction: yes, -1 or no (default one_way)"));
  command->add_option("--speed", options->speeds, context.text("speeds of classes: class=km/h,…"))->delimiter(',');
  command
      ->add_option("--join", options->source.join_tolerance_m,
                   context.text("joins ends of roads this near to another road, in metres (default 0)"))
      ->check(CLI::Range(0.0, 10000.0));
  command->add_option("--access-speed", options->snap.access_kmh,
                      context.text("km/h from a place to the nearest road (default 5)"));
  command->add_option("--threads", options->threads, context.text("number of threads (default: one per processor)"));
  command->add_option("--format", options->format, context.text("csv (default) or json"))
      ->check(CLI::IsMember({"csv", "json"}));
  command->add_option("-o,--output", options->output, context.text("file to write instead of standard output"));
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace ancrage::command

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/package_writer.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/territory/build/connectors.hpp"
#include "ancrage/territory/build/json.hpp"
#include "ancrage/territory/build/sources.hpp"
#include "ancrage/territory/default_criteria.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ancrage::territory::build {

namespace {

io::FeatureTable layer(const char* name, io::GeometryKind kind, int crs_epsg) {
  io::FeatureTable table;
  table.name = name;
  table.kind = kind;
  table.crs_epsg = kind == io::GeometryKind::none ? 0 : crs_epsg;
  return table;
}

template <class Number>
std::vector<Quantity> quantities(const std::vector<Number>& values) {
  return {values.begin(), values.end()};
}

io::FeatureTable communes_table(const Territory& territory) {
  const Communes& communes = territory.communes;
  io::FeatureTable table = layer("communes", io::GeometryKind::polygon, territory.crs_epsg);
  table.polygons = communes.boundary;
  table.add_text("code", communes.code);
  table.add_text("name", communes.name);
  table.add_integers("member", quantities(communes.member));
  std::vector<std::string> zones;
  for (const ZoneStatus zone : communes.zone) zones.emplace_back(zone_key(zone));
  table.add_text("zone", std::move(zones));
  table.add_text("rural_class", communes.rural_class);
  table.add_integers("population", communes.population);
  table.add_integers("under_18", communes.under_18);
  table.add_integers("aged_65_plus", communes.aged_65_plus);
  table.add_integers("age_base_population", communes.age_base_population);
  table.add_reals("median_income_eur", communes.median_income_eur);
  table.add_integers("unemployed", communes.unemployed);
  table.add_integers("social_housing", communes.social_housing);
  table.add_integers("main_homes", communes.main_homes);
  table.add_reals("emergency_km", communes.emergency_km);
  table.add_integers("gps", communes.gps);
  table.add_integers("gps_60_plus", communes.gps_60_plus);
  return table;
}

io::FeatureTable sectors_table(const Territory& territory) {
  const PrioritySectors& sectors = territory.priority_sectors;
  io::FeatureTable table = layer("priority_sectors", io::GeometryKind::polygon, territory.crs_epsg);
  table.polygons = sectors.outline;
  table.add_text("code", sectors.code);
  table.add_text("name", sectors.name);
  table.add_text("kind", sectors.kind);
  table.add_text("communes", sectors.communes);
  table.add_integers("population", sectors.population);
  return table;
}

io::FeatureTable places_table(const char* name, const Places& places, int crs_epsg) {
  io::FeatureTable table = layer(name, io::GeometryKind::point, crs_epsg);
  table.points = places.position;
  table.add_text("id", places.id);
  table.add_text("name", places.name);
  table.add_text("kind", places.kind);
  table.add_text("commune_code", places.commune_code);
  return table;
}

io::FeatureTable cells_table(const Territory& territory) {
  constexpr std::array<const char*, age_bands> names{"age_0_3",   "age_4_5",   "age_6_10",  "age_11_17", "age_18_24",
                                                     "age_25_39", "age_40_54", "age_55_64", "age_65_79", "age_80_plus"};
  const PopulationCells& cells = territory.cells;
  io::FeatureTable table = layer("population_cells", io::GeometryKind::polygon, territory.crs_epsg);
  table.polygons = cells.outline;
  table.add_text("id", cells.id);
  table.add_text("commune_code", cells.commune_code);
  table.add_integers("year", quantities(cells.year));
  table.add_reals("population", quantities(cells.population));
  for (std::size_t band = 0; band < age_bands; ++band) {
    std::vector<Quantity> values;
    for (std::size_t i = 0; i < cells.size(); ++i) values.push_back(cells.by_age[i * age_bands + band]);
    table.add_reals(names[band], values);
  }
  return table;
}

io::FeatureTable roads_table(const Territory& territory) {
  io::FeatureTable table = layer("roads", io::GeometryKind::line, territory.crs_epsg);
  table.lines = territory.roads.line;
  table.add_text("name", territory.roads.name);
  table.add_text("road_class", territory.roads.road_class);
  std::vector<Quantity> synthetic;
  for (const std::string& road_class : territory.roads.road_class) {
    synthetic.emplace_back(road_class == connector_class ? 1.0 : 0.0);
  }
  table.add_integers("synthetic", std::move(synthetic));
  return table;
}

io::FeatureTable sources_table(const Territory& territory) {
  io::FeatureTable table = layer("sources", io::GeometryKind::none, 0);
  const auto column = [&](const char* name, std::string Source::*field) {
    std::vector<std::string> values;
    for (const Source& source : territory.sources) values.push_back(source.*field);
    table.add_text(name, std::move(values));
  };
  column("layer", &Source::layer);
  column("columns", &Source::columns);
  column("producer", &Source::producer);
  column("dataset", &Source::dataset);
  column("vintage", &Source::vintage);
  column("licence", &Source::licence);
  column("retrieved", &Source::retrieved);
  column("transformation", &Source::transformation);
  return table;
}

std::string arguments_json(const Message& message) {
  Json list = Json::array();
  for (const MessageArgument& argument : message.arguments) {
    if (const auto* text = std::get_if<std::string>(&argument)) {
      list.push_back(*text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&argument)) {
      list.push_back(*whole);
    } else {
      list.push_back(std::get<DecimalArgument>(argument).value);
    }
  }
  return list.dump();
}

io::FeatureTable report_table(const Diagnostics& diagnostics) {
  constexpr std::array<const char*, 3> severities{"note", "warning", "error"};
  std::vector<std::string> severity, layers, messages, arguments, names;
  for (const Diagnostic& diagnostic : diagnostics) {
    severity.emplace_back(severities[static_cast<std::size_t>(diagnostic.severity)]);
    layers.push_back(diagnostic.layer);
    messages.push_back(plural_forms(diagnostic.what).several);  // the key of its translation
    arguments.push_back(arguments_json(diagnostic.what));
    names.push_back(fmt::format("{}", fmt::join(diagnostic.names, "; ")));
  }
  io::FeatureTable table = layer("build_report", io::GeometryKind::none, 0);
  table.add_text("severity", std::move(severity));
  table.add_text("layer", std::move(layers));
  table.add_text("message", std::move(messages));
  table.add_text("arguments", std::move(arguments));
  table.add_text("names", std::move(names));
  return table;
}

std::string settings_toml(const Territory& territory, const std::string& geopackage,
                          const std::vector<io::FeatureTable>& tables) {
  const auto quoted = [](const std::string& text) { return Json(text).dump(); };  // TOML basic strings escape as JSON
  std::string toml = "# Écrit par « ancrage build » ; les pondérations et les seuils ci-dessous se modifient ici.\n\n";
  toml += "[territory]\n";
  toml += "name = " + quoted(territory.name) + "\n";
  toml += "code = " + quoted(territory.code) + "\n";
  toml += fmt::format("crs = \"EPSG:{}\"\n", territory.crs_epsg);
  toml += fmt::format("catchment_minutes = {:g}\n", territory.catchment_minutes);
  for (const io::FeatureTable& table : tables) {
    toml += fmt::format("\n[layers.{0}]\nsource = {1}\nlayer = \"{0}\"\n", table.name, quoted(geopackage));
  }
  toml +=
      "\n# Accès aux soins (APL) : poids selon les minutes, actes par an d'un généraliste dont on ne sait que le "
      "nombre,\n"
      "# année des effectifs et des âges.\n[access]\n";
  toml += "decay = " + quoted(territory.access.decay) + "\n";
  toml += fmt::format("acts = {:g}\n", territory.access.acts);
  if (territory.access.practitioners_year > 0) {
    toml += fmt::format("practitioners_year = {}\n", territory.access.practitioners_year);
  }
  const std::string criteria = default_criteria_toml();
  return criteria.empty() ? toml : toml + "\n" + criteria;
}

}  // namespace

std::string write_package(const Territory& territory, const Diagnostics& diagnostics, const std::string& directory) {
  namespace fs = std::filesystem;
  std::error_code fault;
  const fs::path folder = fs::absolute(directory).lexically_normal();
  fs::create_directories(folder, fault);
  if (fault) {
    throw Error(ErrorCode::unwritable_output, message("The directory cannot be made: {0}", fault.message()), directory,
                message("Choose another one, or ask for the right to write there"));
  }
  const fs::path named = folder.has_filename() ? folder : folder.parent_path();
  const std::string geopackage = named.filename().string() + ".gpkg";

  std::vector<io::FeatureTable> tables;
  tables.push_back(communes_table(territory));
  if (territory.priority_sectors.size() > 0) tables.push_back(sectors_table(territory));
  if (territory.health_poles.size() > 0) {
    tables.push_back(places_table("health_poles", territory.health_poles, territory.crs_epsg));
  }
  if (territory.facilities.size() > 0) {
    tables.push_back(places_table("facilities", territory.facilities, territory.crs_epsg));
  }
  tables.push_back(places_table("sites", territory.sites, territory.crs_epsg));
  if (territory.cells.size() > 0) tables.push_back(cells_table(territory));
  if (territory.roads.size() > 0) tables.push_back(roads_table(territory));
  tables.push_back(sources_table(territory));
  tables.push_back(report_table(diagnostics));

  const std::string path = (named / geopackage).string();
  io::write_geopackage(path, tables);
  io::write_text((named / "SOURCES.md").string(), sources_markdown(territory, diagnostics));
  io::write_text((named / "territory.toml").string(), settings_toml(territory, geopackage, tables));
  return path;
}

}  // namespace ancrage::territory::build

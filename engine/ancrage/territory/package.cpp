// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/package.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/territory/layer_reader.hpp"
#include "ancrage/territory/settings.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace ancrage::territory {

namespace {

void read_communes(LayerReader& reader, Communes& communes) {
  auto layer = reader.require("communes", io::GeometryKind::polygon);
  communes.code = layer.ids("code");
  communes.name = layer.texts("name");
  for (const Quantity& member : layer.quantities_or("member", 1.0)) communes.member.push_back(member.value_or(0) != 0);
  const auto zones = layer.texts_or("zone", std::string(zone_key(ZoneStatus::unmatched)));
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const auto zone = zone_from_key(zones[i]);
    if (!zone) {
      layer.fail(message("“{0}” is no zone status", zones[i]), i, "zone", message("write zip, zac, none or unmatched"));
    }
    communes.zone.push_back(*zone);
  }
  communes.rural_class = layer.texts_or("rural_class", "");
  communes.population = layer.counts("population");
  communes.under_18 = layer.counts("under_18");
  communes.aged_65_plus = layer.counts("aged_65_plus");
  communes.age_base_population = layer.counts("age_base_population");
  communes.median_income_eur = layer.counts("median_income_eur");
  communes.unemployed = layer.counts("unemployed");
  communes.social_housing = layer.counts("social_housing");
  communes.main_homes = layer.counts("main_homes");
  communes.emergency_km = layer.counts("emergency_km");
  communes.gps = layer.counts("gps");
  communes.gps_60_plus = layer.counts("gps_60_plus");
  communes.boundary = layer.take_polygons();
  if (std::none_of(communes.member.begin(), communes.member.end(), [](auto m) { return m != 0; })) {
    throw Error(ErrorCode::wrong_input, message("No commune belongs to the territory"), layer.where(),
                message("set member = 1 for those that do"));
  }
}

void read_priority_sectors(LayerReader& reader, PrioritySectors& sectors) {
  auto layer = reader.find("priority_sectors", io::GeometryKind::polygon);
  if (!layer) return;
  sectors.code = layer->ids("code");
  sectors.name = layer->texts("name");
  sectors.kind = layer->texts_or("kind", "QPV");
  sectors.communes = layer->texts_or("communes", "");
  sectors.population = layer->counts("population");
  sectors.outline = layer->take_polygons();
}

void read_places(LayerReader::Layer& layer, Places& places) {
  places.id = layer.ids("id");
  places.name = layer.texts("name");
  places.kind = layer.texts("kind");
  places.commune_code = layer.texts_or("commune_code", "");
  places.position = layer.take_points();
}

void read_cells(LayerReader& reader, PopulationCells& cells) {
  auto layer = reader.find("population_cells", io::GeometryKind::polygon);
  if (!layer) return;
  cells.id = layer->ids("id");
  cells.commune_code = layer->texts_or("commune_code", "");
  for (const Quantity& year : layer->quantities_or("year", 0.0))
    cells.year.push_back(static_cast<int>(year.value_or(0)));
  const auto population = layer->counts("population");
  for (std::size_t i = 0; i < population.size(); ++i) {
    if (!population[i].is_number()) {
      layer->fail(message("The population of a cell is missing"), i, "population",
                  message("leave out cells without a number"));
    }
    cells.population.push_back(population[i].value());
  }
  cells.by_age.resize(cells.size() * age_bands);
  for (std::size_t band = 0; band < age_bands; ++band) {
    const auto counts = layer->counts(age_columns[band]);
    for (std::size_t i = 0; i < counts.size(); ++i) cells.by_age[i * age_bands + band] = counts[i];
  }
  cells.outline = layer->take_polygons();
  for (std::size_t i = 0; i < cells.size(); ++i) cells.center.push_back(geometry::bounds(cells.outline, i).center());
}

void read_practitioners(LayerReader& reader, Practitioners& practitioners) {
  auto layer = reader.find("practitioners", io::GeometryKind::none);
  if (!layer) return;
  practitioners.id = layer->ids("id");
  practitioners.place = layer->texts("place");
  practitioners.acts = layer->counts("acts");
  practitioners.age = layer->counts("age");
}

void read_roads(LayerReader& reader, Roads& roads) {
  auto layer = reader.find("roads", io::GeometryKind::line);
  if (!layer) return;
  roads.name = layer->texts("name");
  roads.road_class = layer->texts("road_class");
  roads.line = layer->take_lines();
}

void read_sources(LayerReader& reader, std::vector<Source>& sources) {
  auto layer = reader.find("sources", io::GeometryKind::none);
  if (!layer) return;
  const auto layers = layer->texts("layer");
  const auto columns = layer->texts_or("columns", "");
  const auto producer = layer->texts("producer");
  const auto dataset = layer->texts("dataset");
  const auto vintage = layer->texts("vintage");
  const auto licence = layer->texts("licence");
  const auto retrieved = layer->texts_or("retrieved", "");
  const auto transformation = layer->texts_or("transformation", "");
  for (std::size_t i = 0; i < layers.size(); ++i) {
    sources.push_back(
        {layers[i], columns[i], producer[i], dataset[i], vintage[i], licence[i], retrieved[i], transformation[i]});
  }
}

// The values of a message, as the builder keeps them: a JSON array of texts and whole numbers.
std::vector<MessageArgument> read_arguments(const std::string& json) {
  std::vector<MessageArgument> arguments;
  const auto list = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array()) return arguments;
  for (const auto& value : list) {
    if (value.is_number_integer()) arguments.emplace_back(value.get<std::int64_t>());
    if (value.is_string()) arguments.emplace_back(value.get<std::string>());
  }
  return arguments;
}

// What the builder of the package could not do, kept inside it.
void read_build_report(LayerReader& reader, Diagnostics& diagnostics) {
  auto layer = reader.find("build_report", io::GeometryKind::none);
  if (!layer) return;
  const auto severities = layer->texts("severity");
  const auto layers = layer->texts("layer");
  const auto messages = layer->texts("message");
  const auto arguments = layer->texts_or("arguments", "");
  const auto names = layer->texts_or("names", "");
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const Severity severity = severities[i] == "error"     ? Severity::error
                              : severities[i] == "warning" ? Severity::warning
                                                           : Severity::note;
    Diagnostic diagnostic{severity, layers[i], Message{messages[i], read_arguments(arguments[i])}, {}};
    for (std::size_t begin = 0; begin < names[i].size();) {
      const std::size_t end = std::min(names[i].find("; ", begin), names[i].size());
      diagnostic.names.push_back(names[i].substr(begin, end - begin));
      begin = end + 2;
    }
    diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace

Territory load_territory(const std::string& directory) {
  const auto toml_path = std::filesystem::path(directory) / "territory.toml";
  TerritorySettings settings = read_settings(toml_path.string());
  Territory territory;
  territory.name = settings.name;
  territory.code = settings.code;
  territory.path = directory;
  territory.crs_epsg = settings.crs_epsg;
  territory.catchment_minutes = settings.catchment_minutes;
  territory.access = settings.access;
  territory.times_source = settings.times_source;
  territory.criteria = settings.criteria;

  LayerReader reader(settings, directory);
  read_communes(reader, territory.communes);
  read_priority_sectors(reader, territory.priority_sectors);
  if (auto layer = reader.find("health_poles", io::GeometryKind::point)) read_places(*layer, territory.health_poles);
  if (auto layer = reader.find("facilities", io::GeometryKind::point)) read_places(*layer, territory.facilities);
  read_cells(reader, territory.cells);
  read_practitioners(reader, territory.practitioners);
  read_roads(reader, territory.roads);
  auto sites = reader.require("sites", io::GeometryKind::point);
  read_places(sites, territory.sites);
  read_sources(reader, territory.sources);
  read_build_report(reader, territory.diagnostics);
  territory.health = reader.take_health();
  territory.missing_layers = reader.missing_layers();
  return territory;
}

}  // namespace ancrage::territory

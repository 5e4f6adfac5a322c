// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/map.hpp"

#include "ancrage/report/paper/legend.hpp"
#include "ancrage/report/paper/map_labels.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/travel/isochrones_around.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ancrage::report::paper {

namespace {

using territory::Territory;
using territory::ZoneStatus;

constexpr double gap = 10.0;
constexpr double side_width = 150.0;  // of a legend beside the map
constexpr TextStyle heading_style{.size = 13.0, .bold = true};
constexpr TextStyle note_style{.size = 8.0, .color = palette::secondary};
constexpr TextStyle sources_style{.size = 6.4, .color = palette::secondary};

geometry::Box ground_of(const Territory& territory) {
  geometry::Box box;
  for (std::size_t c = 0; c < territory.communes.size(); ++c) {
    if (territory.communes.member[c] != 0) box.extend(geometry::bounds(territory.communes.boundary, c));
  }
  const double margin = 0.03 * std::max(box.width(), box.height());
  box.extend(geometry::Point{box.low.x - margin, box.low.y - margin});
  box.extend(geometry::Point{box.high.x + margin, box.high.y + margin});
  return box;
}

// Where the map and the parts of its legend stand.
struct Layout {
  Rectangle map;
  Point classes;
  Point symbols;
  Point scale;
  double column = side_width;
};

double scale_of(const geometry::Box& ground, const Rectangle& map) {
  return std::min(map.width / ground.width(), map.height / ground.height());
}

// The legend beside the map or below it, whichever shows the territory larger.
Layout layout_of(const Canvas& canvas, const Rectangle& body, const geometry::Box& ground, const Legend& legend) {
  Layout beside;
  beside.map = {body.x, body.y, body.width - side_width - gap, body.height};
  const double left = beside.map.right() + gap;
  beside.classes = {left, body.y};
  beside.symbols = {left, body.y + legend.classes_height(canvas, side_width) + gap};
  beside.scale = {left, beside.symbols.y + legend.symbols_height(canvas, side_width) + 4};
  const bool fits = beside.scale.y + scale_height <= body.bottom() && beside.map.width > 0;

  Layout below;
  below.column = (body.width - 2 * gap) / 3;
  const double height =
      std::max(legend.classes_height(canvas, below.column), legend.symbols_height(canvas, below.column) + scale_height);
  below.map = {body.x, body.y, body.width, body.height - height - gap};
  below.classes = {body.x, below.map.bottom() + gap};
  below.symbols = {body.x + below.column + gap, below.classes.y};
  below.scale = {body.x + 2 * (below.column + gap), below.classes.y - 2};
  if (below.map.height <= 0) return beside;
  return fits && scale_of(ground, beside.map) >= scale_of(ground, below.map) ? beside : below;
}

// Communes of the territory whose centre is out by the wishes' limits.
std::vector<bool> communes_out(const Territory& territory, const assessment::Assessment& assessment) {
  std::vector<bool> out(territory.communes.size(), false);
  const auto centres = commune_centres(territory);
  for (std::size_t c = 0; c < out.size(); ++c) {
    out[c] = territory.communes.member[c] != 0 && centres[c] && !assessment.is_in(*centres[c]);
  }
  return out;
}

void draw_layers(const MapLayers& layers, const Classification& classification, const std::vector<bool>& set_back,
                 std::span<const std::size_t> sites, const geometry::PolygonSet& reached, const Language& language) {
  const Rectangle& paper = layers.projection.paper();
  layers.canvas.add_rectangle(paper);
  {
    const Canvas::Clip clip(layers.canvas);
    layers.canvas.add_rectangle(paper);
    layers.canvas.fill(palette::land);
    draw_communes(layers, classification, set_back);
    draw_borders(layers);
    draw_roads(layers);
    draw_zone(layers, ZoneStatus::zac);
    draw_zone(layers, ZoneStatus::zip);
    draw_sectors(layers);
    std::vector<std::string> labels;
    for (const double minutes : isochrone_minutes) {
      labels.push_back(language.text(message("{0} {1}", language.number(minutes), language.text("min"))));
    }
    draw_reached(layers, reached);
    draw_places(layers);
    draw_words(layers, {classification, set_back, sites, reached, labels});
    draw_pins(layers, sites);
  }
  layers.canvas.add_rectangle(paper);
  layers.canvas.stroke({palette::line, 0.7});
}

double draw_heading(Canvas& canvas, const Rectangle& where, const MapOptions& options) {
  double y = where.y;
  TextStyle style = heading_style;
  style.width = where.width;
  if (!options.heading.empty()) y += canvas.text({where.x, y}, options.heading, style).height + 2;
  style = note_style;
  style.width = where.width;
  if (!options.note.empty()) y += canvas.text({where.x, y}, options.note, style).height + 2;
  return y == where.y ? 0 : y - where.y + 4;
}

}  // namespace

Classification map_theme(std::string_view name, const Territory& territory, const assessment::Assessment& assessment) {
  constexpr std::array<std::pair<std::string_view, ColorKey>, 3> short_names{
      {{"access", ColorKey::accessibility},
       {"minutes", ColorKey::health_pole_minutes},
       {"age", ColorKey::aged_65_plus}}};
  for (const auto& [short_name, key] : short_names) {
    if (name == short_name) return classify(key, territory, assessment);
  }
  return classify(name, territory, assessment, "--theme");
}

std::string map_sources(const Territory& territory, const assessment::Assessment& assessment,
                        const Classification& classification, const Language& language, std::string_view beside) {
  std::string used = std::string(beside) + territory.provenance("communes.geometry") +
                     territory.provenance("communes.zone") + territory.provenance("priority_sectors.geometry") +
                     territory.provenance("health_poles") + territory.provenance("roads");
  const auto add_criteria = [&](auto wanted) {
    for (const auto& criterion : assessment.criteria) {
      if (wanted(criterion)) used += criterion.source;
    }
  };
  switch (classification.key) {
    case ColorKey::need:
      add_criteria([](const auto& criterion) { return criterion.score == assessment::Score::need; });
      break;
    case ColorKey::attractiveness:
      add_criteria([](const auto& criterion) { return criterion.score == assessment::Score::attractiveness; });
      break;
    case ColorKey::accessibility:
      used += territory.provenance("communes.gps") + territory.provenance("population_cells");
      break;
    case ColorKey::aged_65_plus:
      used += territory.provenance("communes.aged_65_plus");
      break;
    case ColorKey::population:
      used += territory.provenance("communes.population");
      break;
    case ColorKey::criterion:
      add_criteria([&](const auto& criterion) { return criterion.label == classification.title; });
      break;
    case ColorKey::health_pole_minutes:
    case ColorKey::zone:
      break;
  }
  const std::string names = short_sources(territory, used);
  return names.empty() ? names : language.text(message("Sources: {0}", names));
}

void draw_map(Canvas& canvas, const Rectangle& where, const Territory& territory,
              const assessment::Assessment& assessment, const Classification& classification,
              std::span<const std::size_t> sites, const MapOptions& options, const Language& language) {
  geometry::PolygonSet reached;
  if (options.isochrones && sites.size() == 1 && territory.roads.size() > 0) {
    reached = travel::isochrones_around(territory, territory.sites.position[sites.front()], isochrone_minutes,
                                        options.time_factor);
  }
  const double heading = draw_heading(canvas, where, options);
  TextStyle small = sources_style;
  small.width = where.width;
  const std::string sources = map_sources(territory, assessment, classification, language) + "\n" +
                              language.text(assessment.travel) + ". " +
                              language.text("What Ancrage computes is indicative; the zoning is official, dated data.");
  const double foot = canvas.measure(sources, small).height;
  const Rectangle body{where.x, where.y + heading, where.width, where.height - heading - foot - 5};

  const geometry::Box ground = ground_of(territory);
  const std::vector<bool> out = communes_out(territory, assessment);
  const bool any_out = std::find(out.begin(), out.end(), true) != out.end();
  const Legend legend(classification, territory, {sites, any_out, reached.size() > 0}, language);
  const Layout layout = layout_of(canvas, body, ground, legend);
  const MapProjection projection(ground, layout.map);
  draw_layers({canvas, projection, territory}, classification, out, sites, reached, language);
  legend.draw_classes(canvas, layout.classes, layout.column);
  legend.draw_symbols(canvas, layout.symbols, layout.column);
  draw_scale(canvas, layout.scale, projection.metres_per_point(), layout.column - 50, language);
  canvas.text({where.x, where.bottom() - foot}, sources, small);
}

std::string map_file(const Territory& territory, const assessment::Assessment& assessment,
                     const Classification& classification, std::span<const std::size_t> sites,
                     const MapFileOptions& options, const Language& language) {
  const std::string title = language.text(message("{0}: {1}", territory.name, language.text(classification.title)));
  Canvas canvas(options.format, options.width, options.height,
                {.dpi = options.dpi, .title = title, .language = language.tag()});
  const double margin = std::min(28.0, 0.04 * std::min(options.width, options.height));
  MapOptions map = options.map;
  if (map.heading.empty()) map.heading = title;
  draw_map(canvas, {margin, margin, options.width - 2 * margin, options.height - 2 * margin}, territory, assessment,
           classification, sites, map, language);
  return canvas.finish();
}

}  // namespace ancrage::report::paper

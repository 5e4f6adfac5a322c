// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/map_layers.hpp"

#include "ancrage/geometry/proximity.hpp"

#include <array>
#include <cmath>
#include <string>

namespace ancrage::report::paper {

namespace {

using geometry::Box;
using territory::ZoneStatus;

constexpr double finest_detail = 0.2;  // points between two corners of an outline

// A line on paper without the corners that no printer shows; its ends stay.
std::vector<Point> on_paper(const MapProjection& projection, std::span<const Point> ground) {
  std::vector<Point> result;
  for (std::size_t i = 0; i < ground.size(); ++i) {
    const Point p = projection(ground[i]);
    const bool end = i == 0 || i + 1 == ground.size();
    if (end || geometry::distance(p, result.back()) >= finest_detail) result.push_back(p);
  }
  return result;
}

void add_feature(const MapLayers& layers, const geometry::PolygonSet& polygons, std::size_t feature) {
  const auto [first, last] = polygons.rings_of(feature);
  for (std::size_t ring = first; ring < last; ++ring) {
    layers.canvas.add_ring(on_paper(layers.projection, polygons.ring(ring)));
  }
}

Rectangle paper_bounds(const MapLayers& layers, const geometry::PolygonSet& polygons, std::size_t feature) {
  const Box box = geometry::bounds(polygons, feature);
  const Point top_left = layers.projection({box.low.x, box.high.y});
  const Point bottom_right = layers.projection({box.high.x, box.low.y});
  return {top_left.x, top_left.y, bottom_right.x - top_left.x, bottom_right.y - top_left.y};
}

bool in_view(const MapLayers& layers, const Box& box) { return layers.projection.visible().intersects(box); }

// Lines through a rectangle at 45 degrees or level; their distance in points.
void pattern_lines(Canvas& canvas, const Rectangle& around, bool rising, double distance, const Stroke& stroke) {
  const double first = std::floor(around.y / distance) * distance;
  const double last = around.bottom() + (rising ? around.width : 0);
  for (double y = first; y <= last; y += distance) {
    canvas.add_line(std::array{Point{around.x, y}, Point{around.right(), rising ? y - around.width : y}});
  }
  canvas.stroke(stroke);
}

void pattern_dots(Canvas& canvas, const Rectangle& around, Color color) {
  constexpr double distance = 4.0;
  bool shifted = static_cast<long>(std::floor(around.y / distance)) % 2 != 0;
  for (double y = std::floor(around.y / distance) * distance; y <= around.bottom(); y += distance) {
    const double start = std::floor(around.x / distance) * distance + (shifted ? distance / 2 : 0);
    for (double x = start; x <= around.right(); x += distance) {
      canvas.add_rectangle({x - 0.4, y - 0.4, 0.8, 0.8});
    }
    shifted = !shifted;
  }
  canvas.fill(color);
}

constexpr Color road_color = hex(0x9A9388, 190);

double road_width(std::string_view road_class) {
  if (road_class == "motorway") return 1.5;
  return road_class == "national" ? 1.0 : 0.45;
}

}  // namespace

Stroke zone_stroke(ZoneStatus zone) {
  if (zone == ZoneStatus::zip) return {palette::zip, 1.5};
  return {palette::zac, 1.2, {4, 2}};
}

Color readable_on(Color color) {
  const double grey = 0.299 * color.red + 0.587 * color.green + 0.114 * color.blue;
  return grey < 140 ? palette::white : palette::ink;
}

std::string site_letter(std::size_t index, std::size_t count) {
  return count > 1 ? std::string(1, static_cast<char>('A' + index)) : std::string();
}

void fill_pattern(Canvas& canvas, const Rectangle& around, Pattern pattern, Color color) {
  const Canvas::Clip clip(canvas);
  Color ink = color;
  ink.alpha = 110;
  if (pattern == Pattern::horizontal) pattern_lines(canvas, around, false, 3.2, {ink, 0.35});
  if (pattern == Pattern::rising) pattern_lines(canvas, around, true, 4.0, {ink, 0.45});
  if (pattern == Pattern::dots) pattern_dots(canvas, around, ink);
}

void draw_communes(const MapLayers& layers, const Classification& classification, const std::vector<bool>& set_back) {
  const auto& boundary = layers.territory.communes.boundary;
  for (std::size_t c = 0; c < layers.territory.communes.size(); ++c) {
    const std::uint8_t index = classification.class_of[c];
    if (index == Classification::outside) continue;
    const MapClass& entry = classification.classes[index];
    add_feature(layers, boundary, c);
    layers.canvas.fill(set_back[c] ? palette::faded(entry.color) : entry.color);
    if (entry.pattern == Pattern::none || set_back[c]) continue;
    add_feature(layers, boundary, c);
    fill_pattern(layers.canvas, paper_bounds(layers, boundary, c), entry.pattern, palette::pattern_ink);
  }
}

void draw_roads(const MapLayers& layers) {
  const auto& roads = layers.territory.roads;
  for (const std::string_view road_class : {"departmental", "national", "motorway"}) {
    for (std::size_t r = 0; r < roads.size(); ++r) {
      if (roads.road_class[r] != road_class) continue;
      for (std::size_t l = roads.line.feature_starts[r]; l < roads.line.feature_starts[r + 1]; ++l) {
        const auto line = roads.line.line(l);
        if (in_view(layers, geometry::bounds(line))) layers.canvas.add_line(on_paper(layers.projection, line));
      }
    }
    layers.canvas.stroke({road_color, road_width(road_class)});
  }
}

void draw_borders(const MapLayers& layers) {
  const auto& communes = layers.territory.communes;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0 || !in_view(layers, geometry::bounds(communes.boundary, c))) continue;
    add_feature(layers, communes.boundary, c);
  }
  layers.canvas.stroke({palette::line, 0.5});
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0) add_feature(layers, communes.boundary, c);
  }
  layers.canvas.stroke({palette::white, 0.9});
}

void draw_zone(const MapLayers& layers, ZoneStatus zone) {
  const auto& communes = layers.territory.communes;
  std::vector<std::size_t> group;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0 && communes.zone[c] == zone) group.push_back(c);
  }
  if (group.empty()) return;
  add_feature(layers, geometry::merged(communes.boundary, {group}), 0);
  layers.canvas.stroke(zone_stroke(zone));
}

void draw_sectors(const MapLayers& layers) {
  const auto& sectors = layers.territory.priority_sectors;
  for (std::size_t s = 0; s < sectors.size(); ++s) {
    if (!in_view(layers, geometry::bounds(sectors.outline, s))) continue;
    {
      add_feature(layers, sectors.outline, s);
      const Canvas::Clip clip(layers.canvas);
      pattern_lines(layers.canvas, paper_bounds(layers, sectors.outline, s), true, 1.8, {palette::sector, 0.5});
    }
    add_feature(layers, sectors.outline, s);
    layers.canvas.stroke({palette::sector, 0.8});
  }
}

void draw_reached(const MapLayers& layers, const geometry::PolygonSet& reached) {
  for (std::size_t i = 0; i < reached.size(); ++i) {
    add_feature(layers, reached, i);
    layers.canvas.stroke({palette::accent, 1.0});
  }
}

bool has_own_symbol(std::string_view site_kind) {
  return site_kind != "commune_centre" && site_kind != "health_pole" && site_kind != "health_centre";
}

void draw_pole(Canvas& canvas, Point center) {
  canvas.add_circle(center, symbol_radius);
  canvas.fill_and_stroke(palette::pole, {palette::white, 0.7});
  const double arm = symbol_radius * 0.55;
  canvas.line({center.x - arm, center.y}, {center.x + arm, center.y}, {palette::white, 1.1});
  canvas.line({center.x, center.y - arm}, {center.x, center.y + arm}, {palette::white, 1.1});
}

void draw_place(Canvas& canvas, Point center) {
  canvas.add_circle(center, place_radius);
  canvas.fill_and_stroke(palette::white, {palette::ink, 0.6});
}

void draw_places(const MapLayers& layers) {
  const auto& sites = layers.territory.sites;
  for (std::size_t s = 0; s < sites.size(); ++s) {
    if (has_own_symbol(sites.kind[s])) draw_place(layers.canvas, layers.projection(sites.position[s]));
  }
  const auto& poles = layers.territory.health_poles;
  for (std::size_t p = 0; p < poles.size(); ++p) {
    if (!territory::is_general_practice(poles.kind[p]) || !layers.projection.visible().contains(poles.position[p]))
      continue;
    draw_pole(layers.canvas, layers.projection(poles.position[p]));
  }
}

void draw_pin(Canvas& canvas, Point tip, std::string_view letter) {
  constexpr double radius = 5.6;
  constexpr double height = 11.5;
  const Point center{tip.x, tip.y - height};
  const Stroke rim{palette::white, 1.6};
  const auto shape = [&] {
    canvas.add_ring(std::array{tip, Point{center.x - 4.6, center.y + 3.2}, Point{center.x + 4.6, center.y + 3.2}});
  };
  canvas.add_circle(center, radius);
  canvas.stroke(rim);
  shape();
  canvas.fill_and_stroke(palette::accent, rim);
  shape();
  canvas.fill(palette::accent);
  canvas.add_circle(center, radius);
  canvas.fill(palette::accent);
  if (letter.empty()) {
    canvas.add_circle(center, 2.1);
    canvas.fill(palette::white);
    return;
  }
  canvas.text({center.x, center.y - 4.9}, letter,
              {.size = 7.5, .bold = true, .color = palette::white, .align = Align::center});
}

void draw_pins(const MapLayers& layers, std::span<const std::size_t> sites) {
  for (std::size_t i = 0; i < sites.size(); ++i) {
    draw_pin(layers.canvas, layers.projection(layers.territory.sites.position[sites[i]]), site_letter(i, sites.size()));
  }
}

}  // namespace ancrage::report::paper

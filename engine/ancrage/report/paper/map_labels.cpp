// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/map_labels.hpp"

#include "ancrage/geometry/label_placement.hpp"
#include "ancrage/geometry/proximity.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ancrage::report::paper {

namespace {

constexpr double neighbour_population = 2500;  // of the neighbours that are named
constexpr TextStyle sign_style{.size = 5.6, .bold = true, .align = Align::center};
constexpr double sign_radius = 3.2;

struct Name {
  std::string text;
  Point ground;
  TextStyle style;
  double clearance;
  bool important;
};

TextStyle name_style(double population, bool member) {
  TextStyle style{.size = 6.4, .halo = 1.1};
  if (!member) return {.size = 6.2, .italic = true, .color = palette::secondary, .halo = 1.0};
  if (population >= 3000) style.size = 7.2;
  if (population >= 20000) {
    style.size = 9.5;
    style.bold = true;
  }
  return style;
}

std::vector<std::size_t> by_population(const territory::Communes& communes) {
  std::vector<std::size_t> order(communes.size());
  for (std::size_t c = 0; c < order.size(); ++c) order[c] = c;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (communes.member[a] != communes.member[b]) return communes.member[a] > communes.member[b];
    return communes.population[a].value_or(0) > communes.population[b].value_or(0);
  });
  return order;
}

// Pinned sites, then members, then neighbours, the largest first; a commune whose name a pin bears is left out.
std::vector<Name> wanted_names(const MapLayers& layers, const std::vector<Point>& sign_at,
                               std::span<const std::size_t> sites) {
  const auto& territory = layers.territory;
  const auto& communes = territory.communes;
  std::vector<Name> names;
  for (const std::size_t site : sites) {
    names.push_back({territory.sites.name[site],
                     territory.sites.position[site],
                     {.size = 8.2, .bold = true, .color = palette::accent, .halo = 1.4},
                     3.0,
                     true});
  }
  for (const std::size_t c : by_population(communes)) {
    const double population = communes.population[c].value_or(0);
    const bool member = communes.member[c] != 0;
    if (!member && (population < neighbour_population || !layers.projection.visible().contains(sign_at[c]))) continue;
    const bool pinned = std::any_of(sites.begin(), sites.end(),
                                    [&](std::size_t site) { return territory.sites.name[site] == communes.name[c]; });
    if (!pinned)
      names.push_back(
          {communes.name[c], sign_at[c], name_style(population, member), member ? sign_radius : 0.0, false});
  }
  return names;
}

std::vector<geometry::Obstacle> symbols(const MapLayers& layers, const std::vector<Point>& sign_at,
                                        std::span<const std::size_t> sites) {
  const double metres = layers.projection.metres_per_point();
  const auto& territory = layers.territory;
  std::vector<geometry::Obstacle> result;
  for (std::size_t c = 0; c < sign_at.size(); ++c) {
    if (territory.communes.member[c] != 0) result.push_back({sign_at[c], sign_radius - 0.6});
  }
  const auto& poles = territory.health_poles;
  for (std::size_t p = 0; p < poles.size(); ++p) {
    if (territory::is_general_practice(poles.kind[p])) result.push_back({poles.position[p], symbol_radius});
  }
  for (const std::size_t site : sites) {
    const Point tip = territory.sites.position[site];
    result.push_back({{tip.x, tip.y + 11 * metres}, 6.5});
    result.push_back({{tip.x, tip.y + 3 * metres}, 3.0});
  }
  return result;
}

}  // namespace

void draw_signs_and_names(const MapLayers& layers, const Classification& classification,
                          std::span<const std::size_t> sites) {
  const auto& communes = layers.territory.communes;
  std::vector<Point> sign_at(communes.size());
  for (std::size_t c = 0; c < communes.size(); ++c) {
    const auto& boundary = communes.boundary;
    const bool drawn = boundary.feature_starts[c] < boundary.feature_starts[c + 1];
    if (drawn) sign_at[c] = geometry::interior_point(boundary, c);
    const std::uint8_t index = classification.class_of[c];
    if (!drawn || index == Classification::outside) continue;
    const MapClass& entry = classification.classes[index];
    TextStyle style = sign_style;
    style.color = readable_on(entry.color);
    const Point at = layers.projection(sign_at[c]);
    layers.canvas.text({at.x, at.y - 3.6}, entry.sign, style);
  }

  const std::vector<Name> names = wanted_names(layers, sign_at, sites);
  std::vector<geometry::LabelRequest> requests;
  for (const Name& name : names) {
    const Extent size = layers.canvas.measure(name.text, name.style);
    requests.push_back({name.ground, size.width, size.height, name.clearance, name.important});
  }
  const auto obstacles = symbols(layers, sign_at, sites);
  const Rectangle& paper = layers.projection.paper();
  for (const auto& placed : geometry::place_labels(requests, obstacles, layers.projection.metres_per_point(),
                                                   {.horizontal = 2.0, .vertical = 0.5})) {
    const Name& name = names[placed.request];
    const Point anchor = layers.projection(name.ground);
    const Point at{anchor.x + placed.offset.x, anchor.y + placed.offset.y};
    const bool whole = at.x >= paper.x + 1 && at.y >= paper.y + 1 &&
                       at.x + requests[placed.request].width <= paper.right() - 1 &&
                       at.y + requests[placed.request].height <= paper.bottom() - 1;
    if (whole) layers.canvas.text(at, name.text, name.style);
  }
}

}  // namespace ancrage::report::paper

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/map_labels.hpp"

#include "ancrage/geometry/label_placement.hpp"
#include "ancrage/geometry/proximity.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace ancrage::report::paper {

namespace {

using geometry::Obstacle;

constexpr double neighbour_population = 2500;  // of the neighbours that are named
constexpr TextStyle sign_style{.size = 5.6, .bold = true, .align = Align::center};
constexpr TextStyle minutes_style{.size = 6.8, .bold = true, .color = palette::accent, .halo = 1.3};
constexpr TextStyle pin_name_style{.size = 8.2, .bold = true, .color = palette::accent, .halo = 1.4};
constexpr double sign_radius = 3.2;
constexpr geometry::LabelSpacing spacing{.horizontal = 3.0, .vertical = 0.8};

struct Name {
  std::string text;
  Point ground;
  TextStyle style;
  double clearance;
};

struct PlacedName {
  Point at;  // top left corner on paper
  Extent size;
  const Name* name;
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

// Members before neighbours, the largest first.
std::vector<std::size_t> by_population(const territory::Communes& communes) {
  std::vector<std::size_t> order(communes.size());
  for (std::size_t c = 0; c < order.size(); ++c) order[c] = c;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (communes.member[a] != communes.member[b]) return communes.member[a] > communes.member[b];
    return communes.population[a].value_or(0) > communes.population[b].value_or(0);
  });
  return order;
}

class Labels {
 public:
  Labels(const MapLayers& layers, const MapWords& words) : layers_(layers), words_(words) {}

  void draw() {
    draw_signs();
    add_symbols();
    place_minutes();
    place_pin_names();
    place_commune_names();
    for (auto placed = placed_.rbegin(); placed != placed_.rend(); ++placed) {
      layers_.canvas.text(placed->at, placed->name->text, placed->name->style);
    }
  }

 private:
  void draw_signs() {
    const auto& communes = layers_.territory.communes;
    sign_at_.resize(communes.size());
    for (std::size_t c = 0; c < communes.size(); ++c) {
      const auto& boundary = communes.boundary;
      if (boundary.feature_starts[c] == boundary.feature_starts[c + 1]) continue;
      sign_at_[c] = geometry::interior_point(boundary, c);
      const std::uint8_t index = words_.classification.class_of[c];
      if (index == Classification::outside || !signs_needed()) continue;
      const MapClass& entry = words_.classification.classes[index];
      TextStyle style = sign_style;
      style.color = readable_on(words_.set_back[c] ? palette::faded(entry.color) : entry.color);
      const Point at = layers_.projection(sign_at_[c]);
      layers_.canvas.text({at.x, at.y - 3.6}, entry.sign, style);
      obstacles_.push_back({sign_at_[c], sign_radius - 0.6});
    }
  }

  // Zones stand apart by their patterns.
  bool signs_needed() const { return words_.classification.key != ColorKey::zone; }

  void add_symbols() {
    const auto& territory = layers_.territory;
    const auto& poles = territory.health_poles;
    for (std::size_t p = 0; p < poles.size(); ++p) {
      if (territory::is_general_practice(poles.kind[p])) obstacles_.push_back({poles.position[p], symbol_radius});
    }
    const double metres = layers_.projection.metres_per_point();
    for (const std::size_t site : words_.sites) {
      const Point tip = territory.sites.position[site];
      pins_.push_back({{tip.x, tip.y + 11 * metres}, 6.5});
      pins_.push_back({{tip.x, tip.y + 3 * metres}, 3.0});
    }
    obstacles_.insert(obstacles_.end(), pins_.begin(), pins_.end());
  }

  // On the line, where it is farthest from all symbols and other labels.
  void place_minutes() {
    const Rectangle& paper = layers_.projection.paper();
    names_.reserve(words_.minutes.size() + words_.sites.size() + layers_.territory.communes.size());
    for (std::size_t i = 0; i < words_.reached.size() && i < words_.minutes.size(); ++i) {
      const Extent size = layers_.canvas.measure(words_.minutes[i], minutes_style);
      Point best;
      double most = -1.0;
      const auto [first, last] = words_.reached.rings_of(i);
      for (std::size_t ring = first; ring < last; ++ring) {
        for (const Point ground : words_.reached.ring(ring)) {
          const Point p = layers_.projection(ground);
          const bool whole = p.x - size.width > paper.x && p.x + size.width < paper.right() &&
                             p.y - size.height > paper.y && p.y + size.height < paper.bottom();
          const double room = whole ? distance_to_obstacles(ground) : -1.0;
          if (room <= most) continue;
          most = room;
          best = p;
        }
      }
      if (most < 0) continue;
      names_.push_back({words_.minutes[i], {}, minutes_style, 0});
      take({{best.x - size.width / 2, best.y - size.height / 2}, size, &names_.back()});
    }
  }

  double distance_to_obstacles(Point ground) const {
    double least = std::numeric_limits<double>::infinity();
    for (const Obstacle& obstacle : obstacles_) least = std::min(least, geometry::distance(ground, obstacle.ground));
    return least;
  }

  void place_pin_names() {
    const auto& sites = layers_.territory.sites;
    std::vector<const Name*> wanted;
    for (const std::size_t site : words_.sites) {
      names_.push_back({sites.name[site], sites.position[site], pin_name_style, 2.0});
      wanted.push_back(&names_.back());
    }
    // They may cover a pole rather than be left out.
    place(wanted, pins_);
  }

  void place_commune_names() {
    const auto& territory = layers_.territory;
    const auto& communes = territory.communes;
    std::vector<const Name*> wanted;
    for (const std::size_t c : by_population(communes)) {
      const double population = communes.population[c].value_or(0);
      const bool member = communes.member[c] != 0;
      if (!member && (population < neighbour_population || !layers_.projection.visible().contains(sign_at_[c]))) {
        continue;
      }
      const bool pinned = std::any_of(words_.sites.begin(), words_.sites.end(),
                                      [&](std::size_t site) { return territory.sites.name[site] == communes.name[c]; });
      if (pinned) continue;
      names_.push_back({communes.name[c], sign_at_[c], name_style(population, member), member ? sign_radius : 0.0});
      wanted.push_back(&names_.back());
    }
    place(wanted, obstacles_);
  }

  void place(const std::vector<const Name*>& wanted, const std::vector<Obstacle>& obstacles) {
    std::vector<geometry::LabelRequest> requests;
    for (const Name* name : wanted) {
      const Extent size = layers_.canvas.measure(name->text, name->style);
      requests.push_back({name->ground, size.width, size.height, name->clearance, false});
    }
    const Rectangle& paper = layers_.projection.paper();
    for (const auto& label :
         geometry::place_labels(requests, obstacles, layers_.projection.metres_per_point(), spacing)) {
      const auto& request = requests[label.request];
      const Point anchor = layers_.projection(request.ground);
      const Point at{anchor.x + label.offset.x, anchor.y + label.offset.y};
      const bool whole = at.x >= paper.x + 1 && at.y >= paper.y + 1 && at.x + request.width <= paper.right() - 1 &&
                         at.y + request.height <= paper.bottom() - 1;
      if (whole) take({at, {request.width, request.height}, wanted[label.request]});
    }
  }

  // Keeps it, and keeps others off: squares along its width.
  void take(const PlacedName& placed) {
    placed_.push_back(placed);
    const double half = placed.size.height / 2;
    for (double x = half; x < placed.size.width + half; x += placed.size.height) {
      const double middle = std::min(x, std::max(half, placed.size.width - half));
      obstacles_.push_back({on_ground({placed.at.x + middle, placed.at.y + half}), half});
    }
  }

  Point on_ground(Point paper) const {
    const geometry::Box visible = layers_.projection.visible();
    const double metres = layers_.projection.metres_per_point();
    const Rectangle& frame = layers_.projection.paper();
    return {visible.low.x + (paper.x - frame.x) * metres, visible.high.y - (paper.y - frame.y) * metres};
  }

  const MapLayers& layers_;
  const MapWords& words_;
  std::vector<Point> sign_at_{};
  std::vector<Obstacle> obstacles_{};
  std::vector<Obstacle> pins_{};
  std::vector<Name> names_{};  // never grows beyond what place_minutes() reserves
  std::vector<PlacedName> placed_{};
};

}  // namespace

void draw_words(const MapLayers& layers, const MapWords& words) { Labels(layers, words).draw(); }

}  // namespace ancrage::report::paper

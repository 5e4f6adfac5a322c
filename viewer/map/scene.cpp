// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/scene.hpp"

#include "ancrage/base/parallel_for.hpp"
#include "viewer/map/levels.hpp"
#include "viewer/map/tessellation.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace ancrage::viewer {
namespace {

using geometry::Point;
using territory::ZoneStatus;

constexpr std::array level_tolerances{0.0, 32.0, 64.0, 128.0};  // metres
constexpr std::size_t segments_per_batch = 512;
constexpr std::size_t features_per_batch = 16;

struct Relative {
  Point origin;
  FillVertex vertex(Point p, std::uint32_t feature) const {
    return {static_cast<float>(p.x - origin.x), static_cast<float>(p.y - origin.y), feature};
  }
  Segment segment(Point a, Point b) const {
    return {static_cast<float>(a.x - origin.x), static_cast<float>(a.y - origin.y), static_cast<float>(b.x - origin.x),
            static_cast<float>(b.y - origin.y)};
  }
};

void add_segment(Segments& segments, const Relative& relative, Point a, Point b) {
  if (segments.batches.empty() || segments.batches.back().count >= segments_per_batch) {
    segments.batches.push_back({{}, static_cast<std::uint32_t>(segments.segments.size()), 0});
  }
  Batch& batch = segments.batches.back();
  batch.box.extend(a);
  batch.box.extend(b);
  ++batch.count;
  segments.segments.push_back(relative.segment(a, b));
}

Triangles fill(const geometry::PolygonSet& polygons, const Relative& relative) {
  std::vector<std::vector<Point>> cut(polygons.size());
  parallel_for(polygons.size(), {}, [&](std::size_t begin, std::size_t end) {
    Tessellator tessellator;
    for (std::size_t feature = begin; feature < end; ++feature) {
      tessellator.triangulate(polygons, feature, cut[feature]);
    }
  });
  Triangles result;
  std::map<std::pair<float, float>, std::uint32_t> known;
  for (std::size_t feature = 0; feature < polygons.size(); ++feature) {
    if (feature % features_per_batch == 0) {
      result.batches.push_back({{}, static_cast<std::uint32_t>(result.indices.size()), 0});
    }
    Batch& batch = result.batches.back();
    known.clear();
    for (const Point p : cut[feature]) {
      batch.box.extend(p);
      const FillVertex vertex = relative.vertex(p, static_cast<std::uint32_t>(feature));
      const auto [found, added] =
          known.try_emplace({vertex.x, vertex.y}, static_cast<std::uint32_t>(result.vertices.size()));
      if (added) result.vertices.push_back(vertex);
      result.indices.push_back(found->second);
    }
    batch.count += static_cast<std::uint32_t>(cut[feature].size());
  }
  return result;
}

// Sorts the borders by what lies on their two sides.
void add_borders(MapLevel& level, const territory::Communes& communes, const Relative& relative) {
  auto member = [&](std::uint32_t f) { return f != Edge::no_feature && communes.member[f] != 0; };
  auto zone = [&](std::uint32_t f) { return member(f) ? communes.zone[f] : ZoneStatus::none; };
  for (const Edge& edge : edges(level.outline)) {
    const bool of_territory = member(edge.left) || member(edge.right);
    add_segment(of_territory ? level.member_borders : level.ring_borders, relative, edge.from, edge.to);
    const ZoneStatus left = zone(edge.left);
    const ZoneStatus right = zone(edge.right);
    if (left == right) continue;
    if (left == ZoneStatus::zip) add_segment(level.zip_outline, relative, edge.from, edge.to);
    if (right == ZoneStatus::zip) add_segment(level.zip_outline, relative, edge.to, edge.from);
    if (left == ZoneStatus::zac) add_segment(level.zac_outline, relative, edge.from, edge.to);
    if (right == ZoneStatus::zac) add_segment(level.zac_outline, relative, edge.to, edge.from);
  }
}

std::size_t road_layer(std::string_view road_class) {
  if (road_class == "motorway") return 2;
  return road_class == "national" ? 1 : 0;
}

}  // namespace

std::size_t Scene::level_for(double metres_per_pixel) const {
  std::size_t level = levels.size() - 1;
  while (level > 0 && levels[level].tolerance > metres_per_pixel) --level;
  return level;
}

Scene build_scene(const territory::Territory& territory) {
  Scene scene;
  const auto& communes = territory.communes;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0) scene.member_bounds.extend(geometry::bounds(communes.boundary, c));
  }
  scene.origin = scene.member_bounds.center();
  const Relative relative{scene.origin};

  const auto& sectors = territory.priority_sectors.outline;
  const std::vector<double> importance = importances(communes.boundary);
  const std::vector<double> sector_importance = importances(sectors);
  scene.levels.resize(level_tolerances.size());
  for (std::size_t i = 0; i < level_tolerances.size(); ++i) {
    MapLevel& level = scene.levels[i];
    level.tolerance = level_tolerances[i];
    level.outline = i == 0 ? communes.boundary : simplified(communes.boundary, importance, level.tolerance);
    level.fill = fill(level.outline, relative);
    add_borders(level, communes, relative);
    const auto outline = i == 0 ? sectors : simplified(sectors, sector_importance, level.tolerance);
    level.sector_fill = fill(outline, relative);
    for (const Edge& edge : edges(outline)) add_segment(level.sector_outline, relative, edge.from, edge.to);
  }

  const auto& roads = territory.roads;
  for (std::size_t road = 0; road < roads.size(); ++road) {
    if (roads.road_class[road] == "connector") continue;  // a straight line that no map shows
    Segments& layer = scene.roads[road_layer(roads.road_class[road])];
    for (std::size_t l = roads.line.feature_starts[road]; l < roads.line.feature_starts[road + 1]; ++l) {
      const auto line = roads.line.line(l);
      for (std::size_t i = 0; i + 1 < line.size(); ++i) add_segment(layer, relative, line[i], line[i + 1]);
    }
  }
  return scene;
}

}  // namespace ancrage::viewer

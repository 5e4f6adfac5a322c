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
constexpr std::size_t segments_per_batch = 128;
constexpr std::size_t features_per_batch = 8;

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

struct Line {
  Point a, b;
};

// Indices 0..count along a Z-order curve (Morton 1966) through the points of `middle`: neighbours come close together.
template <class Middle>
std::vector<std::size_t> along_curve(std::size_t count, Middle middle) {
  geometry::Box all;
  for (std::size_t i = 0; i < count; ++i) all.extend(middle(i));
  const double side = std::max({all.high.x - all.low.x, all.high.y - all.low.y, 1.0});
  const auto code = [&](Point p) {
    constexpr std::uint32_t bits = 10;
    constexpr double cells = (1U << bits) - 1;
    const auto column = static_cast<std::uint32_t>((p.x - all.low.x) / side * cells);
    const auto row = static_cast<std::uint32_t>((p.y - all.low.y) / side * cells);
    std::uint32_t result = 0;
    for (std::uint32_t bit = 0; bit < bits; ++bit) {
      result |= (column >> bit & 1U) << (2 * bit) | (row >> bit & 1U) << (2 * bit + 1);
    }
    return result;
  };
  std::vector<std::pair<std::uint32_t, std::size_t>> order;
  order.reserve(count);
  for (std::size_t i = 0; i < count; ++i) order.emplace_back(code(middle(i)), i);
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> result;
  result.reserve(count);
  for (const auto& entry : order) result.push_back(entry.second);
  return result;
}

Segments batched(const std::vector<Line>& lines, const Relative& relative) {
  Segments result;
  result.segments.reserve(lines.size());
  const auto middle = [&](std::size_t i) {
    return Point{(lines[i].a.x + lines[i].b.x) / 2, (lines[i].a.y + lines[i].b.y) / 2};
  };
  for (const std::size_t i : along_curve(lines.size(), middle)) {
    if (result.segments.size() % segments_per_batch == 0) {
      result.batches.push_back({{}, static_cast<std::uint32_t>(result.segments.size()), 0});
    }
    Batch& batch = result.batches.back();
    batch.box.extend(lines[i].a);
    batch.box.extend(lines[i].b);
    ++batch.count;
    result.segments.push_back(relative.segment(lines[i].a, lines[i].b));
  }
  return result;
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
  const auto middle = [&](std::size_t feature) { return geometry::bounds(polygons, feature).center(); };
  std::size_t features = 0;
  for (const std::size_t feature : along_curve(polygons.size(), middle)) {
    if (features++ % features_per_batch == 0) {
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
  std::vector<Line> ring;
  std::vector<Line> members;
  std::vector<Line> zip;
  std::vector<Line> zac;
  for (const Edge& edge : edges(level.outline)) {
    const bool of_territory = member(edge.left) || member(edge.right);
    (of_territory ? members : ring).push_back({edge.from, edge.to});
    const ZoneStatus left = zone(edge.left);
    const ZoneStatus right = zone(edge.right);
    if (left == right) continue;
    if (left == ZoneStatus::zip) zip.push_back({edge.from, edge.to});
    if (right == ZoneStatus::zip) zip.push_back({edge.to, edge.from});
    if (left == ZoneStatus::zac) zac.push_back({edge.from, edge.to});
    if (right == ZoneStatus::zac) zac.push_back({edge.to, edge.from});
  }
  level.ring_borders = batched(ring, relative);
  level.member_borders = batched(members, relative);
  level.zip_outline = batched(zip, relative);
  level.zac_outline = batched(zac, relative);
}

void add_sectors(MapLevel& level, const geometry::PolygonSet& outline, const Relative& relative) {
  level.sector_fill = fill(outline, relative);
  std::vector<Line> lines;
  for (const Edge& edge : edges(outline)) lines.push_back({edge.from, edge.to});
  level.sector_outline = batched(lines, relative);
}

std::size_t road_layer(std::string_view road_class) {
  if (road_class == "motorway") return 2;
  return road_class == "national" ? 1 : 0;
}

void add_roads(MapLevel& level, const territory::Roads& roads, const Relative& relative) {
  std::array<std::vector<Line>, 3> lines;
  for (std::size_t road = 0; road < roads.size(); ++road) {
    if (roads.road_class[road] == "connector") continue;  // a straight line that no map shows
    std::vector<Line>& layer = lines[road_layer(roads.road_class[road])];
    for (std::size_t l = roads.line.feature_starts[road]; l < roads.line.feature_starts[road + 1]; ++l) {
      const std::vector<Point> line = simplified(roads.line.line(l), level.tolerance);
      for (std::size_t i = 0; i + 1 < line.size(); ++i) layer.push_back({line[i], line[i + 1]});
    }
  }
  for (std::size_t i = 0; i < lines.size(); ++i) level.roads[i] = batched(lines[i], relative);
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
    add_sectors(level, i == 0 ? sectors : simplified(sectors, sector_importance, level.tolerance), relative);
    add_roads(level, territory.roads, relative);
  }
  return scene;
}

}  // namespace ancrage::viewer

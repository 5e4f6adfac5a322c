// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/levels.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace ancrage::viewer {
namespace {

using geometry::Point;
constexpr double never = std::numeric_limits<double>::infinity();

struct PointHash {
  std::size_t operator()(Point p) const {
    const auto x = std::bit_cast<std::uint64_t>(p.x) * 0x9E3779B97F4A7C15U;
    const auto y = std::bit_cast<std::uint64_t>(p.y) * 0xC2B2AE3D27D4EB4FU;
    return (x ^ (y >> 29)) * 0xBF58476D1CE4E5B9U ^ y;
  }
};

// Distinct points of a coverage, and for each the distinct neighbours along borders (more than two: a node).
struct Vertices {
  std::vector<std::uint32_t> id;  // of each point of the coverage
  std::vector<Point> position;
  std::vector<std::array<std::uint32_t, 2>> neighbours;
  std::vector<std::uint8_t> degree;  // 3 stands for three or more
};

void link(Vertices& vertices, std::uint32_t a, std::uint32_t b) {
  auto& known = vertices.neighbours[a];
  std::uint8_t& degree = vertices.degree[a];
  if (degree > 2) return;
  for (std::uint8_t i = 0; i < degree; ++i) {
    if (known[i] == b) return;
  }
  if (degree < 2) known[degree] = b;
  ++degree;
}

Vertices vertices_of(const geometry::PolygonSet& coverage) {
  Vertices result;
  std::unordered_map<Point, std::uint32_t, PointHash> ids;
  ids.reserve(coverage.points.size());
  result.id.reserve(coverage.points.size());
  for (const Point p : coverage.points) {
    const auto [found, added] = ids.try_emplace(p, static_cast<std::uint32_t>(result.position.size()));
    if (added) result.position.push_back(p);
    result.id.push_back(found->second);
  }
  result.neighbours.resize(result.position.size());
  result.degree.resize(result.position.size());
  for (std::size_t r = 0; r + 1 < coverage.ring_starts.size(); ++r) {
    for (std::size_t i = coverage.ring_starts[r]; i + 1 < coverage.ring_starts[r + 1]; ++i) {
      if (result.id[i] == result.id[i + 1]) continue;
      link(result, result.id[i], result.id[i + 1]);
      link(result, result.id[i + 1], result.id[i]);
    }
  }
  return result;
}

double distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

// Douglas-Peucker: the importance of every point of an arc but its ends, which have none above them; no point outlasts
// the one that split above it.
std::vector<double> arc_importances(std::span<const Point> arc) {
  struct Span {
    std::size_t first, last;
    double limit;
  };
  std::vector<double> importance(arc.size(), never);
  std::vector<Span> open{{0, arc.size() - 1, never}};
  while (!open.empty()) {
    const Span span = open.back();
    open.pop_back();
    double farthest = -1.0;
    std::size_t split = 0;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
      const double d = distance_to_segment(arc[i], arc[span.first], arc[span.last]);
      if (d > farthest) {
        farthest = d;
        split = i;
      }
    }
    if (farthest < 0.0) continue;
    importance[split] = std::min(farthest, span.limit);
    open.push_back({span.first, split, importance[split]});
    open.push_back({split, span.last, importance[split]});
  }
  return importance;
}

void weigh_arc(const std::vector<std::uint32_t>& arc, const Vertices& vertices, std::vector<double>& importance) {
  std::vector<Point> points;
  points.reserve(arc.size());
  for (const std::uint32_t v : arc) points.push_back(vertices.position[v]);
  const std::vector<double> found = arc_importances(points);
  for (std::size_t i = 1; i + 1 < arc.size(); ++i) importance[arc[i]] = found[i];
}

}  // namespace

std::vector<double> importances(const geometry::PolygonSet& coverage) {
  const Vertices vertices = vertices_of(coverage);
  std::vector<double> importance(vertices.position.size(), -1.0);
  for (std::size_t v = 0; v < importance.size(); ++v) {
    if (vertices.degree[v] != 2) importance[v] = never;
  }
  std::vector<std::uint32_t> ring;
  std::vector<std::uint32_t> arc;
  for (std::size_t r = 0; r + 1 < coverage.ring_starts.size(); ++r) {
    const std::size_t first = coverage.ring_starts[r];
    const std::size_t last = coverage.ring_starts[r + 1];
    if (last - first < 4) continue;
    ring.assign(vertices.id.begin() + static_cast<std::ptrdiff_t>(first),
                vertices.id.begin() + static_cast<std::ptrdiff_t>(last - 1));
    auto is_node = [&](std::uint32_t v) { return importance[v] == never; };
    auto start = std::find_if(ring.begin(), ring.end(), is_node);
    if (start == ring.end()) {
      // An island: two far points stand in for nodes. The lowest id, so that a hole and what fills it agree.
      start = std::min_element(ring.begin(), ring.end());
      const Point origin = vertices.position[*start];
      const auto opposite = std::max_element(ring.begin(), ring.end(), [&](std::uint32_t a, std::uint32_t b) {
        return geometry::distance(origin, vertices.position[a]) < geometry::distance(origin, vertices.position[b]);
      });
      importance[*start] = importance[*opposite] = never;
    }
    std::rotate(ring.begin(), start, ring.end());
    ring.push_back(ring.front());
    arc.assign(1, ring.front());
    for (std::size_t i = 1; i < ring.size(); ++i) {
      arc.push_back(ring[i]);
      if (!is_node(ring[i])) continue;
      // The neighbour walks the same arc the other way: weigh it once, in one direction.
      if (arc.size() > 2 && importance[arc[1]] < 0.0) {
        if (arc.front() > arc.back()) std::reverse(arc.begin(), arc.end());
        weigh_arc(arc, vertices, importance);
      }
      arc.assign(1, ring[i]);
    }
  }
  std::vector<double> result;
  result.reserve(coverage.points.size());
  for (const std::uint32_t v : vertices.id) result.push_back(importance[v]);
  return result;
}

geometry::PolygonSet simplified(const geometry::PolygonSet& coverage, const std::vector<double>& importance,
                                double tolerance) {
  geometry::PolygonSet result;
  std::vector<Point> kept;
  for (std::size_t feature = 0; feature < coverage.size(); ++feature) {
    for (std::size_t part = coverage.feature_starts[feature]; part < coverage.feature_starts[feature + 1]; ++part) {
      for (std::size_t r = coverage.part_starts[part]; r < coverage.part_starts[part + 1]; ++r) {
        kept.clear();
        for (std::size_t i = coverage.ring_starts[r]; i + 1 < coverage.ring_starts[r + 1]; ++i) {
          if (importance[i] > tolerance) kept.push_back(coverage.points[i]);
        }
        if (kept.size() < 3) {
          result.add_ring(coverage.ring(r));
          continue;
        }
        kept.push_back(kept.front());
        result.add_ring(kept);
      }
      result.end_part();
    }
    result.end_feature();
  }
  return result;
}

std::vector<Point> simplified(std::span<const Point> line, double tolerance) {
  std::vector<Point> kept;
  if (line.empty()) return kept;
  const std::vector<double> importance = arc_importances(line);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (importance[i] > tolerance) kept.push_back(line[i]);
  }
  return kept;
}

std::vector<Edge> edges(const geometry::PolygonSet& coverage) {
  struct EdgeKey {
    Point low, high;
    bool operator==(const EdgeKey&) const = default;
  };
  auto hash = [](const EdgeKey& key) { return PointHash{}(key.low) * 31 + PointHash{}(key.high); };
  std::unordered_map<EdgeKey, std::size_t, decltype(hash)> known(coverage.points.size(), hash);
  std::vector<Edge> result;
  for (std::size_t feature = 0; feature < coverage.size(); ++feature) {
    for (std::size_t part = coverage.feature_starts[feature]; part < coverage.feature_starts[feature + 1]; ++part) {
      for (std::size_t r = coverage.part_starts[part]; r < coverage.part_starts[part + 1]; ++r) {
        const auto ring = coverage.ring(r);
        // The inside lies to the left of a counter-clockwise shell and of a clockwise hole.
        const bool counter_clockwise = geometry::signed_area(ring) > 0;
        const bool inside_left = counter_clockwise == (r == coverage.part_starts[part]);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
          Point a = ring[i];
          Point b = ring[i + 1];
          if (a == b) continue;
          if (!inside_left) std::swap(a, b);
          const bool ordered = a.x < b.x || (a.x == b.x && a.y < b.y);
          const auto [found, added] = known.try_emplace(ordered ? EdgeKey{a, b} : EdgeKey{b, a}, result.size());
          const auto id = static_cast<std::uint32_t>(feature);
          if (added) {
            result.push_back({a, b, id, Edge::no_feature});
          } else {
            result[found->second].right = id;
          }
        }
      }
    }
  }
  return result;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/polygons.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::geometry {

void Box::extend(Point p) {
  low.x = std::min(low.x, p.x);
  low.y = std::min(low.y, p.y);
  high.x = std::max(high.x, p.x);
  high.y = std::max(high.y, p.y);
}

void Box::extend(const Box& other) {
  if (other.empty()) return;
  extend(other.low);
  extend(other.high);
}

void PolygonSet::add_ring(std::span<const Point> closed_ring) {
  points.insert(points.end(), closed_ring.begin(), closed_ring.end());
  ring_starts.push_back(static_cast<std::uint32_t>(points.size()));
}

void PolygonSet::end_part() { part_starts.push_back(static_cast<std::uint32_t>(ring_starts.size() - 1)); }

void PolygonSet::end_feature() { feature_starts.push_back(static_cast<std::uint32_t>(part_starts.size() - 1)); }

void PolygonSet::append(const PolygonSet& other, std::size_t index) {
  for (std::size_t part = other.feature_starts[index]; part < other.feature_starts[index + 1]; ++part) {
    for (std::size_t r = other.part_starts[part]; r < other.part_starts[part + 1]; ++r) add_ring(other.ring(r));
    end_part();
  }
  end_feature();
}

void LineSet::add_line(std::span<const Point> line) {
  points.insert(points.end(), line.begin(), line.end());
  line_starts.push_back(static_cast<std::uint32_t>(points.size()));
}

void LineSet::end_feature() { feature_starts.push_back(static_cast<std::uint32_t>(line_starts.size() - 1)); }

double signed_area(std::span<const Point> closed_ring) {
  if (closed_ring.size() < 4) return 0.0;
  const Point origin = closed_ring.front();
  double twice = 0.0;
  for (std::size_t i = 1; i + 1 < closed_ring.size(); ++i) {
    const Point a = closed_ring[i];
    const Point b = closed_ring[i + 1];
    twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  }
  return twice / 2;
}

double area(const PolygonSet& polygons, std::size_t feature) {
  double total = 0.0;
  for (std::size_t part = polygons.feature_starts[feature]; part < polygons.feature_starts[feature + 1]; ++part) {
    const std::size_t shell = polygons.part_starts[part];
    for (std::size_t r = shell; r < polygons.part_starts[part + 1]; ++r) {
      const double ring_area = std::abs(signed_area(polygons.ring(r)));
      total += r == shell ? ring_area : -ring_area;
    }
  }
  return total;
}

Box bounds(std::span<const Point> points) {
  Box box;
  for (const Point p : points) box.extend(p);
  return box;
}

Box bounds(const PolygonSet& polygons, std::size_t feature) {
  const auto [first, last] = polygons.rings_of(feature);
  return bounds(std::span(polygons.points.data() + polygons.ring_starts[first],
                          polygons.points.data() + polygons.ring_starts[last]));
}

namespace {

enum class Side { inside, border, outside };

// Crossing number with an exact border test on each edge.
Side locate(std::span<const Point> ring, Point p) {
  bool inside = false;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[i + 1];
    const double cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    if (cross == 0.0 && p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
        p.y <= std::max(a.y, b.y)) {
      return Side::border;
    }
    if ((a.y > p.y) != (b.y > p.y) && (cross > 0.0) == (b.y > a.y)) inside = !inside;
  }
  return inside ? Side::inside : Side::outside;
}

}  // namespace

bool contains(const PolygonSet& polygons, std::size_t feature, Point p) {
  bool inside = false;
  const auto [first, last] = polygons.rings_of(feature);
  for (std::size_t r = first; r < last; ++r) {
    const Side side = locate(polygons.ring(r), p);
    if (side == Side::border) return true;
    if (side == Side::inside) inside = !inside;
  }
  return inside;
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace ancrage::geometry

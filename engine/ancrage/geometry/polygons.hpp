// SPDX-License-Identifier: Apache-2.0
// Points, boxes, and the flat arrays in which many (multi)polygons or lines lie: one array of points, and offsets that
// cut it into rings, parts and features. Rings are closed (first point repeated); the first ring of a part is its
// shell, counter-clockwise after repair(), the others its holes. Coordinates in metres of the territory's CRS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace ancrage::geometry {

struct Point {
  double x = 0.0;
  double y = 0.0;
  bool operator==(const Point&) const = default;
};

struct Box {
  Point low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  Point high{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

  bool empty() const { return !(low.x <= high.x && low.y <= high.y); }
  double width() const { return high.x - low.x; }
  double height() const { return high.y - low.y; }
  Point center() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
  void extend(Point p);
  void extend(const Box& other);
  // Borders included.
  bool contains(Point p) const { return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y; }
  bool intersects(const Box& o) const {
    return low.x <= o.high.x && o.low.x <= high.x && low.y <= o.high.y && o.low.y <= high.y;
  }
  bool operator==(const Box&) const = default;
};

// Multipolygons, feature by feature. A feature may be empty (no part).
struct PolygonSet {
  std::vector<Point> points;
  std::vector<std::uint32_t> ring_starts{0};     // rings + 1 offsets into points
  std::vector<std::uint32_t> part_starts{0};     // parts + 1 offsets into rings
  std::vector<std::uint32_t> feature_starts{0};  // features + 1 offsets into parts

  std::size_t size() const { return feature_starts.size() - 1; }
  std::span<const Point> ring(std::size_t ring) const {
    return {points.data() + ring_starts[ring], points.data() + ring_starts[ring + 1]};
  }
  // Half-open range of the rings of one feature; parts lie one after the other.
  std::pair<std::size_t, std::size_t> rings_of(std::size_t feature) const {
    return {part_starts[feature_starts[feature]], part_starts[feature_starts[feature + 1]]};
  }

  // Building, in order: any number of add_ring, then end_part, …, then end_feature.
  void add_ring(std::span<const Point> closed_ring);
  void end_part();
  void end_feature();
  // Copies feature `index` of `other` to the end of this set.
  void append(const PolygonSet& other, std::size_t index);

  bool operator==(const PolygonSet&) const = default;
};

// (Multi)lines, feature by feature.
struct LineSet {
  std::vector<Point> points;
  std::vector<std::uint32_t> line_starts{0};     // lines + 1 offsets into points
  std::vector<std::uint32_t> feature_starts{0};  // features + 1 offsets into lines

  std::size_t size() const { return feature_starts.size() - 1; }
  std::span<const Point> line(std::size_t line) const {
    return {points.data() + line_starts[line], points.data() + line_starts[line + 1]};
  }
  void add_line(std::span<const Point> line);
  void end_feature();

  bool operator==(const LineSet&) const = default;
};

// Signed area of a closed ring by the shoelace formula about its first point, positive when counter-clockwise.
double signed_area(std::span<const Point> closed_ring);
// Area of a feature: shells minus holes, whatever their orientation.
double area(const PolygonSet& polygons, std::size_t feature);
Box bounds(std::span<const Point> points);
Box bounds(const PolygonSet& polygons, std::size_t feature);
// True when p lies inside the feature or on its border. Cost: its number of points.
bool contains(const PolygonSet& polygons, std::size_t feature, Point p);
double distance(Point a, Point b);

}  // namespace ancrage::geometry

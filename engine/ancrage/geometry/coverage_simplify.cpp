// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/coverage_simplify.hpp"

#include "ancrage/geometry/coverage_arcs.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace ancrage::geometry {

namespace {

double distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

// Keeps the ends. A closed arc is cut at its point farthest from the end, so that it keeps an extent.
std::vector<Point> simplified(const std::vector<Point>& arc, double tolerance) {
  std::vector<char> keep(arc.size(), 0);
  keep.front() = keep.back() = 1;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, arc.size() - 1}};
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    const bool closed = arc[first] == arc[last];
    double farthest = closed ? -1.0 : tolerance;
    std::size_t split = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double d = distance_to_segment(arc[i], arc[first], arc[last]);
      if (d > farthest) {
        farthest = d;
        split = i;
      }
    }
    if (split == 0) continue;
    keep[split] = 1;
    open.emplace_back(first, split);
    open.emplace_back(split, last);
  }
  std::vector<Point> result;
  for (std::size_t i = 0; i < arc.size(); ++i) {
    if (keep[i] != 0) result.push_back(arc[i]);
  }
  return result;
}

struct Segment {
  Point a;
  Point b;
  std::size_t arc;
  double low_x() const { return std::min(a.x, b.x); }
  double high_x() const { return std::max(a.x, b.x); }
  double low_y() const { return std::min(a.y, b.y); }
  double high_y() const { return std::max(a.y, b.y); }
};

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool on_segment(Point p, const Segment& s) {
  return turn(s.a, s.b, p) == 0 && p.x >= s.low_x() && p.x <= s.high_x() && p.y >= s.low_y() && p.y <= s.high_y();
}

// Whether two segments meet anywhere but in a common end.
bool conflict(const Segment& s, const Segment& t) {
  const auto end_of = [](Point p, const Segment& other) { return p == other.a || p == other.b; };
  const int shared = static_cast<int>(end_of(s.a, t)) + static_cast<int>(end_of(s.b, t));
  if (shared == 2) return true;
  if (shared == 1) {
    const Point free_of_s = end_of(s.a, t) ? s.b : s.a;
    const Point free_of_t = end_of(t.a, s) ? t.b : t.a;
    return on_segment(free_of_s, t) || on_segment(free_of_t, s);
  }
  if (on_segment(s.a, t) || on_segment(s.b, t) || on_segment(t.a, s) || on_segment(t.b, s)) return true;
  return (turn(s.a, s.b, t.a) > 0) != (turn(s.a, s.b, t.b) > 0) &&
         (turn(t.a, t.b, s.a) > 0) != (turn(t.a, t.b, s.b) > 0);
}

// Arcs that meet where they must not; both of each pair.
std::set<std::size_t> conflicting_arcs(const std::vector<std::vector<Point>>& arcs) {
  std::vector<Segment> segments;
  for (std::size_t arc = 0; arc < arcs.size(); ++arc) {
    for (std::size_t i = 0; i + 1 < arcs[arc].size(); ++i) segments.push_back({arcs[arc][i], arcs[arc][i + 1], arc});
  }
  std::sort(segments.begin(), segments.end(), [](const Segment& s, const Segment& t) {
    return std::pair(s.low_x(), s.arc) < std::pair(t.low_x(), t.arc);
  });
  std::set<std::size_t> result;
  std::vector<std::size_t> active;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& s = segments[i];
    std::erase_if(active, [&](std::size_t j) { return segments[j].high_x() < s.low_x(); });
    for (const std::size_t j : active) {
      const Segment& t = segments[j];
      if (t.high_y() < s.low_y() || t.low_y() > s.high_y() || !conflict(s, t)) continue;
      result.insert(s.arc);
      result.insert(t.arc);
    }
    active.push_back(i);
  }
  return result;
}

// Arcs of rings that have become too flat to enclose anything.
void add_flat_rings(const CoverageArcs& coverage, const std::vector<std::vector<Point>>& arcs,
                    std::set<std::size_t>& result) {
  for (const CoverageArcs::Ring& ring : coverage.rings) {
    std::size_t segments = 0;
    for (const auto& use : ring) segments += arcs[use.arc].size() - 1;
    if (segments >= 3) continue;
    for (const auto& use : ring) result.insert(use.arc);
  }
}

}  // namespace

PolygonSet simplify_coverage(const PolygonSet& polygons, double tolerance) {
  const CoverageArcs coverage = cut_into_arcs(polygons);
  std::vector<std::vector<Point>> arcs;
  std::vector<double> tolerances(coverage.arcs.size(), tolerance);
  for (const std::vector<Point>& arc : coverage.arcs) arcs.push_back(simplified(arc, tolerance));

  while (true) {
    std::set<std::size_t> conflicts = conflicting_arcs(arcs);
    add_flat_rings(coverage, arcs, conflicts);
    bool gave_way = false;
    for (const std::size_t arc : conflicts) {
      if (tolerances[arc] == 0.0) continue;  // already the original
      tolerances[arc] = tolerances[arc] < tolerance / 32 ? 0.0 : tolerances[arc] / 2;
      arcs[arc] = tolerances[arc] == 0.0 ? coverage.arcs[arc] : simplified(coverage.arcs[arc], tolerances[arc]);
      gave_way = true;
    }
    if (!gave_way) break;
  }
  return assembled(polygons, coverage, arcs);
}

}  // namespace ancrage::geometry

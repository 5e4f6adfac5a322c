// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/intersection_area.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::geometry {

namespace {

Box shared_box(const Box& a, const Box& b) {
  return {{std::max(a.low.x, b.low.x), std::max(a.low.y, b.low.y)},
          {std::min(a.high.x, b.high.x), std::min(a.high.y, b.high.y)}};
}

// Whether a border of the feature may enter the box: some edge whose own box touches it and that does not pass by one
// of its corners (all four corners on one side of the edge's line).
bool border_meets(const PolygonSet& set, std::size_t feature, const Box& box) {
  const std::array<Point, 4> corners{
      Point{box.low.x, box.low.y}, {box.high.x, box.low.y}, {box.high.x, box.high.y}, {box.low.x, box.high.y}};
  const auto [first_ring, last_ring] = set.rings_of(feature);
  for (std::size_t r = first_ring; r < last_ring; ++r) {
    const auto ring = set.ring(r);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const Point a = ring[i];
      const Point b = ring[i + 1];
      if (std::max(a.x, b.x) < box.low.x || std::min(a.x, b.x) > box.high.x || std::max(a.y, b.y) < box.low.y ||
          std::min(a.y, b.y) > box.high.y) {
        continue;
      }
      bool left = false;
      bool right = false;
      for (const Point c : corners) {
        const double cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        left |= cross >= 0;
        right |= cross <= 0;
      }
      if (left && right) return true;
    }
  }
  return false;
}

// Integral over t in 0..1 of max(0, min(right) - max(left)), all sides linear in t.
double mean_shared_width(double left_a0, double left_a1, double right_a0, double right_a1, double left_b0,
                         double left_b1, double right_b0, double right_b1) {
  std::array<double, 6> breaks{0.0, 1.0};  // increasing, as far as count
  std::size_t count = 2;
  const auto add_crossing = [&](double p0, double p1, double q0, double q1) {
    const double start = p0 - q0;
    const double end = p1 - q1;
    if ((start < 0) != (end < 0) && start != end) {
      const double t = start / (start - end);
      if (!(t > 0 && t < 1)) return;
      std::size_t place = count++;
      for (; breaks[place - 1] > t; --place) breaks[place] = breaks[place - 1];
      breaks[place] = t;
    }
  };
  add_crossing(left_a0, left_a1, left_b0, left_b1);
  add_crossing(right_a0, right_a1, right_b0, right_b1);
  add_crossing(left_a0, left_a1, right_b0, right_b1);
  add_crossing(left_b0, left_b1, right_a0, right_a1);

  const auto width = [&](double t) {
    const double right = std::min(std::lerp(right_a0, right_a1, t), std::lerp(right_b0, right_b1, t));
    const double left = std::max(std::lerp(left_a0, left_a1, t), std::lerp(left_b0, left_b1, t));
    return std::max(0.0, right - left);
  };
  double total = 0.0;
  double previous_width = width(breaks[0]);
  for (std::size_t i = 1; i < count; ++i) {
    const double next_width = width(breaks[i]);
    total += (breaks[i] - breaks[i - 1]) * (previous_width + next_width) / 2;
    previous_width = next_width;
  }
  return total;
}

}  // namespace

Relation classify(const PolygonSet& first_set, std::size_t first, const Box& first_box, const PolygonSet& second_set,
                  std::size_t second, const Box& second_box) {
  if (!first_box.intersects(second_box)) return Relation::disjoint;
  // A box that no border of the other feature enters lies wholly inside or wholly outside of it.
  if (!border_meets(first_set, first, second_box)) {
    return contains(first_set, first, second_box.low) ? Relation::second_inside_first : Relation::disjoint;
  }
  if (!border_meets(second_set, second, first_box)) {
    return contains(second_set, second, first_box.low) ? Relation::first_inside_second : Relation::disjoint;
  }
  return Relation::may_cross;
}

double IntersectionArea::operator()(const PolygonSet& first_set, std::size_t first, const PolygonSet& second_set,
                                    std::size_t second) {
  const Box window = shared_box(bounds(first_set, first), bounds(second_set, second));
  if (window.empty()) return 0.0;
  edges_.clear();
  heights_.clear();
  collect(first_set, first, window, false);
  collect(second_set, second, window, true);
  if (edges_.empty()) return 0.0;
  std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.low_y < b.low_y; });
  heights_.push_back(0.0);
  heights_.push_back(window.height());
  std::sort(heights_.begin(), heights_.end());
  heights_.erase(std::unique(heights_.begin(), heights_.end()), heights_.end());

  double total = 0.0;
  active_.clear();
  std::size_t next_edge = 0;
  for (std::size_t slab = 0; slab + 1 < heights_.size(); ++slab) {
    const double bottom = heights_[slab];
    const double top = heights_[slab + 1];
    while (next_edge < edges_.size() && edges_[next_edge].low_y <= bottom) {
      active_.push_back(static_cast<std::uint32_t>(next_edge++));
    }
    std::erase_if(active_, [&](std::uint32_t e) { return edges_[e].high_y <= bottom; });
    cut_slab(bottom, top);
    total += shared_in_slab(top - bottom);
  }
  return total;
}

// Takes the edges that cross the window's heights, in coordinates relative to its lower corner.
void IntersectionArea::collect(const PolygonSet& set, std::size_t feature, const Box& window, bool of_second) {
  const double height = window.height();
  const auto [first_ring, last_ring] = set.rings_of(feature);
  for (std::size_t r = first_ring; r < last_ring; ++r) {
    const auto ring = set.ring(r);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      Point a{ring[i].x - window.low.x, ring[i].y - window.low.y};
      Point b{ring[i + 1].x - window.low.x, ring[i + 1].y - window.low.y};
      if (a.y > b.y) std::swap(a, b);
      if (a.y == b.y || b.y <= 0 || a.y >= height) continue;
      edges_.push_back({a.y, b.y, a.x, (b.x - a.x) / (b.y - a.y), of_second});
      if (a.y > 0) heights_.push_back(a.y);
      if (b.y < height) heights_.push_back(b.y);
    }
  }
}

// Left-to-right sides of both features in the slab; ordered by their middle, where edges of one feature do not meet.
void IntersectionArea::cut_slab(double bottom, double top) {
  first_sides_.clear();
  second_sides_.clear();
  for (const std::uint32_t e : active_) {
    const Edge& edge = edges_[e];
    (edge.of_second ? second_sides_ : first_sides_).push_back({edge.x_at(bottom), edge.x_at(top)});
  }
  const auto by_middle = [](const Side& a, const Side& b) { return a.bottom + a.top < b.bottom + b.top; };
  std::sort(first_sides_.begin(), first_sides_.end(), by_middle);
  std::sort(second_sides_.begin(), second_sides_.end(), by_middle);
}

double IntersectionArea::shared_in_slab(double height) const {
  double width = 0.0;
  for (std::size_t i = 0; i + 1 < first_sides_.size(); i += 2) {
    const Side left_a = first_sides_[i];
    const Side right_a = first_sides_[i + 1];
    for (std::size_t j = 0; j + 1 < second_sides_.size(); j += 2) {
      const Side left_b = second_sides_[j];
      const Side right_b = second_sides_[j + 1];
      if (std::max(right_a.bottom, right_a.top) <= std::min(left_b.bottom, left_b.top) ||
          std::max(right_b.bottom, right_b.top) <= std::min(left_a.bottom, left_a.top)) {
        continue;
      }
      width += mean_shared_width(left_a.bottom, left_a.top, right_a.bottom, right_a.top, left_b.bottom, left_b.top,
                                 right_b.bottom, right_b.top);
    }
  }
  return width * height;
}

}  // namespace ancrage::geometry

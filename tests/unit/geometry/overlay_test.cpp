// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/overlay.hpp"

#include "ancrage/geometry/geos_bridge.hpp"
#include "ancrage/geometry/intersection_area.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

using namespace ancrage::geometry;

namespace {

void add_polygon(PolygonSet& set, std::vector<Point> ring) {
  ring.push_back(ring.front());
  set.add_ring(ring);
  set.end_part();
  set.end_feature();
}

PolygonSet square(double x, double y, double side) {
  PolygonSet set;
  add_polygon(set, {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
  return set;
}

// A star-shaped, hence valid, polygon with ragged radii.
std::vector<Point> ragged(std::mt19937& random, Point centre, double radius, int corners) {
  std::uniform_real_distribution<double> factor(0.3, 1.0);
  std::vector<Point> ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double r = radius * factor(random);
    ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
  }
  return ring;
}

// A feature of one or two parts at Lambert-93 magnitudes, now and then with a hole.
PolygonSet random_layer(std::mt19937& random, int features) {
  std::uniform_real_distribution<double> place(0.0, 4000.0);
  std::uniform_int_distribution<int> corners(3, 40);
  PolygonSet set;
  for (int i = 0; i < features; ++i) {
    const Point centre{780000 + place(random), 6340000 + place(random)};
    auto ring = ragged(random, centre, 900, corners(random));
    ring.push_back(ring.front());
    set.add_ring(ring);
    if (i % 3 == 0) {
      auto hole = ragged(random, centre, 100, 7);
      hole.push_back(hole.front());
      set.add_ring(hole);
    }
    set.end_part();
    set.end_feature();
  }
  return set;
}

double geos_area(const PolygonSet& a, std::size_t i, const PolygonSet& b, std::size_t j) {
  const Geos geos;
  const auto first = geos.feature(a, i);
  const auto second = geos.feature(b, j);
  PolygonSet shared;
  geos.append(shared, geos.own(GEOSIntersection_r(geos.context(), first.get(), second.get())).get());
  return area(shared, 0);
}

}  // namespace

TEST_CASE("shared areas of squares that overlap, touch, nest and miss") {
  IntersectionArea shared;
  CHECK(shared(square(0, 0, 10), 0, square(5, 5, 10), 0) == Approx(25));
  CHECK(shared(square(0, 0, 10), 0, square(10, 0, 10), 0) == 0);
  CHECK(shared(square(0, 0, 10), 0, square(2, 2, 3), 0) == Approx(9));
  CHECK(shared(square(0, 0, 10), 0, square(0, 0, 10), 0) == Approx(100));
  CHECK(shared(square(0, 0, 10), 0, square(30, 30, 1), 0) == 0);
}

TEST_CASE("boxes and one point tell disjoint and nested features apart") {
  const auto relation = [](const PolygonSet& a, const PolygonSet& b) {
    return classify(a, 0, bounds(a, 0), b, 0, bounds(b, 0));
  };
  CHECK(relation(square(0, 0, 10), square(2, 2, 3)) == Relation::second_inside_first);
  CHECK(relation(square(2, 2, 3), square(0, 0, 10)) == Relation::first_inside_second);
  CHECK(relation(square(0, 0, 10), square(20, 0, 10)) == Relation::disjoint);
  CHECK(relation(square(0, 0, 10), square(5, 5, 10)) == Relation::may_cross);
}

TEST_CASE("a feature in the hole of another shares nothing with it") {
  PolygonSet ring;
  ring.add_ring(std::vector<Point>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
  ring.add_ring(std::vector<Point>{{2, 2}, {2, 8}, {8, 8}, {8, 2}, {2, 2}});
  ring.end_part();
  ring.end_feature();
  CHECK(overlay_areas(ring, square(3, 3, 2)).empty());
  CHECK(overlay_areas(ring, square(1, 1, 8)).front().area_m2 == Approx(64 - 36));
}

TEST_CASE("shared areas agree with GEOS on ragged polygons") {
  const unsigned seed = 20260501;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const PolygonSet a = random_layer(random, 60);
  const PolygonSet b = random_layer(random, 60);
  const auto pairs = overlay_areas(a, b);
  std::size_t at = 0;
  std::size_t overlapping = 0;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    for (std::uint32_t j = 0; j < b.size(); ++j) {
      const double expected = geos_area(a, i, b, j);
      const bool listed = at < pairs.size() && pairs[at].first == i && pairs[at].second == j;
      const double found = listed ? pairs[at++].area_m2 : 0.0;
      overlapping += expected > 0;
      CAPTURE(i, j);
      CHECK(std::abs(found - expected) <= 1e-9 * std::min(area(a, i), area(b, j)));
    }
  }
  CHECK(at == pairs.size());
  CHECK(overlapping > 300);
}

TEST_CASE("the pieces of a feature add up to it when the second layer is a partition") {
  PolygonSet grid;
  for (int x = 0; x < 6; ++x) {
    for (int y = 0; y < 6; ++y) {
      const double left = 779000 + 700.0 * x;
      const double low = 6339000 + 700.0 * y;
      add_polygon(grid, {{left, low}, {left + 700, low}, {left + 700, low + 700}, {left, low + 700}});
    }
  }
  std::mt19937 random(7);
  const PolygonSet layer = random_layer(random, 25);
  const OverlayPieces pieces = overlay_pieces(layer, grid);
  REQUIRE(pieces.outline.size() == pieces.first.size());
  std::vector<double> sums(layer.size(), 0.0);
  bool some_uncovered = false;
  for (std::size_t k = 0; k < pieces.first.size(); ++k) {
    sums[pieces.first[k]] += area(pieces.outline, k);
    some_uncovered |= pieces.second[k] == OverlayPieces::uncovered;
  }
  for (std::size_t i = 0; i < layer.size(); ++i) CHECK(sums[i] == Approx(area(layer, i)).epsilon(1e-9));
  CHECK(some_uncovered);
}

TEST_CASE("shared areas and pieces tell the same areas") {
  std::mt19937 random(11);
  const PolygonSet a = random_layer(random, 20);
  const PolygonSet b = random_layer(random, 20);
  const auto pairs = overlay_areas(a, b);
  const OverlayPieces pieces = overlay_pieces(a, b);
  std::size_t at = 0;
  for (std::size_t k = 0; k < pieces.first.size(); ++k) {
    if (pieces.second[k] == OverlayPieces::uncovered) continue;
    REQUIRE(at < pairs.size());
    CHECK(pairs[at].first == pieces.first[k]);
    CHECK(pairs[at].second == pieces.second[k]);
    CHECK(pairs[at].area_m2 == Approx(area(pieces.outline, k)).epsilon(1e-9).margin(1e-3));
    ++at;
  }
  CHECK(at == pairs.size());
}

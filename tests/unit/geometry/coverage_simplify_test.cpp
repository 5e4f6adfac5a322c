// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/coverage_simplify.hpp"

#include "support/coverage.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>

using namespace ancrage::geometry;
using ancrage::test::measure_coverage;

namespace {

void add(PolygonSet& set, std::vector<std::vector<Point>> rings) {
  for (auto& ring : rings) {
    ring.push_back(ring.front());
    set.add_ring(ring);
  }
  set.end_part();
  set.end_feature();
}

// Two communes side by side; their common border wriggles by 1 m every 10 m.
//
//   (0,100)---------(100,100)--------(200,100)
//      |                <                |
//      |        A       >       B        |
//      |                <                |
//   (0,0)-----------(100,0)----------(200,0)
PolygonSet wriggling_neighbours() {
  std::vector<Point> border;
  for (int i = 0; i <= 10; ++i) border.push_back({100.0 + (i % 2), i * 10.0});
  std::vector<Point> left{{0, 100}, {0, 0}};
  left.insert(left.end(), border.begin(), border.end());
  std::vector<Point> right(border.rbegin(), border.rend());
  right.insert(right.end(), {{200, 0}, {200, 100}});
  PolygonSet set;
  add(set, {left});
  add(set, {right});
  return set;
}

// A grid of cells whose inner borders wander: a coverage with nodes of every kind.
PolygonSet wandering_grid(unsigned seed, int cells) {
  constexpr int steps = 8;
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> wander(-12, 12);
  const int size = cells * steps + 1;
  std::vector<Point> lattice;
  for (int row = 0; row < size; ++row) {
    for (int column = 0; column < size; ++column) {
      lattice.push_back({column * 100 + wander(random), row * 100 + wander(random)});
    }
  }
  const auto at = [&](int row, int column) { return lattice[static_cast<std::size_t>(row * size + column)]; };
  PolygonSet set;
  for (int row = 0; row < cells; ++row) {
    for (int column = 0; column < cells; ++column) {
      std::vector<Point> ring;
      const int r = row * steps;
      const int c = column * steps;
      for (int i = 0; i < steps; ++i) ring.push_back(at(r, c + i));
      for (int i = 0; i < steps; ++i) ring.push_back(at(r + i, c + steps));
      for (int i = 0; i < steps; ++i) ring.push_back(at(r + steps, c + steps - i));
      for (int i = 0; i < steps; ++i) ring.push_back(at(r + steps - i, c));
      add(set, {ring});
    }
  }
  return set;
}

double distance_to_ring(Point p, std::span<const Point> ring) {
  double best = 1e300;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[i + 1];
    const double length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    const double t = std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2, 0.0, 1.0);
    best = std::min(best, std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y)));
  }
  return best;
}

}  // namespace

TEST_CASE("a common border is simplified once for both neighbours") {
  const PolygonSet simple = simplify_coverage(wriggling_neighbours(), 2);
  CHECK(simple.ring(0).size() == 5);
  CHECK(simple.ring(1).size() == 5);
  CHECK(area(simple, 0) + area(simple, 1) == Approx(200 * 100).epsilon(1e-12));
}

TEST_CASE("a tolerance below the wriggle keeps every point") {
  const PolygonSet original = wriggling_neighbours();
  const PolygonSet same = simplify_coverage(original, 0.5);
  CHECK(same.points.size() == original.points.size());
}

TEST_CASE("an enclave and the hole around it stay the same ring") {
  std::vector<Point> circle;
  for (int i = 0; i < 72; ++i)
    circle.push_back({50 + 20 * std::cos(i * 0.08726646), 50 + 20 * std::sin(i * 0.08726646)});
  PolygonSet set;
  add(set, {{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, circle});
  add(set, {circle});
  const PolygonSet simple = simplify_coverage(set, 1);
  CHECK(simple.ring(1).size() < 30);
  const std::vector<Point> hole(simple.ring(1).begin(), simple.ring(1).end());
  const std::vector<Point> enclave(simple.ring(2).begin(), simple.ring(2).end());
  CHECK(hole == enclave);
  CHECK(area(simple, 0) + area(simple, 1) == Approx(10000).epsilon(1e-12));
}

TEST_CASE("a ring never flattens, however large the tolerance") {
  PolygonSet set;
  add(set, {{{0, 0}, {2, 0}, {2, 1}, {0, 1}}});
  add(set, {{{0, 0}, {0, 1}, {-30, 2}}});
  const PolygonSet simple = simplify_coverage(set, 1000);
  CHECK(area(simple, 0) > 0);
  CHECK(area(simple, 1) > 0);
  CHECK(measure_coverage(simple).overlap == 0);
}

// The road-like spit of B reaches into A's bay: simplified alone, A's border would cut across it.
TEST_CASE("a border gives way where it would cross another") {
  PolygonSet set;
  add(set, {{{0, 0}, {40, 0}, {40, 10}, {60, 10}, {60, 0}, {100, 0}, {100, 50}, {0, 50}}});
  add(set, {{{49, -20}, {51, -20}, {51, 8}, {49, 8}}});
  const PolygonSet simple = simplify_coverage(set, 15);
  CHECK(measure_coverage(simple).overlap == 0);
  CHECK(measure_coverage(simple).invalid == 0);
}

TEST_CASE("wandering grids stay coverages: no gap, no overlap, within the tolerance") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    const PolygonSet original = wandering_grid(seed, 6);
    for (const double tolerance : {5.0, 15.0, 60.0, 400.0}) {
      INFO("seed " << seed << ", tolerance " << tolerance);
      const PolygonSet simple = simplify_coverage(original, tolerance);
      const auto measure = measure_coverage(simple);
      CHECK(measure.invalid == 0);
      CHECK(measure.overlap == Approx(0).margin(1e-6));
      CHECK(measure.sum == Approx(measure.union_area).epsilon(1e-12));
      CHECK(measure.union_rings == 1);
      CHECK(simple.points.size() < original.points.size());
      for (std::size_t feature = 0; feature < simple.size(); ++feature) {
        double farthest = 0;
        for (const Point p : original.ring(feature))
          farthest = std::max(farthest, distance_to_ring(p, simple.ring(feature)));
        CHECK(farthest <= tolerance * (1 + 1e-12));
      }
    }
  }
}

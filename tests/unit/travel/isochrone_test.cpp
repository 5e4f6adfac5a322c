// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/isochrone.hpp"
#include "ancrage/travel/road_builder.hpp"
#include "support/drawn_roads.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::test;
using namespace ancrage::travel;

TEST_CASE("isochrones follow the roads, hold each other, and have no hole that walking fills") {
  // A block of 2100 m by 400 m, driven around at 60 km/h; its middle is 200 m from every road.
  RoadLines lines = drawn_roads({"A--------------------B", "|                    |", "|                    |",
                                 "|                    |", "C--------------------D"})
                        .lines;
  const Roads roads = build_roads(lines);
  const RoadMetric metric(roads.network, roads.minutes_along, roads.minutes_against);
  const NetworkPlace place = RoadSnapper(roads.network).snap(geometry::Point{0, 0});
  const IsochroneOptions options{.cell_m = 50, .access_kmh = 5, .smallest_hole_m2 = 0};
  const TimeSurface surface = time_surface(roads.network, metric, place, 3, options);
  const std::array bounds{1.0, 2.0, 3.0};
  const geometry::PolygonSet polygons = isochrones(surface, bounds, options);
  REQUIRE(polygons.size() == 3);
  CHECK(geometry::area(polygons, 0) < geometry::area(polygons, 1));
  CHECK(geometry::area(polygons, 1) < geometry::area(polygons, 2));
  // One minute is 1000 m of road; a spot 20 m beside the road at 900 m takes 0.9 + 0.24 minutes.
  CHECK(geometry::contains(polygons, 0, {900, 0}));
  CHECK_FALSE(geometry::contains(polygons, 0, {1100, 0}));
  CHECK_FALSE(geometry::contains(polygons, 0, {900, 50}));
  CHECK(geometry::contains(polygons, 1, {900, 50}));
  // The far side is reached around the corner; the middle of the block is 2.4 minutes from any road.
  CHECK(geometry::contains(polygons, 2, {1000, 400}));
  CHECK_FALSE(geometry::contains(polygons, 2, {1000, 200}));

  const geometry::PolygonSet filled =
      isochrones(surface, bounds, {.cell_m = 50, .access_kmh = 5, .smallest_hole_m2 = 1e9});
  CHECK(geometry::area(filled, 2) >= geometry::area(polygons, 2));
}

TEST_CASE("an isochrone of a place that reaches no road is what it walks") {
  const Roads roads = build_roads(drawn_roads({"A---B"}).lines);
  const RoadMetric metric(roads.network, roads.minutes_along, roads.minutes_against);
  const NetworkPlace place = RoadSnapper(roads.network, {.most_access_m = 100}).snap(geometry::Point{0, 5000});
  REQUIRE_FALSE(place.on_network());
  const IsochroneOptions options{.cell_m = 20, .access_kmh = 6};
  const std::array bounds{10.0};
  const auto polygons = isochrones(time_surface(roads.network, metric, place, 10, options), bounds, options);
  // A circle of 1 km, drawn by eight directions as an octagon inside it: its area is 2.83 km2.
  CHECK(geometry::area(polygons, 0) == Approx(2.83e6).epsilon(0.03));
}

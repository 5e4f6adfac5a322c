// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/camera.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

const Camera camera{{785000, 6340000}, 60, 640, 480};

void require_same(geometry::Point a, geometry::Point b) {
  REQUIRE(a.x == Approx(b.x).margin(1e-6));
  REQUIRE(a.y == Approx(b.y).margin(1e-6));
}

}  // namespace

TEST_CASE("pixels and ground are inverse to each other, north up") {
  const Pixel pixel = camera.to_pixel(camera.to_ground({17, 450}));
  REQUIRE(pixel.x == Approx(17));
  REQUIRE(pixel.y == Approx(450));
  REQUIRE(camera.to_ground({0, 0}).y > camera.to_ground({0, 10}).y);
}

TEST_CASE("zooming keeps the ground under the cursor, in and out and at the limits") {
  for (const double factor : {1.25, 0.5, 1e6, 1e-6}) {
    const Pixel cursor{100, 333};
    require_same(zoomed(camera, factor, cursor).to_ground(cursor), camera.to_ground(cursor));
  }
}

TEST_CASE("an eased zoom keeps the ground under the cursor all along") {
  const Pixel cursor{600, 20};
  const Camera end = zoomed(camera, 3.7, cursor);
  for (const double share : {0.0, 0.2, 0.5, 0.9, 1.0}) {
    require_same(between(camera, end, share).to_ground(cursor), camera.to_ground(cursor));
  }
  REQUIRE(between(camera, end, 0.0).metres_per_pixel == Approx(camera.metres_per_pixel));
  REQUIRE(between(camera, end, 1.0).metres_per_pixel == Approx(end.metres_per_pixel));
}

TEST_CASE("panning moves the ground with the pixels") {
  require_same(panned(camera, 30, -12).to_ground({130, 88}), camera.to_ground({100, 100}));
}

TEST_CASE("fitting shows the whole box inside the margin") {
  geometry::Box box;
  box.extend(geometry::Point{0, 0});
  box.extend(geometry::Point{30000, 50000});
  const Camera fit = fitted(box, 640, 480, 20);
  const Pixel low = fit.to_pixel(box.low);
  const Pixel high = fit.to_pixel(box.high);
  REQUIRE(low.y <= 460 + 1e-9);
  REQUIRE(high.y >= 20 - 1e-9);
  REQUIRE(low.x >= 20);
  REQUIRE(high.x <= 620);
  REQUIRE((low.y == Approx(460) || low.x == Approx(20)));
}

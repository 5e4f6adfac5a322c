// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/label_placement.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace ancrage;
using namespace ancrage::geometry;

namespace {

PixelBox box_of(const LabelRequest& request, const PlacedLabel& label, double metres_per_pixel) {
  const double x = request.ground.x / metres_per_pixel + label.offset.x;
  const double y = -request.ground.y / metres_per_pixel + label.offset.y;
  return {x, y, x + request.width, y + request.height};
}

}  // namespace

TEST_CASE("names never overlap each other, whatever the crowd and the scale") {
  constexpr unsigned seed = 20261122;
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> place(0, 20000);
  std::uniform_real_distribution<double> width(20, 160);
  std::vector<LabelRequest> requests;
  for (int i = 0; i < 400; ++i) {
    requests.push_back({{place(random), place(random)}, width(random), 14, 3, i < 20});
  }
  for (const double scale : {10.0, 40.0, 160.0}) {
    const auto placed = place_labels(requests, {}, scale);
    REQUIRE(placed.size() > 5);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        REQUIRE_FALSE(box_of(requests[placed[i].request], placed[i], scale)
                          .overlaps(box_of(requests[placed[j].request], placed[j], scale)));
      }
    }
  }
}

TEST_CASE("of two names for one spot the first in priority stands") {
  const std::vector<LabelRequest> requests{{{0, 0}, 900, 14}, {{10, 10}, 900, 400}};
  const auto placed = place_labels(requests, {}, 1.0);
  REQUIRE(placed.front().request == 0);
}

TEST_CASE("a name avoids symbols, only an important one may cover them when there is no other place") {
  std::vector<LabelRequest> requests{{{0, 0}, 60, 14, 3}};
  const std::vector<Obstacle> above{{{0, 12}, 6}};
  const auto beside = place_labels(requests, above, 1.0);
  REQUIRE(beside.size() == 1);
  REQUIRE(beside.front().offset.y > 0);

  const std::vector<Obstacle> everywhere{{{0, 0}, 200}};
  REQUIRE(place_labels(requests, everywhere, 1.0).empty());
  requests.front().important = true;
  REQUIRE(place_labels(requests, everywhere, 1.0).size() == 1);

  // Every place is over a symbol, the one below least.
  std::vector<Obstacle> crowd;
  for (int x = -80; x <= 80; x += 8) {
    for (int y = -40; y <= 40; y += 8) {
      const bool below = y <= -8 && x >= -30 && x <= 30;
      if (!below || (x == 0 && y == -8)) crowd.push_back({{static_cast<double>(x), static_cast<double>(y)}, 4});
    }
  }
  const auto least = place_labels(requests, crowd, 1.0);
  REQUIRE(least.size() == 1);
  REQUIRE(least.front().offset.x == -30);
  REQUIRE(least.front().offset.y > 0);
}

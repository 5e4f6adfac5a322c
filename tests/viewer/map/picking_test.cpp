// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/picking.hpp"

#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

territory::Territory sample() {
  auto territory = test::drawn_territory({"AAB", "AAB"}, {{'A', 1000}, {'B', 300}});
  test::add_place(territory.health_poles, "pole", "Pôle", "maison_de_sante", {1900, 900}, "A");
  return territory;
}

std::string commune_at(const territory::Territory& territory, const Camera& camera, Pixel pixel) {
  const Feature feature = Picker(territory).at(camera, pixel, 0.0);
  return feature.kind == Feature::Kind::commune ? territory.communes.code[feature.index] : std::string();
}

}  // namespace

TEST_CASE("picking finds the commune under the pixel, and nothing beyond the border") {
  const auto territory = sample();
  const Camera camera{{1500, 1000}, 10, 400, 300};
  REQUIRE(commune_at(territory, camera, camera.to_pixel({500, 1500})) == "A");
  REQUIRE(commune_at(territory, camera, camera.to_pixel({2300, 300})) == "B");
  REQUIRE(commune_at(territory, camera, camera.to_pixel({3500, 500})).empty());
}

TEST_CASE("picking follows a resize: the same ground is picked where it now is") {
  const auto territory = sample();
  const Camera before{{1500, 1000}, 10, 400, 300};
  const Camera after = resized(before, 900, 500);
  REQUIRE(commune_at(territory, after, after.to_pixel({2300, 300})) == "B");
  // What was B's pixel shows other ground now, and that is what is picked.
  const Pixel old = before.to_pixel({2300, 300});
  const auto ground = after.to_ground(old);
  const Feature expected = Picker(territory).commune_at(ground);
  REQUIRE(Picker(territory).at(after, old, 0.0) == expected);
}

TEST_CASE("the nearest symbol within reach wins over the commune below it") {
  const auto territory = sample();
  const Camera camera{{1500, 1000}, 10, 400, 300};
  Pixel pixel = camera.to_pixel({1900, 900});
  pixel.x += 5;
  const Picker picker(territory);
  REQUIRE(picker.at(camera, pixel, 9) == Feature{Feature::Kind::pole, 0});
  REQUIRE(picker.at(camera, pixel, 4).kind == Feature::Kind::commune);
  REQUIRE(picker.at(camera, pixel, 9, false).kind == Feature::Kind::commune);
}

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/known_towns.hpp"

#include "support/errors.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::territory;
using namespace ancrage::test;

TEST_CASE("towns outside are known by name, and each says where its point comes from") {
  const auto towns = read_known_towns(in_source_tree("geodata/places.toml"));
  REQUIRE(towns.size() >= 5);
  for (const KnownTown& town : towns) {
    CAPTURE(town.name);
    CHECK_FALSE(town.source.empty());
    CHECK(town.longitude > 2);
    CHECK(town.longitude < 6);
    CHECK(town.latitude > 43);
    CHECK(town.latitude < 46);
  }
  const auto town = find_known_town(in_source_tree("geodata/ales"), "MONTPELLIER");
  REQUIRE(town);
  CHECK(town->name == "Montpellier");
  CHECK_FALSE(find_known_town(in_source_tree("geodata/ales"), "Mont"));
}

TEST_CASE("a territory's own towns come first") {
  const TemporaryDirectory folder;
  folder.write("places.toml", "[[place]]\nname = \"Montpellier\"\nlon = 1\nlat = 2\nsource = \"x\"\n");
  CHECK(find_known_town(folder.path(), "montpellier")->longitude == 1.0);
  CHECK(find_known_town(folder.path(), "mende")->name == "Mende");
}

TEST_CASE("a town that is not whole is refused at its line") {
  const TemporaryDirectory folder;
  const auto fault = [&](const char* text) {
    return fault_of([&] { read_known_towns(folder.write("places.toml", text)); })->text;
  };
  CHECK_THAT(fault("[[place]]\nname = \"X\"\nlon = 1\nsource = \"x\""), Catch::Contains("“lat”"));
  CHECK_THAT(fault("[[place]]\nname = \"X\"\nlon = 1\nlat = 99\nsource = \"x\""), Catch::Contains("places.toml:4"));
  CHECK_THAT(fault("[[place]]\nnom = \"X\""), Catch::Contains("“nom”"));
  CHECK_THAT(fault("place = 3"), Catch::Contains("[[place]]"));
}

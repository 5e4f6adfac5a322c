// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/io/reader.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace ancrage;
using namespace ancrage::test;

namespace {

const std::string package = ales + "/ales.gpkg";

std::vector<std::string> overlay_arguments() {
  return {"overlay", package, package, "--first-layer", "communes", "--second-layer", "priority_sectors"};
}

}  // namespace

TEST_CASE("areas of a commune's parts add up to the commune, and every priority sector is found whole") {
  const TemporaryDirectory folder;
  auto arguments = overlay_arguments();
  arguments.insert(arguments.end(), {"--areas", "-o", folder.path("shares.csv")});
  const auto result = run_ancrage(arguments);
  REQUIRE(result.exit_code == 0);
  const io::FeatureTable rows = io::read_features(folder.path("shares.csv"));
  const io::FeatureTable communes = io::read_features(package, {.layer = "communes"});
  std::map<std::string, double> parts;
  std::map<std::string, double> sectors;
  const auto areas = rows.quantities("area_m2");
  const auto shares = rows.quantities("share_of_second");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    parts[rows.texts("first")[i]] += areas[i].value();
    if (shares[i].is_number()) sectors[rows.texts("second")[i]] += shares[i].value();
  }
  for (std::size_t i = 0; i < communes.size(); ++i) {
    CHECK(parts[communes.texts("code")[i]] == Approx(geometry::area(communes.polygons, i)).epsilon(1e-9));
  }
  REQUIRE(sectors.contains("QP030001"));
  CHECK(sectors["QP030001"] == Approx(1.0).epsilon(1e-9));
  CHECK(sectors.contains("QP030016"));
}

TEST_CASE("pieces tell the areas that --areas tells") {
  const TemporaryDirectory folder;
  auto pieces = overlay_arguments();
  pieces.insert(pieces.end(), {"-o", folder.path("pieces.gpkg")});
  auto areas = overlay_arguments();
  areas.insert(areas.end(), {"--areas", "-o", folder.path("areas.csv")});
  REQUIRE(run_ancrage(pieces).exit_code == 0);
  REQUIRE(run_ancrage(areas).exit_code == 0);
  const io::FeatureTable polygons = io::read_features(folder.path("pieces.gpkg"));
  const io::FeatureTable rows = io::read_features(folder.path("areas.csv"));
  REQUIRE(polygons.size() == rows.size());
  const auto expected = rows.quantities("area_m2");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(polygons.texts("second")[i] == rows.texts("second")[i]);
    CHECK(geometry::area(polygons.polygons, i) == Approx(expected[i].value()).epsilon(1e-9));
  }
}

TEST_CASE("a layer that does not hold polygons is refused") {
  const auto result =
      run_ancrage({"overlay", package, package, "--first-layer", "sites", "--second-layer", "communes"});
  CHECK(result.exit_code == 4);
  CHECK_THAT(result.errors, Catch::Contains("sites"));
}

TEST_CASE("a source with several layers is refused with their names") {
  const auto result = run_ancrage({"overlay", package, package});
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.errors, Catch::Contains("communes") && Catch::Contains("priority_sectors"));
}

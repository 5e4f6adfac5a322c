// SPDX-License-Identifier: Apache-2.0
// The builder on the raw open data: what it writes today is what is committed, twice the same, and another
// intercommunality comes out as well.
#include "ancrage/base/error.hpp"
#include "ancrage/io/feature_table.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/territory/build.hpp"
#include "ancrage/territory/package.hpp"
#include "data/raw_data.hpp"
#include "support/coverage.hpp"
#include "support/errors.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace ancrage;

namespace {

constexpr double same_place_m = 1e-3;  // what another version of PROJ may differ by

bool same_points(const std::vector<geometry::Point>& a, const std::vector<geometry::Point>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](geometry::Point p, geometry::Point q) {
    return std::abs(p.x - q.x) <= same_place_m && std::abs(p.y - q.y) <= same_place_m;
  });
}

void check_same_layer(const io::FeatureTable& built, const io::FeatureTable& committed) {
  INFO("layer " << built.name);
  REQUIRE(built.size() == committed.size());
  CHECK(built.kind == committed.kind);
  CHECK(built.crs_epsg == committed.crs_epsg);
  REQUIRE(built.columns().size() == committed.columns().size());
  for (std::size_t i = 0; i < built.columns().size(); ++i) {
    const io::Column& a = built.columns()[i];
    const io::Column& b = committed.columns()[i];
    INFO("column " << a.name);
    CHECK(a.name == b.name);
    REQUIRE(a.type == b.type);
    CHECK(a.null == b.null);
    if (a.type == io::ColumnType::text) {
      CHECK(a.texts == b.texts);
    } else {
      CHECK(built.quantities(a.name) == committed.quantities(b.name));
    }
  }
  CHECK(same_points(built.points, committed.points));
  CHECK(same_points(built.lines.points, committed.lines.points));
  CHECK(built.lines.line_starts == committed.lines.line_starts);
  CHECK(same_points(built.polygons.points, committed.polygons.points));
  CHECK(built.polygons.ring_starts == committed.polygons.ring_starts);
  CHECK(built.polygons.feature_starts == committed.polygons.feature_starts);
}

}  // namespace

TEST_CASE("the committed territory of Alès is what the builder writes, twice the same bytes") {
  const std::string raw = test::raw_data_directory();
  const ancrage::test::TemporaryDirectory folder;
  territory::build_territory({.epci_code = "200066918", .raw_directory = raw, .output_directory = folder.path("ales")});
  territory::build_territory(
      {.epci_code = "200066918", .raw_directory = raw, .output_directory = folder.path("b/ales")});
  const std::string committed = test::in_source_tree("geodata/ales/");
  for (const char* file : {"ales.gpkg", "territory.toml", "SOURCES.md"}) {
    INFO(file);
    CHECK(folder.read(std::string("ales/") + file) == folder.read(std::string("b/ales/") + file));
  }
  CHECK(folder.read("ales/territory.toml") == io::read_text(committed + "territory.toml"));
  CHECK(folder.read("ales/SOURCES.md") == io::read_text(committed + "SOURCES.md"));
  const std::vector<std::string> layers = io::layer_names(committed + "ales.gpkg");
  CHECK(io::layer_names(folder.path("ales/ales.gpkg")) == layers);
  for (const std::string& layer : layers) {
    check_same_layer(io::read_features(folder.path("ales/ales.gpkg"), {.layer = layer}),
                     io::read_features(committed + "ales.gpkg", {.layer = layer}));
  }
}

TEST_CASE("Nîmes Métropole is built without a special case") {
  const std::string raw = test::raw_data_directory();
  const ancrage::test::TemporaryDirectory folder;
  const auto report = territory::build_territory(
      {.epci_code = "243000643", .raw_directory = raw, .output_directory = folder.path("nîmes")});
  const territory::Territory nimes = territory::load_territory(folder.path("nîmes"));
  CHECK(nimes.name == "Nîmes Métropole");

  std::set<std::string> published;
  const std::string epci_json = io::read_text(raw + "/administrative/epci.json.gz");
  for (const auto& epci : nlohmann::json::parse(epci_json)) {
    if (epci["code"] != "243000643") continue;
    for (const auto& member : epci["membres"]) published.insert(member["code"].get<std::string>());
  }
  double published_people = 0;
  for (const auto& commune : nlohmann::json::parse(io::read_text(raw + "/administrative/communes.json.gz"))) {
    if (commune["type"] == "commune-actuelle" && published.contains(commune["code"].get<std::string>())) {
      published_people += commune["population"].get<double>();
    }
  }
  std::set<std::string> members;
  double people = 0;
  for (std::size_t i = 0; i < nimes.communes.size(); ++i) {
    if (nimes.communes.member[i] == 0) continue;
    members.insert(nimes.communes.code[i]);
    people += nimes.communes.population[i].value();
  }
  CHECK(members.size() == 39);
  CHECK(members == published);
  CHECK(report.members == members.size());
  CHECK(people == published_people);

  const test::CoverageMeasure measure = test::measure_coverage(nimes.communes.boundary);
  CHECK(measure.invalid == 0);
  CHECK(measure.overlap == Approx(0).margin(1e-3));
  CHECK(measure.sum == Approx(measure.union_area).epsilon(1e-12));

  std::size_t centres = 0;
  for (std::size_t i = 0; i < nimes.sites.size(); ++i) {
    INFO(nimes.sites.name[i]);
    CHECK(members.contains(nimes.sites.commune_code[i]));
    centres += nimes.sites.kind[i] == "commune_centre" ? 1U : 0U;
  }
  CHECK(centres == members.size());
  CHECK(nimes.sites.size() > centres);
}

TEST_CASE("without a ring only the members are kept") {
  const ancrage::test::TemporaryDirectory folder;
  const auto report = territory::build_territory({.epci_code = "200066918",
                                                  .raw_directory = test::raw_data_directory(),
                                                  .output_directory = folder.path("seul"),
                                                  .ring_km = 0});
  CHECK(report.ring_communes == 0);
  CHECK(territory::load_territory(folder.path("seul")).communes.size() == 71);
}

TEST_CASE("an unknown intercommunality and a missing raw file are said in words, and nothing is written") {
  const std::string raw = test::raw_data_directory();
  const ancrage::test::TemporaryDirectory folder;
  const auto unknown = ancrage::test::fault_of([&] {
    territory::build_territory({.epci_code = "999999999", .raw_directory = raw, .output_directory = folder.path("a")});
  });
  REQUIRE(unknown);
  CHECK(unknown->code == ErrorCode::wrong_input);
  CHECK_THAT(unknown->text, Catch::Matchers::Contains("999999999"));

  const auto missing = ancrage::test::fault_of([&] {
    territory::build_territory(
        {.epci_code = "200066918", .raw_directory = folder.path(""), .output_directory = folder.path("a")});
  });
  REQUIRE(missing);
  CHECK(missing->code == ErrorCode::unreadable_input);
  CHECK_THAT(missing->text, Catch::Matchers::Contains("administrative/communes.json.gz"));
  CHECK(folder.count() == 0);
}

TEST_CASE("the published outlines agree point by point, so that simplification keeps them glued") {
  const std::string raw = test::raw_data_directory();
  const io::FeatureTable gard =
      io::read_features("/vsizip/{" + raw + "/communes/communes-2018-by-departement.zip}/communes-30-gard.geojson",
                        {.target_epsg = 2154});
  REQUIRE(gard.size() == 353);
  const test::CoverageMeasure measure = test::measure_coverage(gard.polygons);
  CHECK(measure.invalid == 0);
  CHECK(measure.overlap == Approx(0).margin(1));
  CHECK(measure.sum == Approx(measure.union_area).epsilon(1e-12));
}

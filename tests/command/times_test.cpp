// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/writer.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace ancrage::test;

namespace {

// A triangle driven one way round, places at two of its corners, and files that are wrong.
class Files {
 public:
  Files() {
    write("roads.csv", "from,to,minutes\na,b,5\nb,c,0.5\nc,a,2\n");
    write("places.csv", "id,node\nhome,a\nwork,c\n");
    write("streets.geojson",
          R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"road_class":"primary"},
 "geometry":{"type":"LineString","coordinates":[[4.10,44.10],[4.12,44.10]]}},
{"type":"Feature","properties":{"road_class":"primary"},
 "geometry":{"type":"LineString","coordinates":[[4.12,44.10],[4.12,44.12]]}}]})");
    write("positions.csv", "id,lon,lat\nwest,4.10,44.10\nnorth,4.12,44.12\n");
  }
  void write(const std::string& name, const std::string& content) const {
    ancrage::io::write_text(folder_.path(name), content);
  }
  std::string path(const std::string& name) const { return folder_.path(name); }
  ProgramResult times(const std::string& roads, const std::string& from, const std::string& to,
                      const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"times", "--roads", path(roads), "--from", path(from), "--to", path(to)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_ancrage(arguments);
  }

 private:
  TemporaryDirectory folder_;
};

// CSV without the carriage returns that RFC 4180 wants.
std::string lines(std::string csv) {
  std::erase(csv, '\r');
  return csv;
}

}  // namespace

TEST_CASE("times on an edge list, within the cut-off and its bound") {
  const Files files;
  const auto all = files.times("roads.csv", "places.csv", "places.csv");
  CHECK(all.exit_code == 0);
  CHECK(lines(all.output) == "from,to,minutes\nhome,home,0\nhome,work,5.5\nwork,home,2\nwork,work,0\n");
  CHECK(files.times("roads.csv", "places.csv", "places.csv", {"--max", "5.5"}).output == all.output);
  CHECK(lines(files.times("roads.csv", "places.csv", "places.csv", {"--max", "5.4"}).output) ==
        "from,to,minutes\nhome,home,0\nwork,home,2\nwork,work,0\n");
  CHECK(files.times("roads.csv", "places.csv", "places.csv", {"--threads", "1"}).output == all.output);
  const auto json =
      nlohmann::json::parse(files.times("roads.csv", "places.csv", "places.csv", {"--format", "json"}).output);
  CHECK(json["times"][1] == nlohmann::json{{"from", "home"}, {"to", "work"}, {"minutes", 5.5}});
}

TEST_CASE("times on a line layer say that they are estimated, and from what") {
  const Files files;
  const auto result = files.times("streets.geojson", "positions.csv", "positions.csv");
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.errors, Catch::Contains("fluide") && Catch::Contains("streets.geojson"));
  CHECK_THAT(lines(result.output), Catch::StartsWith("from,to,minutes\nwest,west,0\nwest,north,3.5"));
}

TEST_CASE("times of a territory run from its population cells to its sites") {
  const auto result = run_ancrage({"times", ales, "--max", "15"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(lines(result.output), Catch::StartsWith("from,to,minutes\n"));
  CHECK(std::count(result.output.begin(), result.output.end(), '\n') > 1000);
  CHECK_THAT(result.errors, Catch::Contains("Temps voiture estimé, circulation fluide") &&
                                Catch::Contains("Travel Mapping") && Catch::Contains("13 raccords synthétiques"));
  CHECK(run_ancrage({"times", ales, "--max", "15", "--threads", "1"}).output == result.output);
  CHECK(run_ancrage({"times", ales, "--max", "15", "--threads", "2"}).output == result.output);
}

TEST_CASE("times as JSON list every joined end, the parts that stay apart, and what the minutes are") {
  const auto result = run_ancrage({"times", ales, "--max", "2", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.output);
  CHECK_THAT(json["travel_times"].get<std::string>(), Catch::StartsWith("Temps voiture estimé, circulation fluide"));
  REQUIRE(json["diagnostics"].size() == 2);
  CHECK(json["diagnostics"][0]["names"].size() > 40);
  CHECK_THAT(json["diagnostics"][1]["message"].get<std::string>(), Catch::Contains("ne sont pas reliées"));
}

TEST_CASE("roads that are not connected are reported, on line layers and on edge lists") {
  const Files files;
  files.write("apart.csv", "from,to,minutes\na,b,5\nb,c,0.5\nc,a,2\nd,e,1\n");
  const auto result = files.times("apart.csv", "places.csv", "places.csv");
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.errors, Catch::Contains("n’est pas reliée"));
  CHECK_THAT(files.times("roads.csv", "places.csv", "places.csv").errors, Catch::Equals(""));
}

TEST_CASE("wrong inputs of times fail with one clear line") {
  const Files files;
  check_failure(run_ancrage({"times"}), 2, "--roads");
  check_failure(run_ancrage({"times", ales, "--roads", files.path("roads.csv")}), 2, "--roads");
  check_failure(files.times("roads.csv", "places.csv", "places.csv", {"--max", "-1"}), 2, "--max");
  check_failure(files.times("roads.csv", "places.csv", "places.csv", {"--format", "xml"}), 2, "xml");
  check_failure(files.times("streets.geojson", "positions.csv", "positions.csv", {"--speed", "primary"}), 2, "primary");
  check_failure(files.times("absent.csv", "places.csv", "places.csv"), 3, "absent.csv");
  check_failure(files.times("absent.osm.pbf", "places.csv", "places.csv"), 3, "absent.osm.pbf");
  check_failure(files.times("roads.csv", "absent.csv", "places.csv"), 3, "absent.csv");
  check_failure(files.times("roads.csv", "positions.csv", "places.csv"), 4, "node");
  files.write("lost.csv", "id,node\nhome,nowhere\n");
  check_failure(files.times("roads.csv", "lost.csv", "places.csv"), 4, "nowhere");
  files.write("twice.csv", "id,node\nhome,a\nhome,b\n");
  check_failure(files.times("roads.csv", "twice.csv", "places.csv"), 4, "home");
  files.write("negative.csv", "from,to,minutes\na,b,-3\n");
  check_failure(files.times("negative.csv", "places.csv", "places.csv"), 4, "-3");
  files.write("header.csv", "start,end,time\na,b,3\n");
  check_failure(files.times("header.csv", "places.csv", "places.csv"), 4, "from");
  check_failure(files.times("roads.csv", "places.csv", "places.csv", {"-o", files.path("no/where.csv")}), 6, "no");
}

TEST_CASE("isochrones of a site are polygons that hold each other, or one clear error") {
  const auto result = run_ancrage({"isochrone", ales, "Anduze", "--minutes", "10,20"});
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.errors, Catch::Contains("fluide"));
  const auto features = nlohmann::json::parse(result.output)["features"];
  REQUIRE(features.size() == 2);
  CHECK(features[0]["properties"]["minutes"] == 10);
  CHECK(features[1]["geometry"]["type"] == "MultiPolygon");
  check_failure(run_ancrage({"isochrone", ales, "Anduze", "--minutes", "0"}), 2, "--minutes");
  check_failure(run_ancrage({"isochrone", ales, "Atlantide"}), 4, "Atlantide");
  check_failure(run_ancrage({"isochrone", ales, "Anduze", "--format", "gpkg"}), 2, "-o");
}

// SPDX-License-Identifier: Apache-2.0
// The error that the documentation states for the straight-line estimate, recomputed on the reference matrix of Isère
// (OSRM on OpenStreetMap, 2021–22, ODbL): all ordered pairs of different communes up to an hour apart.
#include "ancrage/travel/estimate.hpp"
#include "ancrage/io/raw_text.hpp"
#include "data/raw_data.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <numbers>
#include <string>

using namespace ancrage;

namespace {

struct Position {
  double longitude, latitude;
};

double great_circle_m(Position a, Position b) {
  constexpr double earth_radius_m = 6371008.8;
  constexpr double radians = std::numbers::pi / 180;
  const double dy = std::sin((b.latitude - a.latitude) * radians / 2);
  const double dx = std::sin((b.longitude - a.longitude) * radians / 2);
  const double h = dy * dy + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * dx * dx;
  return 2 * earth_radius_m * std::asin(std::sqrt(h));
}

struct MeanError {
  double sum = 0.0;
  std::size_t pairs = 0;
  void add(double error) {
    sum += std::abs(error);
    ++pairs;
  }
  double value() const { return sum / static_cast<double>(pairs); }
};

}  // namespace

TEST_CASE("the published error of the straight-line estimate") {
  const std::string folder = test::raw_data_directory() + "/travel-time-reference/";
  std::map<std::string, Position> positions;
  const auto communes = nlohmann::json::parse(io::read_text(folder + "isere-communes.geojson"));
  for (const auto& feature : communes["features"]) {
    const auto& properties = feature["properties"];
    positions[properties["id"]] = {properties["lon"], properties["lat"]};
  }
  const auto matrix = io::read_delimited(folder + "osrm-car-seconds-isere-512-communes.csv.gz");
  MeanError under_an_hour;
  MeanError under_half_an_hour;
  for (const auto& row : matrix.rows) {
    for (std::size_t column = 1; column < row.size(); ++column) {
      const std::string& to = matrix.header[column];
      if (to == row[0] || row[column].empty() || !positions.contains(to) || !positions.contains(row[0])) continue;
      const double minutes = std::stod(row[column]) / 60;
      const double error = travel::estimated_minutes(great_circle_m(positions[row[0]], positions[to])) - minutes;
      if (minutes <= 60) under_an_hour.add(error);
      if (minutes <= 30) under_half_an_hour.add(error);
    }
  }
  CHECK(under_an_hour.pairs == 120027);
  CHECK(under_an_hour.value() == Approx(5.4).margin(0.05));
  CHECK(under_half_an_hour.value() == Approx(3.4).margin(0.05));
}

// SPDX-License-Identifier: Apache-2.0
#include "data/isere.hpp"

#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/territory/build/roads.hpp"
#include "ancrage/travel/estimate.hpp"
#include "ancrage/travel/road_source.hpp"
#include "ancrage/travel/travel_times.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <sstream>

namespace ancrage::test {

namespace {

constexpr double margin_degrees = 0.2;
constexpr double no_way_minutes = 120.0;

// Lines "label http…?lat=45.4&lon=5.1" of a waypoint file.
std::vector<geometry::Point> waypoints(const std::string& text) {
  std::vector<geometry::Point> points;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t lat = line.find("lat=");
    const std::size_t lon = line.find("lon=");
    if (lat == std::string::npos || lon == std::string::npos) continue;
    points.push_back({std::stod(line.substr(lon + 4)), std::stod(line.substr(lat + 4))});
  }
  return points;
}

void read_roads(const std::string& archive, const geometry::Box& box, territory::Roads& roads) {
  for (const std::string& entry : io::zip_entries(archive)) {
    if (!entry.ends_with(".wpt")) continue;
    const std::size_t file = entry.rfind('/');
    const std::size_t system = entry.rfind('/', file - 1);
    const auto label =
        territory::build::road_label(entry.substr(system + 1, file - system - 1), entry.substr(file + 1));
    if (!label) continue;
    const auto points = waypoints(io::read_zip_entry(archive, entry));
    if (points.size() < 2 || std::none_of(points.begin(), points.end(), [&](auto p) { return box.contains(p); })) {
      continue;
    }
    roads.name.push_back(label->name);
    roads.road_class.push_back(label->road_class);
    roads.line.add_line(points);
    roads.line.end_feature();
  }
  io::reproject(roads.line.points, 4326, 2154);
}

double nth_of(std::vector<double>& values, std::size_t n) {
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(n);
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

}  // namespace

Isere read_isere(const std::string& raw_directory) {
  const std::string folder = raw_directory + "/travel-time-reference/";
  const auto matrix = io::read_delimited(folder + "osrm-car-seconds-isere-512-communes.csv.gz");
  std::map<std::string, geometry::Point> points;
  const auto communes = nlohmann::json::parse(io::read_text(folder + "isere-communes.geojson"));
  for (const auto& feature : communes["features"]) {
    const auto& properties = feature["properties"];
    points[properties["id"]] = {properties["lon"], properties["lat"]};
  }
  Isere isere;
  geometry::Box box;
  for (const auto& row : matrix.rows) {
    isere.codes.push_back(row[0]);
    isere.positions.push_back(points.at(row[0]));
    box.extend(isere.positions.back());
    for (const auto& other : matrix.rows) {
      const std::string& seconds = row[matrix.column(other[0])];
      isere.minutes.push_back(seconds.empty() ? std::numeric_limits<double>::quiet_NaN() : std::stod(seconds) / 60);
    }
  }
  box.extend(geometry::Point{box.low.x - margin_degrees, box.low.y - margin_degrees});
  box.extend(geometry::Point{box.high.x + margin_degrees, box.high.y + margin_degrees});
  io::reproject(isere.positions, 4326, 2154);
  read_roads(raw_directory + "/roads-numbered/waypoints-occitanie-ara-paca-2026.zip", box, isere.roads);
  return isere;
}

std::vector<std::size_t> communes_for(const Isere& isere, std::initializer_list<Use> uses) {
  std::vector<std::size_t> communes;
  for (std::size_t i = 0; i < isere.codes.size(); ++i) {
    if (std::find(uses.begin(), uses.end(), use_of(i)) != uses.end()) communes.push_back(i);
  }
  return communes;
}

std::vector<double> modelled_minutes(const Isere& isere, const std::vector<std::size_t>& communes,
                                     const travel::WaypointModel& model) {
  territory::Territory territory;
  territory.roads = isere.roads;
  const travel::Roads roads = travel::territory_roads(territory, model);
  const travel::RoadMetric metric(roads.network, roads.minutes_along, roads.minutes_against);
  const travel::RoadSnapper snapper(roads.network, model.snap_options());
  std::vector<travel::NetworkPlace> places;
  for (const std::size_t commune : communes) places.push_back(snapper.snap(isere.positions[commune]));
  const auto times = travel::travel_times(roads.network, metric, places, places, {.most_minutes = no_way_minutes});
  std::vector<double> result(communes.size() * communes.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t row = 0; row < times.rows(); ++row) {
    for (std::size_t i = 0; i < times.columns_of(row).size(); ++i) {
      result[row * communes.size() + times.columns_of(row)[i]] = times.minutes_of(row)[i];
    }
  }
  return result;
}

std::vector<double> straight_minutes(const Isere& isere, const std::vector<std::size_t>& communes,
                                     const StraightLine& line) {
  std::vector<double> result;
  for (const std::size_t a : communes) {
    for (const std::size_t b : communes) {
      const double km = geometry::distance(isere.positions[a], isere.positions[b]) / 1000;
      result.push_back(line.factor * std::pow(km, line.power));
    }
  }
  return result;
}

std::vector<double> estimated_minutes(const Isere& isere, const std::vector<std::size_t>& communes) {
  std::vector<double> result;
  for (const std::size_t a : communes) {
    for (const std::size_t b : communes) {
      result.push_back(travel::estimated_minutes(geometry::distance(isere.positions[a], isere.positions[b])));
    }
  }
  return result;
}

std::vector<BandError> band_errors(const Isere& isere, const std::vector<std::size_t>& communes,
                                   const std::vector<double>& estimates) {
  std::vector<BandError> bands{{0, 10}, {10, 20}, {20, 30}, {30, 45}, {45, 60}, {0, 30}, {0, 60}};
  for (BandError& band : bands) {
    std::vector<double> errors;
    for (std::size_t i = 0; i < communes.size(); ++i) {
      for (std::size_t j = 0; j < communes.size(); ++j) {
        const double reference = isere.reference(communes[i], communes[j]);
        if (i == j || !(reference > band.low && reference <= band.high)) continue;
        const double estimate = estimates[i * communes.size() + j];
        errors.push_back((std::isnan(estimate) ? no_way_minutes : estimate) - reference);
      }
    }
    band.pairs = errors.size();
    if (errors.empty()) continue;
    band.median = nth_of(errors, errors.size() / 2);
    for (double& error : errors) error = std::abs(error);
    band.mean_absolute = std::accumulate(errors.begin(), errors.end(), 0.0) / static_cast<double>(errors.size());
    band.percentile_90 = nth_of(errors, errors.size() * 9 / 10);
  }
  return bands;
}

}  // namespace ancrage::test

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/road_speeds.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <utility>

namespace ancrage::travel {

namespace {

constexpr int first_former_national = 900;
constexpr double m_per_km = 1000.0;
constexpr double minutes_per_hour = 60.0;

// The number in a road's name ("D 6110A" -> 6110); 0 without one.
int number_of(std::string_view name) {
  const std::size_t first = name.find_first_of("0123456789");
  int number = 0;
  if (first != std::string_view::npos) std::from_chars(name.data() + first, name.data() + name.size(), number);
  return number;
}

// Change of direction at b, in radians from 0 to pi.
double turning(geometry::Point a, geometry::Point b, geometry::Point c) {
  const double change = std::atan2(c.y - b.y, c.x - b.x) - std::atan2(b.y - a.y, b.x - a.x);
  return std::abs(std::remainder(change, 2 * std::numbers::pi));
}

}  // namespace

const ClassSpeeds& usual_speeds() {
  static const ClassSpeeds speeds{
      {"motorway", 90}, {"motorway_link", 45}, {"trunk", 85},        {"trunk_link", 40},  {"national", 75},
      {"primary", 65},  {"primary_link", 30},  {"departmental", 55}, {"secondary", 55},   {"secondary_link", 25},
      {"tertiary", 40}, {"tertiary_link", 20}, {"unclassified", 25}, {"residential", 25}, {"road", 25},
      {"service", 15},  {"living_street", 10}};
  return speeds;
}

ClassSpeeds speeds_with(ClassSpeeds others, const ClassSpeeds& usual) {
  others.insert(others.end(), usual.begin(), usual.end());
  return others;
}

double WaypointModel::pace_of(std::string_view road_class, std::string_view name) const {
  if (road_class == "connector") return minutes_per_hour / connector_kmh;
  if (road_class == "motorway") return motorway;
  if (road_class == "national" || number_of(name) >= first_former_national) return national;
  return departmental;
}

SnapOptions WaypointModel::snap_options() const {
  return {.access_kmh = access_kmh, .access_minutes = access_minutes, .most_access_m = 10'000};
}

std::vector<double> stretch_paces(std::span<const geometry::Point> waypoints, double class_pace,
                                  const WaypointModel& model) {
  std::vector<double> paces;
  const auto turn_at = [&](std::size_t i) {
    return i == 0 || i + 1 >= waypoints.size() ? 0.0 : turning(waypoints[i - 1], waypoints[i], waypoints[i + 1]);
  };
  for (std::size_t i = 0; i + 1 < waypoints.size(); ++i) {
    const double km = geometry::distance(waypoints[i], waypoints[i + 1]) / m_per_km;
    if (!(km > 0)) {
      paces.push_back(0.0);
      continue;
    }
    const double winding = std::min((turn_at(i) + turn_at(i + 1)) / 2 / km, model.most_winding);
    paces.push_back((class_pace + model.winding_pace * winding + model.stretch_minutes / km) / m_per_km);
  }
  return paces;
}

}  // namespace ancrage::travel

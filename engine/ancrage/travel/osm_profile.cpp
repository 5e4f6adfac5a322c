// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/osm_profile.hpp"

#include "ancrage/io/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <utility>

namespace ancrage::travel {

namespace {

struct HighwaySpeed {
  std::string_view highway;
  double kmh;
};
constexpr std::array<HighwaySpeed, 15> speeds{{{"motorway", 90},
                                               {"motorway_link", 45},
                                               {"trunk", 85},
                                               {"trunk_link", 40},
                                               {"primary", 65},
                                               {"primary_link", 30},
                                               {"secondary", 55},
                                               {"secondary_link", 25},
                                               {"tertiary", 40},
                                               {"tertiary_link", 20},
                                               {"unclassified", 25},
                                               {"residential", 25},
                                               {"living_street", 10},
                                               {"service", 15},
                                               {"road", 25}}};
constexpr double share_of_limit = 0.8;
constexpr double km_per_mile = 1.609344;

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

const HighwaySpeed* speed_of(std::string_view highway) {
  const auto found = std::find_if(speeds.begin(), speeds.end(), [&](const auto& s) { return s.highway == highway; });
  return found == speeds.end() ? nullptr : &*found;
}

bool closed_to_cars(const io::OsmRoads& roads, std::size_t way) {
  if (roads.tag(way, "area") == "yes") return true;
  for (const std::string_view key : {"motorcar", "motor_vehicle", "vehicle", "access"}) {
    const std::string_view value = roads.tag(way, key);
    if (value.empty()) continue;
    return is_one_of(value,
                     {"no", "private", "agricultural", "forestry", "delivery", "emergency", "military", "psv", "bus"});
  }
  return false;
}

std::uint8_t directions(const io::OsmRoads& roads, std::size_t way) {
  const std::string_view one_way = roads.tag(way, "oneway");
  if (is_one_of(one_way, {"yes", "true", "1"})) return along;
  if (is_one_of(one_way, {"-1", "reverse"})) return against;
  if (is_one_of(one_way, {"no", "false", "0", "alternating"})) return both_ways;
  if (one_way == "reversible") return 0;
  const bool implied = is_one_of(roads.tag(way, "junction"), {"roundabout", "circular"}) ||
                       is_one_of(roads.tag(way, "highway"), {"motorway", "motorway_link"});
  return implied ? along : both_ways;
}

}  // namespace

const std::vector<std::string>& osm_road_keys() {
  static const std::vector<std::string> keys{
      "highway", "maxspeed", "maxspeed:forward", "maxspeed:backward", "oneway", "junction",
      "access",  "vehicle",  "motorcar",         "motor_vehicle",     "area",   "name",
      "ref"};
  return keys;
}

std::optional<double> osm_maxspeed(std::string_view value) {
  if (value == "none") return 130;
  if (value == "walk") return 5;
  double number = 0.0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (fault == std::errc{}) {
    if (!(number > 0 && number < 300)) return std::nullopt;
    std::string_view unit(end, static_cast<std::size_t>(value.data() + value.size() - end));
    while (unit.starts_with(' ')) unit.remove_prefix(1);
    if (unit == "mph") return number * km_per_mile;
    return unit.empty() || unit == "km/h" ? std::optional(number) : std::nullopt;
  }
  if (value.ends_with(":urban")) return 50;
  if (value.ends_with(":rural")) return 80;
  if (value.ends_with(":motorway")) return 130;
  if (value.ends_with(":living_street")) return 20;
  return std::nullopt;
}

OsmUse osm_use(const io::OsmRoads& roads, std::size_t way) {
  const HighwaySpeed* usual = speed_of(roads.tag(way, "highway"));
  if (usual == nullptr || closed_to_cars(roads, way)) return {};
  const auto kmh = [&](std::string_view own_key) {
    for (const std::string_view key : {own_key, std::string_view("maxspeed")}) {
      if (const auto limit = osm_maxspeed(roads.tag(way, key))) return share_of_limit * *limit;
    }
    return usual->kmh;
  };
  return {directions(roads, way), kmh("maxspeed:forward"), kmh("maxspeed:backward")};
}

RoadLines osm_road_lines(const io::OsmRoads& roads, int crs_epsg) {
  RoadLines lines;
  lines.vertices = roads.position;
  io::reproject(lines.vertices, 4326, crs_epsg);
  for (const HighwaySpeed& speed : speeds) lines.class_names.emplace_back(speed.highway);
  for (std::size_t way = 0; way < roads.size(); ++way) {
    const OsmUse use = osm_use(roads, way);
    if (use.open == 0) continue;
    const auto nodes = roads.nodes_of(way);
    lines.line_vertices.insert(lines.line_vertices.end(), nodes.begin(), nodes.end());
    lines.line_starts.push_back(static_cast<std::uint32_t>(lines.line_vertices.size()));
    lines.open.push_back(use.open);
    lines.minutes_per_m_along.push_back(0.06 / use.kmh_along);
    lines.minutes_per_m_against.push_back(0.06 / use.kmh_against);
    lines.road_class.push_back(static_cast<std::uint16_t>(speed_of(roads.tag(way, "highway")) - speeds.data()));
    const std::string_view ref = roads.tag(way, "ref");
    lines.name.emplace_back(ref.empty() ? roads.tag(way, "name") : ref);
  }
  return lines;
}

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
// How a car uses OpenStreetMap ways, traffic flowing freely: which classes, in which direction, how fast.
//
// Classes: motorway to residential with their links, living_street, service, road; tracks, paths, ferries, and what is
// planned or under construction are left out. Speeds without a maxspeed tag are those of OSRM's car profile (km/h:
// motorway 90, trunk 85, primary 65, secondary 55, tertiary 40, unclassified and residential 25, living_street 10,
// service 15, their links about half); a tagged maxspeed counts 80 %, as there: limits are no mean speeds. Tag values:
// numbers, "mph", "walk", and the French "FR:urban" 50, "FR:rural" 80, "FR:motorway" 130 (others of that form alike).
// One-way: oneway tag, else motorways and roundabouts. Closed: the most specific of motorcar, motor_vehicle, vehicle,
// access says no, private, agricultural, forestry, delivery, emergency, military or psv. Restrictions of turning,
// barriers on nodes, conditional and lane tags are not read.
#pragma once

#include "ancrage/io/osm_roads.hpp"
#include "ancrage/travel/road_builder.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::travel {

// The tags that the profile looks at, for io::read_osm_roads.
const std::vector<std::string>& osm_road_keys();

struct OsmUse {
  std::uint8_t open = 0;  // directions; 0: not for cars
  double kmh_along = 0.0;
  double kmh_against = 0.0;
};
OsmUse osm_use(const io::OsmRoads& roads, std::size_t way);

// km/h of a maxspeed value; nothing when it is none that is known ("signals", "none" is 130).
std::optional<double> osm_maxspeed(std::string_view value);

// The ways that a car may take, in metres of the CRS. Nodes of the extract are the vertices.
RoadLines osm_road_lines(const io::OsmRoads& roads, int crs_epsg);

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
// Connectors: short straight lines between two waypoints of numbered roads, where the network stops at a town and no
// source draws the street between. Each is documented in a file (geodata/connectors.toml) and marked synthetic in the
// roads layer.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/territory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ancrage::territory::build {

// The class of connectors in the roads layer; all others are drawn by a source.
inline constexpr std::string_view connector_class = "connector";

struct Connector {
  std::string name;      // says what it joins
  geometry::Point from;  // longitude, latitude of a waypoint
  geometry::Point to;
};

// `[[connector]]` tables of name, from, to (latitude, longitude, as waypoint files have it), reason and source, all of
// them needed. Throws unreadable_input or wrong_input with the line.
std::vector<Connector> read_connectors(const std::string& path);

// Appends those that lie in the communes kept, in the order of the file; their ends become exactly the waypoints. One
// of which an end is no waypoint (1 m) is left out and reported, as are, by name and length, those that were added.
// Returns how many were.
std::size_t add_connectors(const std::vector<Connector>& connectors, const Outlines& outlines, Roads& roads,
                           Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

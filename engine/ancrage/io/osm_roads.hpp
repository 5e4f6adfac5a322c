// SPDX-License-Identifier: Apache-2.0
// The ways of an OpenStreetMap extract (.osm.pbf, .osm, .osm.gz, .osm.bz2) that carry a highway tag, through libosmium.
// This room only knows the format; which ways a car takes, and how fast, is travel/osm_profile.hpp.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ancrage::io {

struct OsmRoads {
  std::vector<std::int64_t> node_id;                                   // rising
  std::vector<geometry::Point> position;                               // longitude, latitude
  std::vector<std::int64_t> way_id;                                    // in the order of the file
  std::vector<std::uint32_t> way_nodes;                                // positions in node_id
  std::vector<std::uint32_t> way_starts{0};                            // ways + 1 offsets into way_nodes
  std::vector<std::vector<std::pair<std::string, std::string>>> tags;  // per way, the kept keys only
  std::size_t missing_nodes = 0;  // references to nodes that the extract lacks; ways are cut there

  std::size_t size() const { return way_id.size(); }
  std::span<const std::uint32_t> nodes_of(std::size_t way) const {
    return {way_nodes.data() + way_starts[way], way_nodes.data() + way_starts[way + 1]};
  }
  // The value of a tag; empty when the way has none.
  std::string_view tag(std::size_t way, std::string_view key) const;
};

bool is_osm_file(const std::string& path);

// Keeps the tags of `keys`. Ways whose nodes the extract lacks are cut there (a way may come in several pieces).
// Throws unreadable_input (no such file, damaged). Reads the file twice: ways, then the nodes that they use.
OsmRoads read_osm_roads(const std::string& path, const std::vector<std::string>& keys);

}  // namespace ancrage::io

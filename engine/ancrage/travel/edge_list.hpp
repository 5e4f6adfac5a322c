// SPDX-License-Identifier: Apache-2.0
// Road networks as edge lists: CSV `from,to,minutes`, one directed edge a row, nodes by their identifiers.
#pragma once

#include "ancrage/travel/named_table.hpp"
#include "ancrage/travel/network_places.hpp"
#include "ancrage/travel/road_network.hpp"

#include <string>
#include <vector>

namespace ancrage::travel {

struct EdgeList {
  RoadNetwork network;          // link i is row i; no geometry
  std::vector<double> minutes;  // per link
  std::vector<std::string> node_ids;
  NameIndex nodes;

  // The place at a node; a node that no edge names is known to nobody: it is on no network.
  NetworkPlace place(const std::string& node_id) const;
};

// Throws unreadable_input, or wrong_input naming the row on a missing column, an empty node, a time that is no number,
// negative, or over most_minutes.
EdgeList read_edge_list(const std::string& path);

}  // namespace ancrage::travel

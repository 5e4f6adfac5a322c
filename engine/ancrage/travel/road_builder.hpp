// SPDX-License-Identifier: Apache-2.0
// From drawn lines to a network: lines that share a vertex meet there; ends that stop just short of another road are
// joined to it; the result says what was joined and which parts stay apart.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/travel/road_network.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace ancrage::travel {

// Roads before they are cut at junctions. A line is a sequence of vertices; the same vertex in two lines is a junction.
struct RoadLines {
  std::vector<geometry::Point> vertices;  // metres
  std::vector<std::uint32_t> line_vertices;
  std::vector<std::uint32_t> line_starts{0};  // lines + 1 offsets into line_vertices
  std::vector<std::uint8_t> open;             // directions, per line
  std::vector<double> minutes_per_m_along;    // per line; ignored where closed
  std::vector<double> minutes_per_m_against;
  std::vector<std::uint16_t> road_class;  // position in class_names
  std::vector<std::string> name;          // for the list of joins; may be empty texts
  std::vector<std::uint32_t> part_of{};   // lines of the same number are pieces of one; empty: each is its own
  std::vector<std::string> class_names;

  std::size_t size() const { return line_starts.size() - 1; }
  std::span<const std::uint32_t> line(std::size_t i) const {
    return {line_vertices.data() + line_starts[i], line_vertices.data() + line_starts[i + 1]};
  }
};

// Vertices by exact coordinates: the same position is the same vertex.
class VertexTable {
 public:
  // Number of the vertex at p, which is added to `lines` when it is new.
  std::uint32_t vertex(RoadLines& lines, geometry::Point p);

 private:
  struct Hash {
    std::size_t operator()(geometry::Point p) const;
  };
  std::unordered_map<geometry::Point, std::uint32_t, Hash> index_;
};

// An end of a line that was joined to a road by a straight connector of class "connector", driven at the pace of the
// line that ended.
struct RoadJoin {
  std::string road;
  std::string joined_to;
  geometry::Point from;
  geometry::Point to;
  double gap_m = 0.0;
};

struct RoadBuildOptions {
  // Ends of lines that lie this far or less from another line (the bound counts) are joined to its nearest point. 0
  // joins nothing.
  double join_tolerance_m = 0.0;
  // Classes that nothing is joined to but at their own vertices: roads with interchanges only.
  std::vector<std::string> limited_access{"motorway"};
};

// A network with its own times.
struct Roads {
  RoadNetwork network;
  std::vector<double> minutes_along;  // per link
  std::vector<double> minutes_against;
  std::vector<RoadJoin> joins;
  Diagnostics diagnostics;  // joins and parts not connected
};

// Adds vertices and connectors to the lines; returns what was joined. An end that touches another line exactly needs no
// connector and is not listed. Of two ends that face each other, one is joined to the other.
std::vector<RoadJoin> join_dangling_ends(RoadLines& lines, const RoadBuildOptions& options);

// Links run from junction or end to junction or end; vertices between stay in their shapes. Lines of fewer than two
// vertices and stretches between equal vertices in a row are dropped. Throws wrong_input when nothing is left.
// Cost: n log n in vertices.
Roads build_roads(RoadLines lines, const RoadBuildOptions& options = {});

// The parts of a network that are not connected to the largest, as a note (nothing when there is one part only).
Diagnostics unconnected_parts(const RoadNetwork& network);

}  // namespace ancrage::travel

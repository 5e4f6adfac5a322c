// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/road_builder.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"

#include <fmt/format.h>

#include <functional>
#include <limits>
#include <utility>

namespace ancrage::travel {

namespace {

constexpr std::uint32_t no_node = std::numeric_limits<std::uint32_t>::max();

// The node of each vertex: ends of lines, and vertices that lines pass more than once.
struct Junctions {
  std::vector<std::uint32_t> node_of_vertex;
  std::vector<geometry::Point> positions;
};

Junctions find_junctions(const RoadLines& lines) {
  std::vector<std::uint8_t> uses(lines.vertices.size(), 0);
  const auto use = [&](std::uint32_t vertex, int times) {
    uses[vertex] = static_cast<std::uint8_t>(std::min(2, uses[vertex] + times));
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto line = lines.line(i);
    if (line.size() < 2) continue;
    for (const std::uint32_t vertex : line) use(vertex, 1);
    use(line.front(), 2);
    use(line.back(), 2);
  }
  Junctions junctions;
  junctions.node_of_vertex.assign(lines.vertices.size(), no_node);
  for (const std::uint32_t vertex : lines.line_vertices) {
    if (uses[vertex] < 2 || junctions.node_of_vertex[vertex] != no_node) continue;
    junctions.node_of_vertex[vertex] = static_cast<std::uint32_t>(junctions.positions.size());
    junctions.positions.push_back(lines.vertices[vertex]);
  }
  return junctions;
}

// Collects the links of all lines with their times.
struct LinkWriter {
  const RoadLines& lines;
  const Junctions& junctions;
  RoadLinks links{};
  std::vector<double> minutes_along{};
  std::vector<double> minutes_against{};

  void add_line(std::size_t i) {
    const auto line = lines.line(i);
    std::size_t start = 0;
    for (std::size_t k = 1; k < line.size(); ++k) {
      if (junctions.node_of_vertex[line[k]] == no_node) continue;
      add_link(i, line.subspan(start, k - start + 1));
      start = k;
    }
  }

  void add_link(std::size_t line, std::span<const std::uint32_t> vertices) {
    double length_m = 0.0;
    for (std::size_t k = 0; k < vertices.size(); ++k) {
      links.shape.push_back(lines.vertices[vertices[k]]);
      if (k > 0) length_m += geometry::distance(lines.vertices[vertices[k - 1]], lines.vertices[vertices[k]]);
    }
    links.shape_starts.push_back(static_cast<std::uint32_t>(links.shape.size()));
    links.tail.push_back(junctions.node_of_vertex[vertices.front()]);
    links.head.push_back(junctions.node_of_vertex[vertices.back()]);
    links.open.push_back(lines.open[line]);
    links.length_m.push_back(length_m);
    links.road_class.push_back(lines.road_class[line]);
    minutes_along.push_back(length_m * lines.minutes_per_m_along[line]);
    minutes_against.push_back(length_m * lines.minutes_per_m_against[line]);
  }
};

// Without vertices that repeat the one before, and without lines of fewer than two.
void drop_repeats(RoadLines& lines) {
  std::vector<std::uint32_t> kept;
  kept.reserve(lines.line_vertices.size());
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t first = kept.size();
    for (const std::uint32_t vertex : lines.line(i)) {
      if (kept.size() == first || kept.back() != vertex) kept.push_back(vertex);
    }
    if (kept.size() < first + 2) kept.resize(first);
    starts.push_back(static_cast<std::uint32_t>(kept.size()));
  }
  lines.line_vertices = std::move(kept);
  lines.line_starts = std::move(starts);
}

Diagnostics join_notes(const std::vector<RoadJoin>& joins, double tolerance_m) {
  if (joins.empty()) return {};
  Diagnostic note{Severity::note,
                  "roads",
                  plural_message("{0} end of a road that stops within {1} m of another road was joined to it",
                                 "{0} ends of roads that stop within {1} m of another road were joined to it",
                                 joins.size(), DecimalArgument{tolerance_m, 0}),
                  {}};
  for (const RoadJoin& join : joins) {
    note.names.push_back(fmt::format("{} > {} ({:.0f} m; {:.0f}, {:.0f})", join.road, join.joined_to, join.gap_m,
                                     join.from.x, join.from.y));
  }
  return {note};
}

}  // namespace

std::size_t VertexTable::Hash::operator()(geometry::Point p) const {
  const std::size_t x = std::hash<double>{}(p.x);
  return x ^ (std::hash<double>{}(p.y) + 0x9e3779b97f4a7c15ULL + (x << 6) + (x >> 2));
}

std::uint32_t VertexTable::vertex(RoadLines& lines, geometry::Point p) {
  const auto [entry, added] = index_.try_emplace(p, static_cast<std::uint32_t>(lines.vertices.size()));
  if (added) lines.vertices.push_back(p);
  return entry->second;
}

Diagnostics unconnected_parts(const RoadNetwork& network) {
  const NetworkParts parts = connected_parts(network);
  if (parts.size.size() < 2) return {};
  Diagnostic note{Severity::note,
                  "roads",
                  plural_message("{0} part of the road network is not connected to the largest, of {1} nodes",
                                 "{0} parts of the road network are not connected to the largest, of {1} nodes",
                                 parts.size.size() - 1, parts.size.front()),
                  {}};
  std::vector<std::uint32_t> first_node(parts.size.size(), no_node);
  for (std::uint32_t node = 0; node < network.node_count(); ++node) {
    if (first_node[parts.part[node]] == no_node) first_node[parts.part[node]] = node;
  }
  for (std::size_t part = 1; part < parts.size.size(); ++part) {
    if (network.node_positions().empty()) {
      note.names.push_back(fmt::format("{}", parts.size[part]));
    } else {
      const geometry::Point at = network.node_positions()[first_node[part]];
      note.names.push_back(fmt::format("{} ({:.0f}, {:.0f})", parts.size[part], at.x, at.y));
    }
  }
  return {note};
}

Roads build_roads(RoadLines lines, const RoadBuildOptions& options) {
  drop_repeats(lines);
  std::vector<RoadJoin> joins;
  if (options.join_tolerance_m > 0) joins = join_dangling_ends(lines, options);
  const Junctions junctions = find_junctions(lines);
  LinkWriter writer{lines, junctions};
  writer.links.shape_starts.push_back(0);
  for (std::size_t i = 0; i < lines.size(); ++i) writer.add_line(i);
  if (writer.links.size() == 0) {
    throw Error(ErrorCode::wrong_input, message("The source holds no road that can be driven"));
  }
  writer.links.class_names = lines.class_names;
  RoadNetwork network(std::move(writer.links), junctions.positions.size(), junctions.positions);
  Diagnostics diagnostics = join_notes(joins, options.join_tolerance_m);
  for (Diagnostic& note : unconnected_parts(network)) diagnostics.push_back(std::move(note));
  return {std::move(network), std::move(writer.minutes_along), std::move(writer.minutes_against), std::move(joins),
          std::move(diagnostics)};
}

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
// Roads as a graph. Three kinds of objects, as in RoutingKit: the *network* (who is joined to whom; immutable), a
// *metric* (how long every link takes; as many as there are profiles or scenarios), and *queries*
// (travel/shortest_path.hpp; one per thread, cheap). Network and metric are safe to share between threads and must
// outlive the queries.
//
//   RoadNetwork network({.tail = {0, 1}, .head = {1, 2}, .open = {both_ways, along}}, 3);
//   RoadMetric metric(network, std::vector{2.0, 3.5});
//
// Times inside are whole numbers of 10^-9 minutes: sums are exact, so they do not depend on the order of addition, a
// search from the destination finds the same time as one from the origin, and three links of 0.1 minutes are within
// 0.3 minutes.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace ancrage::travel {

using Ticks = std::uint64_t;  // 10^-9 minutes
inline constexpr Ticks ticks_per_minute = 1'000'000'000;
inline constexpr Ticks unreachable = std::numeric_limits<Ticks>::max();
// The longest time of one link; longer ones are wrong input.
inline constexpr double most_minutes = 1e6;

// Rounded to the nearest tick; for 0..most_minutes.
Ticks ticks_of(double minutes);
inline double minutes_of(Ticks ticks) { return static_cast<double>(ticks) / static_cast<double>(ticks_per_minute); }

// In which directions a link may be driven: along its shape (tail to head), against it, both.
inline constexpr std::uint8_t along = 1;
inline constexpr std::uint8_t against = 2;
inline constexpr std::uint8_t both_ways = along | against;

// The links of a network, one a row. Without geometry (edge lists), shape_starts and everything after it stay empty.
struct RoadLinks {
  std::vector<std::uint32_t> tail;
  std::vector<std::uint32_t> head;
  std::vector<std::uint8_t> open;
  std::vector<std::uint32_t> shape_starts{};  // links + 1 offsets into shape
  std::vector<geometry::Point> shape{};       // at least two points a link, the first at its tail, metres
  std::vector<double> length_m{};             // of the shape, in the plane
  std::vector<std::uint16_t> road_class{};    // position in class_names
  std::vector<std::string> class_names{};

  std::size_t size() const { return tail.size(); }
  bool has_shapes() const { return !shape_starts.empty(); }
  std::span<const geometry::Point> shape_of(std::size_t link) const {
    return {shape.data() + shape_starts[link], shape.data() + shape_starts[link + 1]};
  }
};

// Directed edges in compressed rows: those of node n are first[n]..first[n + 1].
struct ArcRows {
  std::vector<std::uint32_t> first;  // nodes + 1
  std::vector<std::uint32_t> to;     // the other end
  std::vector<std::uint32_t> link;   // 2 · link, + 1 when driven against its shape
};

class RoadNetwork {
 public:
  // Throws internal when a link names a node that is not there. Cost: links + nodes.
  RoadNetwork(RoadLinks links, std::size_t node_count, std::vector<geometry::Point> node_positions = {});

  std::size_t node_count() const { return node_count_; }
  const RoadLinks& links() const { return links_; }
  // Empty when nodes have none.
  const std::vector<geometry::Point>& node_positions() const { return node_positions_; }
  const ArcRows& leaving() const { return leaving_; }    // arcs that leave a node; `to` is where they go
  const ArcRows& entering() const { return entering_; }  // arcs that enter a node; `to` is where they come from

 private:
  std::size_t node_count_;
  RoadLinks links_;
  std::vector<geometry::Point> node_positions_;
  ArcRows leaving_;
  ArcRows entering_;
};

class RoadMetric {
 public:
  // Minutes of every link, along and against its shape; one vector when both are the same. Minutes of closed directions
  // are ignored. Throws wrong_input on a time that is negative, not finite, or over most_minutes.
  RoadMetric(const RoadNetwork& network, std::span<const double> minutes_along,
             std::span<const double> minutes_against);
  RoadMetric(const RoadNetwork& network, std::span<const double> minutes) : RoadMetric(network, minutes, minutes) {}

  // `unreachable` where the direction is closed.
  Ticks along_link(std::size_t link) const { return by_direction_[2 * link]; }
  Ticks against_link(std::size_t link) const { return by_direction_[2 * link + 1]; }
  // Parallel to the arcs of the network.
  const std::vector<Ticks>& leaving() const { return leaving_; }
  const std::vector<Ticks>& entering() const { return entering_; }

 private:
  std::vector<Ticks> by_direction_;
  std::vector<Ticks> leaving_;
  std::vector<Ticks> entering_;
};

// Numbers of the parts that hang together, per node; part 0 is the one with most nodes, then by falling size (equal
// ones by their first node).
struct NetworkParts {
  std::vector<std::uint32_t> part;  // per node
  std::vector<std::uint32_t> size;  // nodes per part, falling
};
// Parts when every link could be driven both ways.
NetworkParts connected_parts(const RoadNetwork& network);
// Parts within which every node reaches every other (Tarjan; Boost.Graph).
NetworkParts strongly_connected_parts(const RoadNetwork& network);

}  // namespace ancrage::travel

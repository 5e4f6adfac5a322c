// SPDX-License-Identifier: Apache-2.0
// One-to-many shortest times within a limit: Dijkstra's algorithm with a four-way heap, stopped at the limit.
#pragma once

#include "ancrage/travel/minimum_heap.hpp"
#include "ancrage/travel/road_network.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::travel {

// Times from a place to nodes, or from nodes to a place.
enum class SearchDirection { from_place, to_place };

// Where a search enters the network, and how much time has passed by then.
struct Seed {
  std::uint32_t node;
  Ticks ticks;
};

// A query object: one per thread, used again and again; 12 bytes a node. Network and metric must outlive it.
class BoundedSearch {
 public:
  BoundedSearch(const RoadNetwork& network, const RoadMetric& metric, SearchDirection direction);

  // Settles every node within `limit` (the bound counts), or only until `wanted_count` nodes of which `wanted` (one
  // byte a node) is not 0 are settled. Cost: (nodes + links) · log of those within the limit.
  void run(std::span<const Seed> seeds, Ticks limit, const std::vector<std::uint8_t>* wanted = nullptr,
           std::size_t wanted_count = 0);

  // Of the last run: the nodes settled, by rising time (equal ones by number), and a node's time, `unreachable` when it
  // was not settled.
  std::span<const std::uint32_t> settled() const { return settled_; }
  Ticks ticks(std::uint32_t node) const { return ticks_[node]; }

 private:
  const ArcRows& arcs_;
  const std::vector<Ticks>& arc_ticks_;
  MinimumHeap heap_;
  std::vector<Ticks> ticks_;
  std::vector<std::uint32_t> settled_;
};

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
// A contraction hierarchy (Geisberger et al. 2008) of a network with one metric, for large tables: nodes are taken out
// one by one, least important first, and shortcuts keep the times between those that stay. A search then only climbs;
// one sweep down the hierarchy, restricted to what lies above the wanted nodes, reaches them all (RPHAST, Delling et
// al. 2011). Times are the same ticks that travel/bounded_search.hpp finds.
#pragma once

#include "ancrage/travel/bounded_search.hpp"
#include "ancrage/travel/minimum_heap.hpp"
#include "ancrage/travel/road_network.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::travel {

// Immutable; safe to share between threads; keeps nothing of the network or metric. Building costs microseconds a node
// where roads are sparse (measured in tests/data/road_times_test.cpp); memory: 12 bytes an arc or shortcut.
class RoadHierarchy {
 public:
  RoadHierarchy(const RoadNetwork& network, const RoadMetric& metric);

  std::size_t node_count() const { return position_.size(); }
  std::size_t arc_count() const { return up_leaving_.to.size() + up_entering_.to.size(); }

  // Arcs between a node and more important ones, in rows by position: position 0 is the most important node.
  struct Rows {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> to;
    std::vector<Ticks> ticks;
  };
  std::uint32_t position(std::uint32_t node) const { return position_[node]; }
  const Rows& up_leaving() const { return up_leaving_; }    // from the node to more important ones
  const Rows& up_entering() const { return up_entering_; }  // from more important ones to the node

 private:
  std::vector<std::uint32_t> position_;
  Rows up_leaving_;
  Rows up_entering_;
};

// The nodes that searches want, with all that lies above them. Immutable, shared between the queries of a table.
class HierarchyTargets {
 public:
  HierarchyTargets(const RoadHierarchy& hierarchy, std::span<const std::uint32_t> wanted_nodes,
                   SearchDirection direction);

 private:
  friend class HierarchySearch;
  std::vector<std::uint32_t> positions_;          // rising: what a sweep passes, in its order
  std::vector<std::uint32_t> local_of_position_;  // per position of the hierarchy
  RoadHierarchy::Rows rows_;                      // per local number, to local numbers
};

// A query object: one per thread. Hierarchy and targets must outlive it.
class HierarchySearch {
 public:
  HierarchySearch(const RoadHierarchy& hierarchy, const HierarchyTargets& targets, SearchDirection direction);
  void run(std::span<const Seed> seeds, Ticks limit);
  // Of a wanted node after the last run; `unreachable` beyond the limit.
  Ticks ticks(std::uint32_t node) const;

 private:
  void climb(std::span<const Seed> seeds, Ticks limit);

  const RoadHierarchy& hierarchy_;
  const HierarchyTargets& targets_;
  const RoadHierarchy::Rows& up_;
  MinimumHeap heap_;
  std::vector<Ticks> climbed_;  // per position
  std::vector<std::uint32_t> visited_;
  std::vector<Ticks> local_;
  Ticks limit_ = 0;
};

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
// The open nodes of a search, nearest first: a heap with four children per entry that knows where each node stands, so
// that a node's time can be lowered in place. Equal times come in the order of the nodes' numbers.
#pragma once

#include "ancrage/travel/road_network.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace ancrage::travel {

// Memory: 4 bytes a node, and 16 an open node. Every operation costs log4 of the open nodes.
class MinimumHeap {
 public:
  struct Entry {
    Ticks ticks;
    std::uint32_t node;
    bool operator<(const Entry& other) const {
      return ticks < other.ticks || (ticks == other.ticks && node < other.node);
    }
  };

  explicit MinimumHeap(std::size_t node_count) : place_(node_count, absent) {}

  bool empty() const { return entries_.empty(); }
  // The time of the nearest; not when empty.
  Ticks least() const { return entries_.front().ticks; }
  // Adds the node, or moves it forward when it stands with a later time.
  void push_or_lower(std::uint32_t node, Ticks ticks) {
    std::uint32_t at = place_[node];
    if (at == absent) {
      at = static_cast<std::uint32_t>(entries_.size());
      entries_.push_back({});
    } else if (entries_[at].ticks <= ticks) {
      return;
    }
    rise({ticks, node}, at);
  }
  Entry pop() {
    const Entry top = entries_.front();
    place_[top.node] = absent;
    const Entry last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sink(last);
    return top;
  }
  void clear() {
    for (const Entry& entry : entries_) place_[entry.node] = absent;
    entries_.clear();
  }

 private:
  static constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();

  void put(const Entry& entry, std::uint32_t at) {
    entries_[at] = entry;
    place_[entry.node] = at;
  }
  void rise(const Entry& entry, std::uint32_t at) {
    while (at > 0) {
      const std::uint32_t parent = (at - 1) / 4;
      if (!(entry < entries_[parent])) break;
      put(entries_[parent], at);
      at = parent;
    }
    put(entry, at);
  }
  void sink(const Entry& entry) {
    const auto count = static_cast<std::uint32_t>(entries_.size());
    std::uint32_t at = 0;
    while (true) {
      const std::uint32_t first = 4 * at + 1;
      if (first >= count) break;
      std::uint32_t least = first;
      for (std::uint32_t child = first + 1; child < std::min(first + 4, count); ++child) {
        if (entries_[child] < entries_[least]) least = child;
      }
      if (!(entries_[least] < entry)) break;
      put(entries_[least], at);
      at = least;
    }
    put(entry, at);
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> place_;
};

}  // namespace ancrage::travel

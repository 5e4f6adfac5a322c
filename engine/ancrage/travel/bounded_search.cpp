// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/bounded_search.hpp"

namespace ancrage::travel {

BoundedSearch::BoundedSearch(const RoadNetwork& network, const RoadMetric& metric, SearchDirection direction)
    : arcs_(direction == SearchDirection::from_place ? network.leaving() : network.entering()),
      arc_ticks_(direction == SearchDirection::from_place ? metric.leaving() : metric.entering()),
      heap_(network.node_count()),
      ticks_(network.node_count(), unreachable) {}

void BoundedSearch::run(std::span<const Seed> seeds, Ticks limit, const std::vector<std::uint8_t>* wanted,
                        std::size_t wanted_count) {
  for (const std::uint32_t node : settled_) ticks_[node] = unreachable;
  settled_.clear();
  heap_.clear();
  for (const Seed& seed : seeds) {
    if (seed.ticks <= limit) heap_.push_or_lower(seed.node, seed.ticks);
  }
  while (!heap_.empty()) {
    const auto [ticks, node] = heap_.pop();
    ticks_[node] = ticks;
    settled_.push_back(node);
    if (wanted != nullptr && (*wanted)[node] != 0 && --wanted_count == 0) break;
    for (std::uint32_t arc = arcs_.first[node]; arc < arcs_.first[node + 1]; ++arc) {
      const std::uint32_t next = arcs_.to[arc];
      if (ticks_[next] != unreachable || arc_ticks_[arc] > limit - ticks) continue;
      heap_.push_or_lower(next, ticks + arc_ticks_[arc]);
    }
  }
}

}  // namespace ancrage::travel

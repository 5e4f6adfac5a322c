// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/road_hierarchy.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace ancrage::travel {

namespace {

constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();
// Nodes settled when looking for a way around the node to be taken out; missing one costs a shortcut too many. Measured
// on Corsica: with 12 the hierarchy is built in two thirds of the time it takes with 30, and swept as fast.
constexpr std::size_t most_witnesses = 12;

struct Arc {
  std::uint32_t node;
  Ticks ticks;
};

// Keeps the quickest arc to each node.
void put(std::vector<Arc>& arcs, std::uint32_t node, Ticks ticks) {
  for (Arc& arc : arcs) {
    if (arc.node != node) continue;
    arc.ticks = std::min(arc.ticks, ticks);
    return;
  }
  arcs.push_back({node, ticks});
}

void drop(std::vector<Arc>& arcs, std::uint32_t node) {
  std::erase_if(arcs, [&](const Arc& arc) { return arc.node == node; });
}

class Contraction {
 public:
  Contraction(const RoadNetwork& network, const RoadMetric& metric)
      : leaving_(network.node_count()),
        entering_(network.node_count()),
        depth_(network.node_count(), 0),
        heap_(network.node_count()),
        ticks_(network.node_count(), unreachable) {
    const ArcRows& rows = network.leaving();
    for (std::uint32_t node = 0; node < network.node_count(); ++node) {
      for (std::uint32_t arc = rows.first[node]; arc < rows.first[node + 1]; ++arc) {
        if (rows.to[arc] == node) continue;
        put(leaving_[node], rows.to[arc], metric.leaving()[arc]);
        put(entering_[rows.to[arc]], node, metric.leaving()[arc]);
      }
    }
  }

  // Takes all nodes out; afterwards the arcs of each are those that it had then. Returns the order.
  std::vector<std::uint32_t> run() {
    const auto count = static_cast<std::uint32_t>(leaving_.size());
    MinimumHeap queue(count);
    for (std::uint32_t node = 0; node < count; ++node) queue.push_or_lower(node, importance(node));
    std::vector<std::uint32_t> order;
    order.reserve(count);
    while (!queue.empty()) {
      const auto top = queue.pop();
      const Ticks now = importance(top.node);
      if (now > top.ticks && !queue.empty() && now > queue.least()) {
        queue.push_or_lower(top.node, now);
        continue;
      }
      take_out(top.node);
      order.push_back(top.node);
    }
    return order;
  }

  std::vector<std::vector<Arc>>& leaving() { return leaving_; }
  std::vector<std::vector<Arc>>& entering() { return entering_; }

 private:
  // A stretch of road, or its end: no more than two neighbours.
  bool is_between_two(std::uint32_t node) const {
    std::uint32_t first = absent;
    std::uint32_t second = absent;
    for (const auto* arcs : {&entering_[node], &leaving_[node]}) {
      for (const Arc& arc : *arcs) {
        if (first == absent || first == arc.node) {
          first = arc.node;
        } else if (second == absent || second == arc.node) {
          second = arc.node;
        } else {
          return false;
        }
      }
    }
    return true;
  }

  // Shortcuts that taking the node out would need. Most nodes of a road network lie between two others: there the way
  // through is kept without looking for a quicker one around, which costs more than the arc.
  void find_shortcuts(std::uint32_t node) {
    shortcuts_.clear();
    if (is_between_two(node)) {
      for (const Arc& in : entering_[node]) {
        for (const Arc& out : leaving_[node]) {
          if (out.node != in.node) shortcuts_.push_back({in.node, {out.node, in.ticks + out.ticks}});
        }
      }
      return;
    }
    for (const Arc& in : entering_[node]) {
      Ticks longest = 0;
      for (const Arc& out : leaving_[node]) {
        if (out.node != in.node) longest = std::max(longest, in.ticks + out.ticks);
      }
      if (longest == 0 && std::none_of(leaving_[node].begin(), leaving_[node].end(),
                                       [&](const Arc& out) { return out.node != in.node; })) {
        continue;
      }
      look_around(in.node, node, longest);
      for (const Arc& out : leaving_[node]) {
        if (out.node != in.node && ticks_[out.node] > in.ticks + out.ticks) {
          shortcuts_.push_back({in.node, {out.node, in.ticks + out.ticks}});
        }
      }
    }
  }

  // Times from a node without passing the one that is to go.
  void look_around(std::uint32_t from, std::uint32_t without, Ticks longest) {
    for (const std::uint32_t node : seen_) ticks_[node] = unreachable;
    seen_.clear();
    heap_.clear();
    heap_.push_or_lower(from, 0);
    for (std::size_t settled = 0; !heap_.empty() && settled < most_witnesses; ++settled) {
      const auto [ticks, node] = heap_.pop();
      ticks_[node] = ticks;
      seen_.push_back(node);
      for (const Arc& arc : leaving_[node]) {
        if (arc.node == without || arc.ticks > longest - ticks || ticks_[arc.node] != unreachable) continue;
        heap_.push_or_lower(arc.node, ticks + arc.ticks);
      }
    }
  }

  // Few shortcuts for many arcs first, evenly over the map; shifted so that it is never negative.
  Ticks importance(std::uint32_t node) {
    find_shortcuts(node);
    const auto gone = static_cast<std::int64_t>(leaving_[node].size() + entering_[node].size());
    const auto difference = static_cast<std::int64_t>(shortcuts_.size()) - gone;
    return static_cast<Ticks>(std::int64_t{1 << 20} + 2 * difference + std::int64_t{depth_[node]});
  }

  void take_out(std::uint32_t node) {
    // `shortcuts_` is that of the last call of importance(), which was for this node.
    for (const auto& [from, arc] : shortcuts_) {
      put(leaving_[from], arc.node, arc.ticks);
      put(entering_[arc.node], from, arc.ticks);
    }
    for (const Arc& in : entering_[node]) {
      drop(leaving_[in.node], node);
      depth_[in.node] = std::max(depth_[in.node], depth_[node] + 1);
    }
    for (const Arc& out : leaving_[node]) {
      drop(entering_[out.node], node);
      depth_[out.node] = std::max(depth_[out.node], depth_[node] + 1);
    }
  }

  std::vector<std::vector<Arc>> leaving_;
  std::vector<std::vector<Arc>> entering_;
  std::vector<std::uint32_t> depth_;
  std::vector<std::pair<std::uint32_t, Arc>> shortcuts_;
  MinimumHeap heap_;
  std::vector<Ticks> ticks_;
  std::vector<std::uint32_t> seen_;
};

RoadHierarchy::Rows rows_by_position(const std::vector<std::vector<Arc>>& arcs, const std::vector<std::uint32_t>& order,
                                     const std::vector<std::uint32_t>& position) {
  RoadHierarchy::Rows rows;
  rows.first.push_back(0);
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    for (const Arc& arc : arcs[*node]) {
      rows.to.push_back(position[arc.node]);
      rows.ticks.push_back(arc.ticks);
    }
    rows.first.push_back(static_cast<std::uint32_t>(rows.to.size()));
  }
  return rows;
}

const RoadHierarchy::Rows& rows_upward(const RoadHierarchy& hierarchy, SearchDirection direction) {
  return direction == SearchDirection::from_place ? hierarchy.up_leaving() : hierarchy.up_entering();
}
const RoadHierarchy::Rows& rows_downward(const RoadHierarchy& hierarchy, SearchDirection direction) {
  return direction == SearchDirection::from_place ? hierarchy.up_entering() : hierarchy.up_leaving();
}

}  // namespace

RoadHierarchy::RoadHierarchy(const RoadNetwork& network, const RoadMetric& metric) : position_(network.node_count()) {
  Contraction contraction(network, metric);
  const std::vector<std::uint32_t> order = contraction.run();
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    position_[order[i]] = static_cast<std::uint32_t>(order.size()) - 1 - i;
  }
  up_leaving_ = rows_by_position(contraction.leaving(), order, position_);
  up_entering_ = rows_by_position(contraction.entering(), order, position_);
}

HierarchyTargets::HierarchyTargets(const RoadHierarchy& hierarchy, std::span<const std::uint32_t> wanted_nodes,
                                   SearchDirection direction)
    : local_of_position_(hierarchy.node_count(), absent) {
  const RoadHierarchy::Rows& down = rows_downward(hierarchy, direction);
  std::vector<std::uint32_t> open;
  const auto reach = [&](std::uint32_t position) {
    if (local_of_position_[position] != absent) return;
    local_of_position_[position] = 0;
    open.push_back(position);
  };
  for (const std::uint32_t node : wanted_nodes) reach(hierarchy.position(node));
  while (!open.empty()) {
    const std::uint32_t position = open.back();
    open.pop_back();
    positions_.push_back(position);
    for (std::uint32_t arc = down.first[position]; arc < down.first[position + 1]; ++arc) reach(down.to[arc]);
  }
  std::sort(positions_.begin(), positions_.end());
  for (std::uint32_t local = 0; local < positions_.size(); ++local) local_of_position_[positions_[local]] = local;
  rows_.first.push_back(0);
  for (const std::uint32_t position : positions_) {
    for (std::uint32_t arc = down.first[position]; arc < down.first[position + 1]; ++arc) {
      rows_.to.push_back(local_of_position_[down.to[arc]]);
      rows_.ticks.push_back(down.ticks[arc]);
    }
    rows_.first.push_back(static_cast<std::uint32_t>(rows_.to.size()));
  }
}

HierarchySearch::HierarchySearch(const RoadHierarchy& hierarchy, const HierarchyTargets& targets,
                                 SearchDirection direction)
    : hierarchy_(hierarchy),
      targets_(targets),
      up_(rows_upward(hierarchy, direction)),
      heap_(hierarchy.node_count()),
      climbed_(hierarchy.node_count(), unreachable),
      local_(targets.positions_.size(), unreachable) {}

void HierarchySearch::climb(std::span<const Seed> seeds, Ticks limit) {
  for (const std::uint32_t position : visited_) climbed_[position] = unreachable;
  visited_.clear();
  heap_.clear();
  for (const Seed& seed : seeds) {
    if (seed.ticks <= limit) heap_.push_or_lower(hierarchy_.position(seed.node), seed.ticks);
  }
  while (!heap_.empty()) {
    const auto [ticks, position] = heap_.pop();
    climbed_[position] = ticks;
    visited_.push_back(position);
    for (std::uint32_t arc = up_.first[position]; arc < up_.first[position + 1]; ++arc) {
      const std::uint32_t next = up_.to[arc];
      if (climbed_[next] != unreachable || up_.ticks[arc] > limit - ticks) continue;
      heap_.push_or_lower(next, ticks + up_.ticks[arc]);
    }
  }
}

void HierarchySearch::run(std::span<const Seed> seeds, Ticks limit) {
  climb(seeds, limit);
  limit_ = limit;
  const RoadHierarchy::Rows& rows = targets_.rows_;
  for (std::uint32_t local = 0; local < local_.size(); ++local) {
    Ticks best = climbed_[targets_.positions_[local]];
    for (std::uint32_t arc = rows.first[local]; arc < rows.first[local + 1]; ++arc) {
      const Ticks above = local_[rows.to[arc]];
      if (above != unreachable) best = std::min(best, above + rows.ticks[arc]);
    }
    local_[local] = best;
  }
}

Ticks HierarchySearch::ticks(std::uint32_t node) const {
  const Ticks result = local_[targets_.local_of_position_[hierarchy_.position(node)]];
  return result <= limit_ ? result : unreachable;
}

}  // namespace ancrage::travel

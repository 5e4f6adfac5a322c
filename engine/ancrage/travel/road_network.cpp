// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/road_network.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace ancrage::travel {

namespace {

// Rows by the node that `key(link, direction)` tells, in the order of the links.
ArcRows arc_rows(const RoadLinks& links, std::size_t node_count, bool leaving) {
  ArcRows rows;
  rows.first.assign(node_count + 1, 0);
  const auto start = [&](std::size_t link, std::uint8_t direction) {
    return (direction == along) == leaving ? links.tail[link] : links.head[link];
  };
  const auto for_each = [&](auto&& visit) {
    for (std::size_t link = 0; link < links.size(); ++link) {
      for (const std::uint8_t direction : {along, against}) {
        if ((links.open[link] & direction) != 0) visit(link, direction);
      }
    }
  };
  for_each([&](std::size_t link, std::uint8_t direction) { ++rows.first[start(link, direction) + 1]; });
  std::partial_sum(rows.first.begin(), rows.first.end(), rows.first.begin());
  rows.to.resize(rows.first.back());
  rows.link.resize(rows.first.back());
  std::vector<std::uint32_t> next(rows.first.begin(), rows.first.end() - 1);
  for_each([&](std::size_t link, std::uint8_t direction) {
    const std::uint32_t node = start(link, direction);
    const std::uint32_t at = next[node]++;
    rows.to[at] = node == links.tail[link] ? links.head[link] : links.tail[link];
    rows.link[at] = static_cast<std::uint32_t>(2 * link + (direction == against ? 1 : 0));
  });
  return rows;
}

std::vector<Ticks> arc_ticks(const ArcRows& rows, const std::vector<Ticks>& by_direction) {
  std::vector<Ticks> ticks(rows.link.size());
  std::transform(rows.link.begin(), rows.link.end(), ticks.begin(),
                 [&](std::uint32_t link) { return by_direction[link]; });
  return ticks;
}

// Renumbers labels by falling size of what they label.
NetworkParts numbered_by_size(const std::vector<std::uint32_t>& label) {
  constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> by_label(label.size(), unseen);
  std::vector<std::uint32_t> size;
  NetworkParts parts;
  parts.part.resize(label.size());
  for (std::size_t node = 0; node < label.size(); ++node) {
    std::uint32_t& number = by_label[label[node]];
    if (number == unseen) {
      number = static_cast<std::uint32_t>(size.size());
      size.push_back(0);
    }
    parts.part[node] = number;
    ++size[number];
  }
  std::vector<std::uint32_t> order(size.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    parts.size.push_back(size[order[i]]);
  }
  for (std::uint32_t& part : parts.part) part = rank[part];
  return parts;
}

}  // namespace

Ticks ticks_of(double minutes) {
  return static_cast<Ticks>(std::llround(minutes * static_cast<double>(ticks_per_minute)));
}

RoadNetwork::RoadNetwork(RoadLinks links, std::size_t node_count, std::vector<geometry::Point> node_positions)
    : node_count_(node_count), links_(std::move(links)), node_positions_(std::move(node_positions)) {
  for (std::size_t link = 0; link < links_.size(); ++link) {
    if (links_.tail[link] >= node_count || links_.head[link] >= node_count) {
      throw Error(ErrorCode::internal, message("Link {0} names a node that is not there", link));
    }
  }
  leaving_ = arc_rows(links_, node_count_, true);
  entering_ = arc_rows(links_, node_count_, false);
}

RoadMetric::RoadMetric(const RoadNetwork& network, std::span<const double> minutes_along,
                       std::span<const double> minutes_against) {
  const RoadLinks& links = network.links();
  by_direction_.assign(2 * links.size(), unreachable);
  for (std::size_t link = 0; link < links.size(); ++link) {
    for (const std::uint8_t direction : {along, against}) {
      if ((links.open[link] & direction) == 0) continue;
      const double minutes = direction == along ? minutes_along[link] : minutes_against[link];
      if (!(minutes >= 0 && minutes <= most_minutes)) {
        throw Error(ErrorCode::wrong_input,
                    message("Road link {0} takes {1} minutes", link + 1, DecimalArgument{minutes, 1}), {},
                    message("times must lie between 0 and {0} minutes", static_cast<std::int64_t>(most_minutes)));
      }
      by_direction_[2 * link + (direction == against ? 1 : 0)] = ticks_of(minutes);
    }
  }
  leaving_ = arc_ticks(network.leaving(), by_direction_);
  entering_ = arc_ticks(network.entering(), by_direction_);
}

NetworkParts connected_parts(const RoadNetwork& network) {
  const std::size_t count = network.node_count();
  std::vector<std::uint32_t> parent(count);
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t node) {
    while (parent[node] != node) node = parent[node] = parent[parent[node]];
    return node;
  };
  const RoadLinks& links = network.links();
  for (std::size_t link = 0; link < links.size(); ++link) {
    const auto [low, high] = std::minmax({root(links.tail[link]), root(links.head[link])});
    parent[high] = low;
  }
  std::vector<std::uint32_t> label(count);
  for (std::uint32_t node = 0; node < count; ++node) label[node] = root(node);
  return numbered_by_size(label);
}

NetworkParts strongly_connected_parts(const RoadNetwork& network) {
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                   boost::no_property, std::uint32_t, std::uint32_t>;
  const std::size_t count = network.node_count();
  if (count == 0) return {};
  const ArcRows& rows = network.leaving();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  arcs.reserve(rows.to.size());
  for (std::uint32_t node = 0; node < count; ++node) {
    for (std::uint32_t arc = rows.first[node]; arc < rows.first[node + 1]; ++arc) arcs.emplace_back(node, rows.to[arc]);
  }
  const Graph graph(boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<std::uint32_t>(count));
  std::vector<std::uint32_t> label(count);
  boost::strong_components(
      graph, boost::make_iterator_property_map(label.begin(), boost::get(boost::vertex_index, graph), label.front()));
  return numbered_by_size(label);
}

}  // namespace ancrage::travel

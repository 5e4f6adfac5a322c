// SPDX-License-Identifier: Apache-2.0
// Places on a road network: at a node (edge lists), or at the nearest point of the nearest road, with an access leg in
// a straight line. Half a link takes half its time.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/geometry/spatial_index.hpp"
#include "ancrage/travel/bounded_search.hpp"
#include "ancrage/travel/road_network.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace ancrage::travel {

inline constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

struct NetworkPlace {
  std::uint32_t node = nowhere;  // when it stands at a node
  std::uint32_t link = nowhere;  // else; both `nowhere`: it reaches no road
  double share = 0.0;            // along the link's shape, 0 at its tail
  double access_m = 0.0;         // from the place to the road
  Ticks access = 0;
  geometry::Point position{};  // of the place itself; only with a link
  bool on_network() const { return node != nowhere || link != nowhere; }
};

struct SnapOptions {
  double access_kmh = 5.0;        // walking pace
  double access_minutes = 0.0;    // besides, at either end
  double most_access_m = 5000.0;  // a place farther from all roads reaches none
  // Roads that a place may not be joined to.
  std::vector<std::string> limited_access{"motorway", "motorway_link"};
};

// Finds the nearest link; safe to share between threads. Links in small parts that are cut off, in one direction at
// least, from the rest (less than 50 nodes and than a hundredth of the network: car parks, mapping errors) are passed
// over. Network must outlive it. Build: n log n in shape points.
class RoadSnapper {
 public:
  explicit RoadSnapper(const RoadNetwork& network, SnapOptions options = {});
  // Equal distances: the lowest link. Cost: log n and the links around.
  NetworkPlace snap(geometry::Point p) const;
  std::vector<NetworkPlace> snap(std::span<const geometry::Point> points) const;

 private:
  struct Piece {
    std::uint32_t link;
    std::uint32_t at;  // position of its first point in the network's shape
  };
  static std::vector<geometry::Box> piece_boxes(const RoadNetwork& network, const SnapOptions& options,
                                                std::vector<Piece>& pieces);
  double share_at(const Piece& piece, double share_of_piece) const;

  const RoadNetwork& network_;
  SnapOptions options_;
  std::vector<Piece> pieces_;
  geometry::SpatialIndex index_;
};

// Where a search from (or to) the place enters the network: up to two nodes, access leg included.
struct PlaceSeeds {
  std::array<Seed, 2> seeds;
  std::size_t count = 0;
  std::span<const Seed> all() const { return {seeds.data(), count}; }
};
PlaceSeeds seeds_of(const NetworkPlace& place, const RoadNetwork& network, const RoadMetric& metric,
                    SearchDirection direction);

// From one place to another without passing a node: along the link that both stand at (or at the same node), or
// straight across when they are nearer to each other than their access legs together are long. `unreachable` otherwise.
Ticks direct_ticks(const NetworkPlace& from, const NetworkPlace& to, const RoadMetric& metric);

}  // namespace ancrage::travel

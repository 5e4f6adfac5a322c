// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/network_places.hpp"

#include "ancrage/geometry/nearest_on_segment.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ancrage::travel {

namespace {

constexpr std::size_t smallest_part = 50;
constexpr std::size_t part_share = 100;
constexpr double first_reach_m = 100.0;

Ticks part_of(Ticks whole, double share) {
  return static_cast<Ticks>(std::llround(static_cast<double>(whole) * std::clamp(share, 0.0, 1.0)));
}

}  // namespace

std::vector<geometry::Box> RoadSnapper::piece_boxes(const RoadNetwork& network, const SnapOptions& options,
                                                    std::vector<Piece>& pieces) {
  const RoadLinks& links = network.links();
  const NetworkParts parts = strongly_connected_parts(network);
  const std::size_t least = std::min(smallest_part, network.node_count() / part_share);
  std::vector<bool> limited;
  for (const std::string& name : links.class_names) {
    limited.push_back(std::find(options.limited_access.begin(), options.limited_access.end(), name) !=
                      options.limited_access.end());
  }
  std::vector<geometry::Box> boxes;
  if (!links.has_shapes()) return boxes;
  for (std::uint32_t link = 0; link < links.size(); ++link) {
    if (limited[links.road_class[link]] || links.open[link] == 0) continue;
    if (std::min(parts.size[parts.part[links.tail[link]]], parts.size[parts.part[links.head[link]]]) < least) continue;
    for (std::uint32_t at = links.shape_starts[link]; at + 1 < links.shape_starts[link + 1]; ++at) {
      pieces.push_back({link, at});
      geometry::Box& box = boxes.emplace_back();
      box.extend(links.shape[at]);
      box.extend(links.shape[at + 1]);
    }
  }
  return boxes;
}

RoadSnapper::RoadSnapper(const RoadNetwork& network, SnapOptions options)
    : network_(network), options_(std::move(options)), index_(piece_boxes(network, options_, pieces_)) {}

double RoadSnapper::share_at(const Piece& piece, double share_of_piece) const {
  const RoadLinks& links = network_.links();
  double before = 0.0;
  for (std::uint32_t at = links.shape_starts[piece.link]; at < piece.at; ++at) {
    before += geometry::distance(links.shape[at], links.shape[at + 1]);
  }
  before += share_of_piece * geometry::distance(links.shape[piece.at], links.shape[piece.at + 1]);
  const double length = links.length_m[piece.link];
  return length > 0 ? std::clamp(before / length, 0.0, 1.0) : 0.0;
}

NetworkPlace RoadSnapper::snap(geometry::Point p) const {
  const std::vector<geometry::Point>& shape = network_.links().shape;
  std::vector<std::uint32_t> hits;
  const Piece* nearest = nullptr;
  geometry::OnSegment best;
  for (double reach = std::min(first_reach_m, options_.most_access_m);;
       reach = std::min(4 * reach, options_.most_access_m)) {
    index_.query({{p.x - reach, p.y - reach}, {p.x + reach, p.y + reach}}, hits);
    for (const std::uint32_t hit : hits) {
      const Piece& piece = pieces_[hit];
      const auto on = geometry::nearest_on_segment(p, shape[piece.at], shape[piece.at + 1]);
      if (on.distance > reach || (nearest != nullptr && on.distance >= best.distance)) continue;
      best = on;
      nearest = &piece;
    }
    if (nearest != nullptr || reach >= options_.most_access_m) break;
  }
  NetworkPlace place;
  place.position = p;
  if (nearest == nullptr) return place;
  place.link = nearest->link;
  place.share = share_at(*nearest, best.share);
  place.access_m = best.distance;
  place.access = ticks_of(options_.access_minutes + best.distance * 60.0 / (1000.0 * options_.access_kmh));
  return place;
}

std::vector<NetworkPlace> RoadSnapper::snap(std::span<const geometry::Point> points) const {
  std::vector<NetworkPlace> places;
  places.reserve(points.size());
  for (const geometry::Point p : points) places.push_back(snap(p));
  return places;
}

PlaceSeeds seeds_of(const NetworkPlace& place, const RoadNetwork& network, const RoadMetric& metric,
                    SearchDirection direction) {
  PlaceSeeds result;
  const auto add = [&](std::uint32_t node, Ticks on_link) {
    result.seeds[result.count++] = {node, place.access + on_link};
  };
  if (place.node != nowhere) {
    add(place.node, 0);
  } else if (place.link != nowhere) {
    const RoadLinks& links = network.links();
    const Ticks whole_along = metric.along_link(place.link);
    const Ticks whole_against = metric.against_link(place.link);
    const bool leaving = direction == SearchDirection::from_place;
    if (whole_along != unreachable) {
      add(leaving ? links.head[place.link] : links.tail[place.link],
          part_of(whole_along, leaving ? 1 - place.share : place.share));
    }
    if (whole_against != unreachable) {
      add(leaving ? links.tail[place.link] : links.head[place.link],
          part_of(whole_against, leaving ? place.share : 1 - place.share));
    }
  }
  return result;
}

Ticks direct_ticks(const NetworkPlace& from, const NetworkPlace& to, const RoadMetric& metric) {
  if (from.node != nowhere || to.node != nowhere) return from.node == to.node ? 0 : unreachable;
  if (from.link == nowhere || to.link == nowhere) return unreachable;
  Ticks best = unreachable;
  if (from.link == to.link) {
    const Ticks whole = from.share <= to.share ? metric.along_link(from.link) : metric.against_link(from.link);
    if (whole != unreachable) best = from.access + part_of(whole, std::abs(to.share - from.share)) + to.access;
    if (from.share == to.share) best = from.access + to.access;
  }
  const double legs_m = from.access_m + to.access_m;
  const double across_m = geometry::distance(from.position, to.position);
  if (across_m <= legs_m) {
    const Ticks legs = from.access + to.access;
    best = std::min(best, legs_m > 0 ? part_of(legs, across_m / legs_m) : 0);
  }
  return best;
}

}  // namespace ancrage::travel

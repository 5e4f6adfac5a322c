// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/isochrone.hpp"

#include "ancrage/geometry/proximity.hpp"
#include "ancrage/travel/bounded_search.hpp"
#include "ancrage/travel/minimum_heap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

namespace ancrage::travel {

namespace {

struct Sample {
  geometry::Point at;
  Ticks ticks;
};

// Times at points along every link that is reached, half a cell apart or nearer.
class RoadSamples {
 public:
  RoadSamples(const RoadNetwork& network, const RoadMetric& metric, const BoundedSearch& search,
              const NetworkPlace& place, Ticks limit, double step_m)
      : links_(network.links()), metric_(metric), search_(search), place_(place), limit_(limit), step_m_(step_m) {}

  std::vector<Sample> all() {
    for (std::uint32_t link = 0; link < links_.size(); ++link) {
      if (link != place_.link && search_.ticks(links_.tail[link]) == unreachable &&
          search_.ticks(links_.head[link]) == unreachable) {
        continue;
      }
      double before_m = 0.0;
      const auto shape = links_.shape_of(link);
      add(link, shape.front(), 0.0);
      for (std::size_t i = 0; i + 1 < shape.size(); ++i) {
        const double length_m = geometry::distance(shape[i], shape[i + 1]);
        const auto pieces = static_cast<std::size_t>(std::ceil(std::max(length_m / step_m_, 1.0)));
        for (std::size_t k = 1; k <= pieces; ++k) {
          const double share = static_cast<double>(k) / static_cast<double>(pieces);
          const geometry::Point at{std::lerp(shape[i].x, shape[i + 1].x, share),
                                   std::lerp(shape[i].y, shape[i + 1].y, share)};
          add(link, at, before_m + share * length_m);
        }
        before_m += length_m;
      }
    }
    return std::move(samples_);
  }

 private:
  void add(std::uint32_t link, geometry::Point at, double along_m) {
    const double share = links_.length_m[link] > 0 ? std::min(along_m / links_.length_m[link], 1.0) : 0.0;
    Ticks best = unreachable;
    const auto offer = [&](Ticks start, Ticks whole, double part) {
      if (start == unreachable || whole == unreachable) return;
      best = std::min(best, start + static_cast<Ticks>(static_cast<double>(whole) * std::max(part, 0.0)));
    };
    offer(search_.ticks(links_.tail[link]), metric_.along_link(link), share);
    offer(search_.ticks(links_.head[link]), metric_.against_link(link), 1 - share);
    if (link == place_.link) {
      offer(place_.access, share >= place_.share ? metric_.along_link(link) : metric_.against_link(link),
            std::abs(share - place_.share));
    }
    if (best <= limit_) samples_.push_back({at, best});
  }

  const RoadLinks& links_;
  const RoadMetric& metric_;
  const BoundedSearch& search_;
  const NetworkPlace& place_;
  Ticks limit_;
  double step_m_;
  std::vector<Sample> samples_;
};

TimeSurface empty_surface(const std::vector<Sample>& samples, geometry::Point place, double margin_m, double cell_m) {
  geometry::Box box;
  box.extend(place);
  for (const Sample& sample : samples) box.extend(sample.at);
  TimeSurface surface;
  surface.cell_m = cell_m;
  // Corners lie on multiples of the cell, so that surfaces of several places fit together; one cell around stays empty.
  const auto low = [&](double value) { return (std::floor((value - margin_m) / cell_m) - 1) * cell_m; };
  surface.origin = {low(box.low.x), low(box.low.y)};
  const auto corners = [&](double first, double last) {
    return static_cast<std::size_t>(std::ceil((last + margin_m - first) / cell_m)) + 2;
  };
  surface.columns = corners(surface.origin.x, box.high.x);
  surface.rows = corners(surface.origin.y, box.high.y);
  surface.minutes.assign(surface.columns * surface.rows, std::numeric_limits<double>::infinity());
  return surface;
}

// Dijkstra over the corners, eight neighbours each, from the samples.
void spread(TimeSurface& surface, const std::vector<Sample>& samples, Ticks limit, double ticks_per_m) {
  MinimumHeap heap(surface.minutes.size());
  const auto reach = [&](std::ptrdiff_t column, std::ptrdiff_t row, Ticks ticks) {
    if (column < 1 || row < 1 || column + 1 >= static_cast<std::ptrdiff_t>(surface.columns) ||
        row + 1 >= static_cast<std::ptrdiff_t>(surface.rows) || ticks > limit) {
      return;
    }
    const std::size_t at = static_cast<std::size_t>(row) * surface.columns + static_cast<std::size_t>(column);
    if (std::isinf(surface.minutes[at])) heap.push_or_lower(static_cast<std::uint32_t>(at), ticks);
  };
  for (const Sample& sample : samples) {
    const double x = (sample.at.x - surface.origin.x) / surface.cell_m;
    const double y = (sample.at.y - surface.origin.y) / surface.cell_m;
    for (const double column : {std::floor(x), std::floor(x) + 1}) {
      for (const double row : {std::floor(y), std::floor(y) + 1}) {
        const double distance_m = surface.cell_m * std::hypot(column - x, row - y);
        reach(static_cast<std::ptrdiff_t>(column), static_cast<std::ptrdiff_t>(row),
              sample.ticks + static_cast<Ticks>(distance_m * ticks_per_m));
      }
    }
  }
  const auto straight = static_cast<Ticks>(surface.cell_m * ticks_per_m);
  const auto diagonal = static_cast<Ticks>(surface.cell_m * ticks_per_m * std::numbers::sqrt2);
  while (!heap.empty()) {
    const auto [ticks, at] = heap.pop();
    surface.minutes[at] = minutes_of(ticks);
    const auto column = static_cast<std::ptrdiff_t>(at % surface.columns);
    const auto row = static_cast<std::ptrdiff_t>(at / surface.columns);
    for (const std::ptrdiff_t down : {-1, 0, 1}) {
      for (const std::ptrdiff_t right : {-1, 0, 1}) {
        reach(column + right, row + down, ticks + (down != 0 && right != 0 ? diagonal : straight));
      }
    }
  }
}

// The part of one cell within the bound: its corners and the crossings of its sides, counter-clockwise. Two opposite
// corners inside are taken as connected. Neighbours compute a shared crossing alike, so pieces fit point by point.
void add_cell(const TimeSurface& surface, std::size_t column, std::size_t row, double bound,
              geometry::PolygonSet& pieces) {
  const std::array<std::pair<std::size_t, std::size_t>, 4> corners{
      {{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}}};
  std::vector<geometry::Point> ring;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    auto a = corners[i];
    auto b = corners[(i + 1) % corners.size()];
    if (surface.at(a.first, a.second) <= bound) ring.push_back(surface.corner(a.first, a.second));
    if ((surface.at(a.first, a.second) <= bound) == (surface.at(b.first, b.second) <= bound)) continue;
    if (surface.at(b.first, b.second) < surface.at(a.first, a.second)) std::swap(a, b);
    const geometry::Point inside = surface.corner(a.first, a.second);
    const geometry::Point outside = surface.corner(b.first, b.second);
    const double low = surface.at(a.first, a.second);
    const double high = surface.at(b.first, b.second);
    // A corner that is not reached at all stands for the middle of the side at the latest.
    const double share = std::isinf(high) ? 0.5 : (bound - low) / (high - low);
    if (share > 0) ring.push_back({std::lerp(inside.x, outside.x, share), std::lerp(inside.y, outside.y, share)});
  }
  if (ring.size() < 3) return;
  ring.push_back(ring.front());
  if (!(geometry::signed_area(ring) > 0)) return;
  pieces.add_ring(ring);
  pieces.end_part();
  pieces.end_feature();
}

void append_without_small_holes(const geometry::PolygonSet& polygons, double smallest_hole_m2,
                                geometry::PolygonSet& result) {
  for (std::size_t part = polygons.feature_starts[0]; part < polygons.feature_starts[1]; ++part) {
    for (std::size_t ring = polygons.part_starts[part]; ring < polygons.part_starts[part + 1]; ++ring) {
      const bool shell = ring == polygons.part_starts[part];
      if (shell || std::abs(geometry::signed_area(polygons.ring(ring))) >= smallest_hole_m2) {
        result.add_ring(polygons.ring(ring));
      }
    }
    result.end_part();
  }
  result.end_feature();
}

}  // namespace

TimeSurface time_surface(const RoadNetwork& network, const RoadMetric& metric, const NetworkPlace& place,
                         double reach_minutes, const IsochroneOptions& options) {
  const Ticks limit = ticks_of(reach_minutes);
  BoundedSearch search(network, metric, SearchDirection::from_place);
  search.run(seeds_of(place, network, metric, SearchDirection::from_place).all(), limit);
  std::vector<Sample> samples = RoadSamples(network, metric, search, place, limit, options.cell_m / 2).all();
  samples.push_back({place.position, 0});
  const double ticks_per_m = 0.06 / options.access_kmh * static_cast<double>(ticks_per_minute);
  // A little beyond the bound, so that its line is interpolated like any other.
  const Ticks spread_limit = limit + static_cast<Ticks>(2 * options.cell_m * ticks_per_m);
  const double margin_m = static_cast<double>(spread_limit) / ticks_per_m;
  TimeSurface surface = empty_surface(samples, place.position, margin_m, options.cell_m);
  spread(surface, samples, spread_limit, ticks_per_m);
  return surface;
}

geometry::PolygonSet isochrones(const TimeSurface& surface, std::span<const double> bounds_minutes,
                                const IsochroneOptions& options) {
  geometry::PolygonSet result;
  for (const double bound : bounds_minutes) {
    geometry::PolygonSet pieces;
    for (std::size_t row = 0; row + 1 < surface.rows; ++row) {
      for (std::size_t column = 0; column + 1 < surface.columns; ++column) {
        add_cell(surface, column, row, bound, pieces);
      }
    }
    if (pieces.size() == 0) {
      result.end_feature();
      continue;
    }
    std::vector<std::size_t> all(pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    append_without_small_holes(geometry::merged(pieces, {all}), options.smallest_hole_m2, result);
  }
  return result;
}

}  // namespace ancrage::travel

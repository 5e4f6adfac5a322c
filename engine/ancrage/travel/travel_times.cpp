// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/travel_times.hpp"

#include "ancrage/base/parallel_for.hpp"
#include "ancrage/geometry/spatial_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace ancrage::travel {

namespace {

constexpr std::size_t searches_at_once = 1024;  // between two reports of progress

struct Reached {
  std::uint32_t place;
  Ticks ticks;
};

// The far side of all searches: which nodes and links its places stand at. Read-only once built.
class Targets {
 public:
  Targets(const RoadNetwork& network, const RoadMetric& metric, std::span<const NetworkPlace> places,
          SearchDirection direction)
      : places_(places), near_(position_boxes(places)), wanted_(network.node_count(), 0) {
    const SearchDirection opposite =
        direction == SearchDirection::from_place ? SearchDirection::to_place : SearchDirection::from_place;
    for (std::uint32_t place = 0; place < places.size(); ++place) {
      const PlaceSeeds seeds = seeds_of(places[place], network, metric, opposite);
      for (const Seed& seed : seeds.all()) {
        entries_.push_back({seed.node, place, seed.ticks});
        wanted_count_ += wanted_[seed.node] == 0;
        wanted_[seed.node] = 1;
      }
      if (places[place].on_network()) standing_.emplace_back(spot(places[place]), place);
      most_access_m_ = std::max(most_access_m_, places[place].access_m);
    }
    std::sort(standing_.begin(), standing_.end());
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.node < b.node; });
    first_.assign(network.node_count() + 1, 0);
    for (const Entry& entry : entries_) ++first_[entry.node + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
  }

  const std::vector<std::uint8_t>& wanted() const { return wanted_; }
  std::size_t wanted_count() const { return wanted_count_; }
  std::vector<std::uint32_t> nodes() const {
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 0; node < wanted_.size(); ++node) {
      if (wanted_[node] != 0) nodes.push_back(node);
    }
    return nodes;
  }

  // Calls offer(place, ticks) for every way in which the search reaches a place through a node.
  template <class Search, class Offer>
  void through_entries(const Search& search, Offer&& offer) const {
    for (const Entry& entry : entries_) {
      const Ticks ticks = search.ticks(entry.node);
      if (ticks != unreachable) offer(entry.place, ticks + entry.ticks);
    }
  }
  template <class Offer>
  void through_nodes(const BoundedSearch& search, Offer&& offer) const {
    if (entries_.size() < search.settled().size()) return through_entries(search, offer);
    for (const std::uint32_t node : search.settled()) {
      for (std::uint32_t i = first_[node]; i < first_[node + 1]; ++i) {
        offer(entries_[i].place, search.ticks(node) + entries_[i].ticks);
      }
    }
  }

  // Calls consider(place) for every place that direct_ticks could reach from `place`.
  template <class Consider>
  void beside(const NetworkPlace& place, std::vector<std::uint32_t>& hits, Consider&& consider) const {
    if (!place.on_network()) return;
    const auto same = std::equal_range(standing_.begin(), standing_.end(), std::pair(spot(place), 0U),
                                       [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto it = same.first; it != same.second; ++it) consider(it->second);
    if (place.link == nowhere) return;
    const double reach = place.access_m + most_access_m_;
    const geometry::Point p = place.position;
    near_.query({{p.x - reach, p.y - reach}, {p.x + reach, p.y + reach}}, hits);
    for (const std::uint32_t hit : hits) consider(hit);
  }

 private:
  struct Entry {
    std::uint32_t node;
    std::uint32_t place;
    Ticks ticks;
  };

  // One number for the node or link that a place stands at.
  static std::uint64_t spot(const NetworkPlace& place) {
    return place.node != nowhere ? std::uint64_t{place.node} << 32 : std::uint64_t{place.link};
  }
  static std::vector<geometry::Box> position_boxes(std::span<const NetworkPlace> places) {
    std::vector<geometry::Box> boxes(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i].link != nowhere) boxes[i].extend(places[i].position);
    }
    return boxes;
  }

  std::span<const NetworkPlace> places_;
  geometry::SpatialIndex near_;
  std::vector<Entry> entries_;        // by node
  std::vector<std::uint32_t> first_;  // per node, into entries_
  std::vector<std::pair<std::uint64_t, std::uint32_t>> standing_;
  std::vector<std::uint8_t> wanted_;
  std::size_t wanted_count_ = 0;
  double most_access_m_ = 0.0;
};

// The best time so far to every place of the far side, for one search after the other.
class BestTimes {
 public:
  BestTimes(std::size_t count, Ticks limit) : best_(count, unreachable), limit_(limit) {}
  void offer(std::uint32_t place, Ticks ticks) {
    if (ticks > limit_ || ticks >= best_[place]) return;
    if (best_[place] == unreachable) touched_.push_back(place);
    best_[place] = ticks;
  }
  // By rising place; ready for the next search afterwards.
  std::vector<Reached> take() {
    std::sort(touched_.begin(), touched_.end());
    std::vector<Reached> row;
    row.reserve(touched_.size());
    for (const std::uint32_t place : touched_) row.push_back({place, std::exchange(best_[place], unreachable)});
    touched_.clear();
    return row;
  }

 private:
  std::vector<Ticks> best_;
  std::vector<std::uint32_t> touched_;
  Ticks limit_;
};

TravelTimes compact(std::vector<std::vector<Reached>>& rows) {
  TravelTimes table;
  for (const auto& row : rows) table.row_starts.push_back(table.row_starts.back() + row.size());
  table.column.reserve(table.row_starts.back());
  table.minutes.reserve(table.row_starts.back());
  for (auto& row : rows) {
    for (const Reached& reached : row) {
      table.column.push_back(reached.place);
      table.minutes.push_back(minutes_of(reached.ticks));
    }
    std::vector<Reached>().swap(row);
  }
  return table;
}

TravelTimes transposed(const TravelTimes& table, std::size_t columns) {
  TravelTimes result;
  result.row_starts.assign(columns + 1, 0);
  for (const std::uint32_t column : table.column) ++result.row_starts[column + 1];
  std::partial_sum(result.row_starts.begin(), result.row_starts.end(), result.row_starts.begin());
  result.column.resize(table.size());
  result.minutes.resize(table.size());
  std::vector<std::uint64_t> next(result.row_starts.begin(), result.row_starts.end() - 1);
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    for (std::uint64_t i = table.row_starts[row]; i < table.row_starts[row + 1]; ++i) {
      const std::uint64_t at = next[table.column[i]]++;
      result.column[at] = row;
      result.minutes[at] = table.minutes[i];
    }
  }
  return result;
}

}  // namespace

TravelTimes travel_times(const RoadNetwork& network, const RoadMetric& metric, std::span<const NetworkPlace> from,
                         std::span<const NetworkPlace> to, const TableOptions& options, const Progress& progress) {
  const bool backwards = to.size() < from.size();
  const SearchDirection direction = backwards ? SearchDirection::to_place : SearchDirection::from_place;
  const auto near_side = backwards ? to : from;
  const auto far_side = backwards ? from : to;
  const Ticks limit = ticks_of(std::min(options.most_minutes, most_minutes));
  const Targets targets(network, metric, far_side, direction);
  std::vector<std::vector<Reached>> rows(near_side.size());
  // The rows of near_side[begin..end): `reach(seeds, offer)` offers what lies beyond nodes.
  const auto fill = [&](std::size_t begin, std::size_t end, auto&& reach) {
    BestTimes best(far_side.size(), limit);
    std::vector<std::uint32_t> hits;
    for (std::size_t i = begin; i < end; ++i) {
      const NetworkPlace& place = near_side[i];
      const auto offer = [&](std::uint32_t other, Ticks ticks) { best.offer(other, ticks); };
      reach(seeds_of(place, network, metric, direction), offer);
      targets.beside(place, hits, [&](std::uint32_t other) {
        offer(other,
              backwards ? direct_ticks(far_side[other], place, metric) : direct_ticks(place, far_side[other], metric));
      });
      rows[i] = best.take();
    }
  };
  std::optional<HierarchyTargets> above;
  if (options.hierarchy != nullptr) above.emplace(*options.hierarchy, targets.nodes(), direction);
  const auto search_chunk = [&](std::size_t begin, std::size_t end) {
    if (above) {
      HierarchySearch search(*options.hierarchy, *above, direction);
      fill(begin, end, [&](const PlaceSeeds& seeds, auto&& offer) {
        search.run(seeds.all(), limit);
        targets.through_entries(search, offer);
      });
    } else {
      BoundedSearch search(network, metric, direction);
      fill(begin, end, [&](const PlaceSeeds& seeds, auto&& offer) {
        search.run(seeds.all(), limit, &targets.wanted(), targets.wanted_count());
        targets.through_nodes(search, offer);
      });
    }
  };
  for (std::size_t done = 0; done < near_side.size(); done += searches_at_once) {
    progress(message("Travel times"), static_cast<double>(done) / static_cast<double>(near_side.size()));
    parallel_for(
        std::min(searches_at_once, near_side.size() - done), progress.stop,
        [&](std::size_t begin, std::size_t end) { search_chunk(done + begin, done + end); }, options.threads);
  }
  progress(message("Travel times"), 1.0);
  TravelTimes table = compact(rows);
  return backwards ? transposed(table, from.size()) : table;
}

}  // namespace ancrage::travel

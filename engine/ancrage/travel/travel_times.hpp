// SPDX-License-Identifier: Apache-2.0
// Travel-time tables: for every origin the destinations within the cut-off, in compressed rows; never a dense square.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/io/feature_table.hpp"
#include "ancrage/travel/network_places.hpp"
#include "ancrage/travel/road_hierarchy.hpp"
#include "ancrage/travel/road_network.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ancrage::travel {

// Row i: the destinations column[row_starts[i]..row_starts[i + 1]], rising, and the minutes from origin i. A pair that
// is not there is not reached within the cut-off. 12 bytes a pair.
struct TravelTimes {
  std::vector<std::uint64_t> row_starts{0};
  std::vector<std::uint32_t> column;
  std::vector<double> minutes;

  std::size_t rows() const { return row_starts.size() - 1; }
  std::size_t size() const { return column.size(); }
  std::span<const std::uint32_t> columns_of(std::size_t row) const {
    return {column.data() + row_starts[row], column.data() + row_starts[row + 1]};
  }
  std::span<const double> minutes_of(std::size_t row) const {
    return {minutes.data() + row_starts[row], minutes.data() + row_starts[row + 1]};
  }
  bool operator==(const TravelTimes&) const = default;
};

struct TableOptions {
  double most_minutes = 60.0;  // the bound counts
  unsigned threads = 0;        // 0: one per processor; the table is the same on any number
  // Of the same network and metric: searches climb it instead of spreading out. The table is the same; pays where one
  // hierarchy serves several tables, or thousands of far-reaching searches.
  const RoadHierarchy* hierarchy = nullptr;
};

// Shortest times from every origin to every destination. A place on the network that is its own destination (the same
// position or node) is 0 minutes away. Searches from the destinations when they are fewer; the times are the same to
// the last digit. Cost: one bounded search per place of the smaller side. Throws interrupted.
TravelTimes travel_times(const RoadNetwork& network, const RoadMetric& metric, std::span<const NetworkPlace> from,
                         std::span<const NetworkPlace> to, const TableOptions& options = {},
                         const Progress& progress = {});

// A table with the identifiers of its places.
struct NamedTravelTimes {
  std::vector<std::string> from;
  std::vector<std::string> to;
  TravelTimes times;
};

// A table that somebody brings (INSEE distancier, OSRM, R5): CSV `from,to,minutes`, used as it is; other columns are
// ignored. Places are numbered in the order in which they first occur; a pair without minutes is not reached, but its
// places are known. Throws unreadable_input, or wrong_input on a missing column, an empty identifier, a time that is no
// number or negative, and a pair that occurs twice, naming the row.
NamedTravelTimes read_travel_times(const std::string& path);

// Columns from, to, minutes; one row a pair, by origin, then destination, in the order of the places.
io::FeatureTable times_table(const NamedTravelTimes& times);

}  // namespace ancrage::travel

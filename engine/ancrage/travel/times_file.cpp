// SPDX-License-Identifier: Apache-2.0
// read_travel_times and times_table of travel/travel_times.hpp.
#include "ancrage/base/error.hpp"
#include "ancrage/travel/named_table.hpp"
#include "ancrage/travel/travel_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace ancrage::travel {

NamedTravelTimes read_travel_times(const std::string& path) {
  const io::FeatureTable table = read_named_table(path, {"from", "to", "minutes"});
  const std::vector<Quantity> minutes = table.quantities("minutes");
  NamedTravelTimes result;
  NameIndex from_index;
  NameIndex to_index;
  struct Pair {
    std::uint32_t from, to;
    std::size_t row;
  };
  std::vector<Pair> pairs;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::uint32_t from = from_index.number(table.texts("from")[row], result.from);
    const std::uint32_t to = to_index.number(table.texts("to")[row], result.to);
    if (!minutes[row].is_number()) continue;
    if (minutes[row].value() < 0) {
      throw Error(ErrorCode::wrong_input,
                  message("Row {0}: the time is negative ({1})", row + 1, fmt::format("{}", minutes[row].value())),
                  path, message("write minutes, 0 or more; leave the cell empty when there is no way"));
    }
    pairs.push_back({from, to, row});
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tuple(a.from, a.to, a.row) < std::tuple(b.from, b.to, b.row);
  });
  result.times.row_starts.assign(result.from.size() + 1, 0);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Pair& pair = pairs[i];
    if (i > 0 && pairs[i - 1].from == pair.from && pairs[i - 1].to == pair.to) {
      throw Error(ErrorCode::wrong_input,
                  message("Row {0}: the pair “{1}”, “{2}” occurs a second time", pair.row + 1, result.from[pair.from],
                          result.to[pair.to]),
                  path, message("keep one time a pair"));
    }
    ++result.times.row_starts[pair.from + 1];
    result.times.column.push_back(pair.to);
    result.times.minutes.push_back(minutes[pair.row].value());
  }
  std::partial_sum(result.times.row_starts.begin(), result.times.row_starts.end(), result.times.row_starts.begin());
  return result;
}

io::FeatureTable times_table(const NamedTravelTimes& named) {
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::vector<Quantity> minutes;
  for (std::size_t row = 0; row < named.times.rows(); ++row) {
    const auto columns = named.times.columns_of(row);
    const auto row_minutes = named.times.minutes_of(row);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      from.push_back(named.from[row]);
      to.push_back(named.to[columns[i]]);
      minutes.emplace_back(row_minutes[i]);
    }
  }
  io::FeatureTable table;
  table.name = "times";
  table.add_text("from", std::move(from));
  table.add_text("to", std::move(to));
  table.add_reals("minutes", minutes);
  return table;
}

}  // namespace ancrage::travel

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/plain_tables.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/plain_cells.hpp"
#include "ancrage/io/raw_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace ancrage::access {

namespace {

// Positions by id; the texts are the caller's.
using Positions = std::unordered_map<std::string_view, std::uint32_t>;

Positions positions_of(std::span<const std::string> ids) {
  Positions positions;
  positions.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) positions.emplace(ids[i], static_cast<std::uint32_t>(i));
  return positions;
}

using io::fail_in_column;

// A cell's number of 0 or more; nothing for an empty or withheld one.
Quantity amount_or_unknown(const std::string& file, std::string_view column, std::size_t row, std::string_view cell) {
  const Quantity value = io::parse_quantity(file, column, row, cell);
  if (value.is_number() && value.value() < 0) {
    fail_in_column(file, column, message("Row {0} holds {1}, which is negative", row, io::trimmed(cell)),
                   message("give 0 or more"));
  }
  return value;
}

// A table in memory whose rows have ids of their own.
class Table {
 public:
  explicit Table(const std::string& path) : table_(io::read_delimited(path)) {
    if (table_.rows.empty()) {
      throw Error(ErrorCode::wrong_input, message("The table has no rows"), path, message("fill it"));
    }
    const std::size_t column = table_.column("id");
    std::unordered_set<std::string_view> seen;
    for (std::size_t row = 0; row < size(); ++row) {
      const std::string& id = table_.rows[row][column];
      if (id.empty()) fail("id", message("Row {0} has no id", row + 1));
      if (!seen.insert(id).second) fail("id", message("Row {0} repeats the id “{1}”", row + 1, id));
    }
  }

  std::size_t size() const { return table_.rows.size(); }
  const io::Cells& header() const { return table_.header; }
  std::size_t column(std::string_view name) const { return table_.column(name); }

  std::vector<std::string> texts(std::string_view name) const {
    std::vector<std::string> values;
    const std::size_t at = column(name);
    for (const auto& row : table_.rows) values.push_back(row[at]);
    return values;
  }
  std::vector<double> amounts(std::string_view name) const {
    std::vector<double> values;
    const std::size_t at = column(name);
    for (std::size_t row = 0; row < size(); ++row) {
      values.push_back(table_amount(table_.source, name, row + 1, table_.rows[row][at]));
    }
    return values;
  }
  std::vector<Quantity> amounts_or_unknown(std::string_view name) const {
    std::vector<Quantity> values;
    const std::size_t at = column(name);
    for (std::size_t row = 0; row < size(); ++row) {
      values.push_back(amount_or_unknown(table_.source, name, row + 1, table_.rows[row][at]));
    }
    return values;
  }
  [[noreturn]] void fail(std::string_view name, Message what) const {
    fail_in_column(table_.source, name, std::move(what), message("give every row an id of its own"));
  }

 private:
  io::DelimitedTable table_;
};

struct Pair {
  std::uint32_t from;
  std::uint32_t to;
  double minutes;
  std::size_t row;
};

// Reads the rows of a times table, with what is needed to look their ids up.
class PairReader {
 public:
  PairReader(const std::string& path, std::span<const std::string> demand_ids, std::span<const std::string> supply_ids,
             UnknownSupply unknown)
      : path_(path),
        demand_ids_(demand_ids),
        supply_ids_(supply_ids),
        demand_(positions_of(demand_ids)),
        supply_(positions_of(supply_ids)),
        unknown_(unknown) {}

  std::vector<Pair> read(std::vector<std::string>& unknown_supplies) {
    std::vector<Pair> pairs;
    std::unordered_set<std::string> left_out;
    io::DelimitedTable labels;  // for its way of finding columns
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t minutes = 0;
    const auto on_header = [&](const io::Cells& header) {
      labels.source = path_;
      labels.header = header;
      from = labels.column("from");
      to = labels.column("to");
      minutes = labels.column("minutes");
    };
    const auto on_row = [&](std::size_t row, const io::Cells& cells) {
      const auto demand = demand_.find(cells[from]);
      if (demand == demand_.end()) fail_unknown("from", row, cells[from], demand_ids_);
      const double time = table_amount(path_, "minutes", row, cells[minutes]);
      const auto supply = supply_.find(cells[to]);
      if (supply != supply_.end()) {
        pairs.push_back({demand->second, supply->second, time, row});
      } else if (unknown_ == UnknownSupply::refuse) {
        fail_unknown("to", row, cells[to], supply_ids_);
      } else if (left_out.insert(cells[to]).second) {
        unknown_supplies.push_back(cells[to]);
      }
    };
    io::read_rows(path_, {}, on_header, on_row);
    if (pairs.empty()) {
      throw Error(ErrorCode::wrong_input, message("The table has no row between the places"), path_,
                  message("give the minutes from demand places to supply places"));
    }
    return pairs;
  }

 private:
  [[noreturn]] void fail_unknown(std::string_view column, std::size_t row, const std::string& id,
                                 std::span<const std::string> ids) const {
    const auto nearest = nearest_texts(id, {ids.begin(), ids.end()});
    fail_in_column(path_, column,
                   column == "from" ? message("Row {0} leaves from “{1}”, which is no demand place", row, id)
                                    : message("Row {0} leads to “{1}”, which is no supply place", row, id),
                   message("correct it, add the place, or leave the row out; nearest: {0}",
                           fmt::format("{}", fmt::join(nearest, ", "))));
  }

  const std::string& path_;
  std::span<const std::string> demand_ids_;
  std::span<const std::string> supply_ids_;
  Positions demand_;
  Positions supply_;
  UnknownSupply unknown_;
};

}  // namespace

double table_amount(const std::string& file, std::string_view column, std::size_t row, std::string_view cell) {
  const Quantity value = amount_or_unknown(file, column, row, cell);
  if (!value.is_number()) {
    fail_in_column(file, column, message("Row {0} holds no number", row), message("give one, or leave the row out"));
  }
  return value.value();
}

SupplyTable read_supply(const std::string& path) {
  const Table table(path);
  return {table.texts("id"), table.amounts("supply")};
}

DemandTable read_demand(const std::string& path, std::span<const std::string> classes) {
  const Table table(path);
  DemandTable result;
  result.id = table.texts("id");
  if (classes.empty()) {
    result.people = table.amounts("population");
  } else {
    result.people.assign(table.size(), 0.0);
    result.by_class.assign(table.size() * classes.size(), 0.0);
    for (std::size_t a = 0; a < classes.size(); ++a) {
      const std::vector<double> of_class = table.amounts(classes[a]);
      for (std::size_t i = 0; i < table.size(); ++i) {
        result.people[i] += of_class[i];
        result.by_class[i * classes.size() + a] = of_class[i];
      }
    }
  }
  for (const std::string& label : table.header()) {
    const bool used = label == "id" || (classes.empty() && label == "population") ||
                      std::find(classes.begin(), classes.end(), label) != classes.end();
    if (!used) result.unused_columns.push_back(label);
  }
  return result;
}

PractitionerTable read_practitioners(const std::string& path) {
  const Table table(path);
  PractitionerTable result;
  result.practitioners.id = table.texts("id");
  result.practitioners.acts = table.amounts_or_unknown("acts");
  result.practitioners.age = table.amounts_or_unknown("age");
  std::unordered_map<std::string, std::uint32_t> positions;
  std::size_t row = 0;
  for (const std::string& place : table.texts("place")) {
    ++row;
    if (place.empty()) {
      fail_in_column(path, "place", message("Row {0} has no place", row),
                     message("give the id of a place of the times"));
    }
    const auto [found, is_new] = positions.emplace(place, static_cast<std::uint32_t>(result.place.size()));
    if (is_new) result.place.push_back(place);
    result.practitioners.place.push_back(found->second);
  }
  return result;
}

TimesTable read_times(const std::string& path, std::span<const std::string> demand_ids,
                      std::span<const std::string> supply_ids, UnknownSupply unknown) {
  TimesTable result;
  std::vector<Pair> pairs = PairReader(path, demand_ids, supply_ids, unknown).read(result.unknown_supplies);
  const auto before = [](const Pair& a, const Pair& b) {
    return std::tie(a.from, a.to, a.row) < std::tie(b.from, b.to, b.row);
  };
  if (!std::is_sorted(pairs.begin(), pairs.end(), before)) std::sort(pairs.begin(), pairs.end(), before);
  const auto twice = std::adjacent_find(pairs.begin(), pairs.end(),
                                        [](const Pair& a, const Pair& b) { return a.from == b.from && a.to == b.to; });
  if (twice != pairs.end()) {
    fail_in_column(path, "from, to",
                   message("Row {0} gives the way from “{1}” to “{2}” again (first in row {3})", std::next(twice)->row,
                           demand_ids[twice->from], supply_ids[twice->to], twice->row),
                   message("keep one row for each pair"));
  }
  result.starts.assign(demand_ids.size() + 1, 0);
  result.supplies.reserve(pairs.size());
  result.minutes.reserve(pairs.size());
  for (const Pair& pair : pairs) {
    ++result.starts[pair.from + 1];
    result.supplies.push_back(pair.to);
    result.minutes.push_back(pair.minutes);
  }
  for (std::size_t i = 0; i < demand_ids.size(); ++i) result.starts[i + 1] += result.starts[i];
  return result;
}

}  // namespace ancrage::access

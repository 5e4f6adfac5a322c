// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/matching_tables.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/plain_cells.hpp"
#include "ancrage/io/raw_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace ancrage::assessment {

namespace {

using Positions = std::unordered_map<std::string_view, std::uint32_t>;

using io::cell_of;
using io::fail_in_column;
using io::find_column;
using io::trimmed;

// Reads one a>b>c after the other with the same ids.
class ListReader {
 public:
  ListReader(const std::string& file, std::span<const std::string> ids) : file_(file), ids_(ids) {
    positions_.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) positions_.emplace(ids[i], static_cast<std::uint32_t>(i));
    last_row_.assign(ids.size(), 0);
  }

  // `row` counts from 1 and rises.
  std::vector<std::uint32_t> read(std::size_t row, std::string_view cell) {
    std::vector<std::uint32_t> list;
    if (trimmed(cell).empty()) return list;
    for (std::size_t begin = 0; begin <= cell.size();) {
      const std::size_t end = std::min(cell.find('>', begin), cell.size());
      list.push_back(position(row, trimmed(cell.substr(begin, end - begin))));
      begin = end + 1;
    }
    return list;
  }

 private:
  std::uint32_t position(std::size_t row, std::string_view id) {
    if (id.empty()) {
      fail_in_column(file_, "preferences", message("Row {0} has an empty place in its preferences", row),
                message("write a>b>c, with one “>” between two ids"));
    }
    const auto found = positions_.find(id);
    if (found == positions_.end()) {
      const auto nearest = nearest_texts(id, {ids_.begin(), ids_.end()});
      fail_in_column(file_, "preferences", message("Row {0} prefers “{1}”, which is not in the other table", row, id),
                message("write a>b>c with its ids; nearest: {0}", fmt::format("{}", fmt::join(nearest, ", "))));
    }
    if (std::exchange(last_row_[found->second], row) == row) {
      fail_in_column(file_, "preferences", message("Row {0} names “{1}” twice: its order goes in a circle", row, id),
                message("name each one once, the best first"));
    }
    return found->second;
  }

  const std::string& file_;
  std::span<const std::string> ids_;
  Positions positions_;
  std::vector<std::size_t> last_row_;  // that named it
};

matching::PreferenceLists read_lists(const io::DelimitedTable& table, std::span<const std::string> ids) {
  const std::size_t column = table.column("preferences");
  ListReader reader(table.source, ids);
  matching::PreferenceLists lists;
  for (std::size_t row = 0; row < table.rows.size(); ++row) lists.add(reader.read(row + 1, table.rows[row][column]));
  return lists;
}

void check_one_place_each(const io::DelimitedTable& residents) {
  const auto column = find_column(residents, "capacity");
  for (std::size_t row = 0; row < residents.rows.size(); ++row) {
    const std::string_view cell = cell_of(residents, row, column);
    if (cell.empty() || parse_capacity(residents.source, "capacity", row + 1, cell) == 1) continue;
    fail_in_column(residents.source, "capacity",
              message("Row {0} holds “{1}”, but a resident takes one place", row + 1, cell),
              message("write 1, or leave the column out; capacities belong to the hospitals"));
  }
}

}  // namespace

std::uint32_t parse_capacity(const std::string& file, std::string_view column, std::size_t row, std::string_view cell) {
  const std::string_view text = trimmed(cell);
  std::uint32_t places = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), places);
  if (fault != std::errc{} || end != text.data() + text.size() || places == matching::none) {
    fail_in_column(file, column, message("Row {0} holds “{1}”, which is no number of places", row, text),
              message("write a whole number of 0 or more"));
  }
  return places;
}

std::vector<std::uint32_t> parse_preferences(const std::string& file, std::size_t row, std::string_view cell,
                                             std::span<const std::string> ids) {
  return ListReader(file, ids).read(row, cell);
}

MatchingTables read_matching_tables(const std::string& residents, const std::string& hospitals) {
  const io::DelimitedTable resident_table = io::read_delimited(residents);
  const io::DelimitedTable hospital_table = io::read_delimited(hospitals);
  std::vector<std::string> resident_id = io::unique_ids(resident_table, resident_table.column("id"));
  std::vector<std::string> hospital_id = io::unique_ids(hospital_table, hospital_table.column("id"));
  const std::size_t column = hospital_table.column("capacity");
  std::vector<std::uint32_t> capacity;
  for (std::size_t row = 0; row < hospital_table.rows.size(); ++row) {
    capacity.push_back(parse_capacity(hospitals, "capacity", row + 1, hospital_table.rows[row][column]));
  }
  check_one_place_each(resident_table);
  matching::PreferenceLists of_residents = read_lists(resident_table, hospital_id);
  matching::PreferenceLists of_hospitals = read_lists(hospital_table, resident_id);
  return {std::move(resident_id),
          std::move(hospital_id),
          {std::move(of_residents), std::move(of_hospitals), std::move(capacity)}};
}

}  // namespace ancrage::assessment

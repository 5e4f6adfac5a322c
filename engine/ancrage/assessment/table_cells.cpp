// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/table_cells.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::assessment {

void fail_cell(const std::string& file, std::string_view column, Message what, Message remedy) {
  io::fail_in_column(file, column, std::move(what), std::move(remedy));
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  if (trimmed(text).empty()) return parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> read_ids(const io::DelimitedTable& table) { return io::unique_ids(table, table.column("id")); }

std::optional<std::size_t> find_column(const io::DelimitedTable& table, std::string_view label) {
  const auto found = std::find(table.header.begin(), table.header.end(), label);
  if (found == table.header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.header.begin());
}

std::string_view cell_of(const io::DelimitedTable& table, std::size_t row, std::optional<std::size_t> column) {
  return column ? trimmed(table.rows[row][*column]) : std::string_view{};
}

}  // namespace ancrage::assessment

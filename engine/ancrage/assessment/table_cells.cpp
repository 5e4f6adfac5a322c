// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/table_cells.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace ancrage::assessment {

void fail_cell(const std::string& file, std::string_view column, Message what, Message remedy) {
  throw Error(ErrorCode::wrong_input, std::move(what), fmt::format("{}, {}", file, column), std::move(remedy));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(blanks) - first + 1);
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

std::vector<std::string> read_ids(const io::DelimitedTable& table) {
  if (table.rows.empty()) {
    throw Error(ErrorCode::wrong_input, message("The table has no rows"), table.source, message("fill it"));
  }
  const std::size_t column = table.column("id");
  const Message remedy = message("give every row an id of its own");
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::string id(trimmed(table.rows[row][column]));
    if (id.empty()) fail_cell(table.source, "id", message("Row {0} has no id", row + 1), remedy);
    if (!seen.insert(id).second) {
      fail_cell(table.source, "id", message("Row {0} repeats the id “{1}”", row + 1, id), remedy);
    }
    ids.push_back(std::move(id));
  }
  return ids;
}

std::optional<std::size_t> find_column(const io::DelimitedTable& table, std::string_view label) {
  const auto found = std::find(table.header.begin(), table.header.end(), label);
  if (found == table.header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.header.begin());
}

std::string_view cell_of(const io::DelimitedTable& table, std::size_t row, std::optional<std::size_t> column) {
  return column ? trimmed(table.rows[row][*column]) : std::string_view{};
}

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/plain_cells.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace ancrage::io {

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

std::optional<std::size_t> find_column(const DelimitedTable& table, std::string_view label) {
  const auto found = std::find(table.header.begin(), table.header.end(), label);
  if (found == table.header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.header.begin());
}

std::string_view cell_of(const DelimitedTable& table, std::size_t row, std::optional<std::size_t> column) {
  return column ? trimmed(table.rows[row][*column]) : std::string_view{};
}

void fail_in_column(const std::string& file, std::string_view column, Message what, Message remedy) {
  throw Error(ErrorCode::wrong_input, std::move(what), fmt::format("{}, {}", file, column), std::move(remedy));
}

std::vector<std::string> unique_ids(const DelimitedTable& table, std::size_t column) {
  if (table.rows.empty()) {
    throw Error(ErrorCode::wrong_input, message("The table has no rows"), table.source, message("fill it"));
  }
  const std::string& label = table.header[column];
  const Message remedy = message("give every row an id of its own");
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::string id(trimmed(table.rows[row][column]));
    if (id.empty()) fail_in_column(table.source, label, message("Row {0} has no id", row + 1), remedy);
    if (!seen.insert(id).second) {
      fail_in_column(table.source, label, message("Row {0} repeats the id “{1}”", row + 1, id), remedy);
    }
    ids.push_back(std::move(id));
  }
  return ids;
}

Quantity parse_quantity(const std::string& file, std::string_view column, std::size_t row, std::string_view cell) {
  const std::string_view text = trimmed(cell);
  if (text.empty()) return Quantity::missing();
  if (text == "NS") return Quantity::withheld();
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
    fail_in_column(file, column, message("Row {0} holds “{1}”, which is not a number", row, text),
                   message("write numbers with a decimal point"));
  }
  return value;
}

}  // namespace ancrage::io

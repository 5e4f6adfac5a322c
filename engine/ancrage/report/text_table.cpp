// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/text_table.hpp"

#include "ancrage/base/text.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::report {

std::string TextTable::text(std::size_t indent) const {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < headings_.size(); ++column) {
    std::size_t width = display_width(headings_[column].text);
    for (const auto& row : rows_) width = std::max(width, display_width(row[column]));
    widths.push_back(width);
  }
  std::string result;
  const auto add_line = [&](const auto& cell_text) {
    std::string line(indent, ' ');
    for (std::size_t column = 0; column < headings_.size(); ++column) {
      const std::string& cell = cell_text(column);
      const std::string fill(widths[column] - std::min(widths[column], display_width(cell)), ' ');
      if (column > 0) line += "  ";
      line += headings_[column].align == Align::right ? fill + cell : cell + fill;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    result += line + '\n';
  };
  add_line([&](std::size_t column) -> const std::string& { return headings_[column].text; });
  std::vector<std::string> rules;
  for (const std::size_t width : widths) {
    std::string rule;
    for (std::size_t i = 0; i < width; ++i) rule += "─";
    rules.push_back(std::move(rule));
  }
  add_line([&](std::size_t column) -> const std::string& { return rules[column]; });
  for (const auto& row : rows_) add_line([&](std::size_t column) -> const std::string& { return row[column]; });
  return result;
}

}  // namespace ancrage::report

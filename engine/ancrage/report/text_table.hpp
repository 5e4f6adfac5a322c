// SPDX-License-Identifier: Apache-2.0
// Aligned columns of text for a terminal: two spaces between columns, numbers to the right, widths in characters, so
// that accents and narrow spaces keep the columns straight.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::report {

class TextTable {
 public:
  enum class Align { left, right };
  struct Heading {
    std::string text;
    Align align = Align::left;
  };

  explicit TextTable(std::vector<Heading> headings) : headings_(std::move(headings)) {}
  // One cell a heading.
  void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  // Headings, a rule, the rows; each line ends with a line feed and has no trailing blanks. `indent` blanks before
  // each.
  std::string text(std::size_t indent = 0) const;

 private:
  std::vector<Heading> headings_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// A table on paper: columns of fixed width, cells that wrap, thin rules between rows.
#pragma once

#include "ancrage/report/paper/canvas.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ancrage::report::paper {

struct Cell {
  std::string text;
  TextStyle style{.size = 8.0};
};

class Table {
 public:
  static constexpr double gap = 10.0;  // between columns
  struct Column {
    double width = 0.0;  // with the gap to the next one
    Align align = Align::left;
  };
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // One cell a column. A heading has a stronger rule below.
  void add_heading(const std::vector<std::string>& labels);
  void add_row(std::vector<Cell> cells);
  double height(const Canvas& canvas) const;
  // Returns the height; `tops`, when given, receives the top of each row.
  double draw(Canvas& canvas, Point top_left, std::vector<double>* tops = nullptr) const;

 private:
  struct Row {
    std::vector<Cell> cells;
    bool heading = false;
  };
  TextStyle style_of(const Row& row, std::size_t column) const;
  double height_of(const Canvas& canvas, const Row& row) const;
  double width() const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace ancrage::report::paper

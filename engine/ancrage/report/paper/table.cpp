// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/table.hpp"

#include <algorithm>

namespace ancrage::report::paper {

namespace {

constexpr double row_gap = 1.6;  // above and below the text
constexpr TextStyle heading_style{.size = 7.0, .color = palette::secondary};

}  // namespace

void Table::add_heading(const std::vector<std::string>& labels) {
  Row row{{}, true};
  for (const std::string& label : labels) row.cells.push_back({label, heading_style});
  rows_.push_back(std::move(row));
}

void Table::add_row(std::vector<Cell> cells) { rows_.push_back({std::move(cells)}); }

double Table::width() const {
  double width = 0.0;
  for (const Column& column : columns_) width += column.width;
  return width - gap;
}

TextStyle Table::style_of(const Row& row, std::size_t column) const {
  TextStyle style = row.cells[column].style;
  style.align = columns_[column].align;
  style.width = columns_[column].width - gap;
  return style;
}

double Table::height_of(const Canvas& canvas, const Row& row) const {
  double height = 0.0;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    height = std::max(height, canvas.measure(row.cells[c].text, style_of(row, c)).height);
  }
  return height + 2 * row_gap;
}

double Table::height(const Canvas& canvas) const {
  double height = 0.0;
  for (const Row& row : rows_) height += height_of(canvas, row);
  return height;
}

double Table::draw(Canvas& canvas, Point top_left, std::vector<double>* tops) const {
  double y = top_left.y;
  for (const Row& row : rows_) {
    const double height = height_of(canvas, row);
    if (tops != nullptr) tops->push_back(y);
    double x = top_left.x;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const TextStyle style = style_of(row, c);
      double at = x;
      if (style.align == Align::right) at += style.width;
      if (style.align == Align::center) at += style.width / 2;
      canvas.text({at, y + row_gap}, row.cells[c].text, style);
      x += columns_[c].width;
    }
    y += height;
    const Stroke rule = row.heading ? Stroke{palette::secondary, 0.5} : Stroke{palette::line, 0.4};
    canvas.line({top_left.x, y}, {top_left.x + width(), y}, rule);
  }
  return y - top_left.y;
}

}  // namespace ancrage::report::paper

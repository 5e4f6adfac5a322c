// SPDX-License-Identifier: Apache-2.0
#include "support/drawn_roads.hpp"

#include <cctype>
#include <stdexcept>

namespace ancrage::test {

namespace {

constexpr double step_m = 100.0;
constexpr double minutes_per_m = 0.001;

class Drawing {
 public:
  explicit Drawing(const std::vector<std::string>& map) : map_(map) {}

  DrawnRoads read() {
    result_.lines.class_names = {"road"};
    for (std::size_t row = 0; row < map_.size(); ++row) {
      for (std::size_t column = 0; column < map_[row].size(); ++column) {
        if (std::isalpha(static_cast<unsigned char>(map_[row][column])) != 0 && !is_road(map_[row][column])) {
          result_.at[map_[row][column]] = position(row, column);
        }
        follow(row, column, 0, 1);
        follow(row, column, 1, 0);
      }
    }
    return std::move(result_);
  }

 private:
  char cell(std::size_t row, std::size_t column) const {
    return row < map_.size() && column < map_[row].size() ? map_[row][column] : ' ';
  }
  static bool is_road(char c) { return std::string("-|<>^v").find(c) != std::string::npos; }
  static bool is_point(char c) { return c == '+' || (std::isalpha(static_cast<unsigned char>(c)) != 0 && c != 'v'); }
  static bool fits(char c, bool across) { return std::string(across ? "-<>" : "|^v").find(c) != std::string::npos; }
  geometry::Point position(std::size_t row, std::size_t column) const {
    return {step_m * static_cast<double>(column), step_m * static_cast<double>(map_.size() - 1 - row)};
  }

  // The road that starts at the cell and goes right or down, if there is one.
  void follow(std::size_t row, std::size_t column, std::size_t down, std::size_t right) {
    const bool across = right == 1;
    const char start = cell(row, column);
    const bool from_point = is_point(start);
    if (!from_point) {
      const char before = across ? (column > 0 ? cell(row, column - 1) : ' ') : (row > 0 ? cell(row - 1, column) : ' ');
      if (!fits(start, across) || is_point(before) || fits(before, across)) return;
    }
    std::uint8_t open = travel::both_ways;
    std::size_t length = 0;
    const auto note = [&](char c) {
      if (c == '>' || c == 'v') open = travel::along;
      if (c == '<' || c == '^') open = travel::against;
    };
    if (!from_point) note(start);
    char c = ' ';
    while (true) {
      c = cell(row + down * (length + 1), column + right * (length + 1));
      if (!fits(c, across)) break;
      note(c);
      ++length;
    }
    if (is_point(c)) ++length;
    if (length == 0 || (from_point && length == 1 && is_point(c))) return;
    add(row, column, row + down * length, column + right * length, open);
  }

  void add(std::size_t row, std::size_t column, std::size_t end_row, std::size_t end_column, std::uint8_t open) {
    travel::RoadLines& lines = result_.lines;
    lines.line_vertices.push_back(table_.vertex(lines, position(row, column)));
    lines.line_vertices.push_back(table_.vertex(lines, position(end_row, end_column)));
    lines.line_starts.push_back(static_cast<std::uint32_t>(lines.line_vertices.size()));
    lines.open.push_back(open);
    lines.minutes_per_m_along.push_back(minutes_per_m);
    lines.minutes_per_m_against.push_back(minutes_per_m);
    lines.road_class.push_back(0);
    lines.name.push_back(std::string{cell(row, column), cell(end_row, end_column)});
  }

  const std::vector<std::string>& map_;
  DrawnRoads result_;
  travel::VertexTable table_;
};

}  // namespace

DrawnRoads drawn_roads(const std::vector<std::string>& map) { return Drawing(map).read(); }

}  // namespace ancrage::test

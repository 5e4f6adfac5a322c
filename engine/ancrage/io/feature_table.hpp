// SPDX-License-Identifier: Apache-2.0
// A layer in memory: typed columns beside flat geometry, one row a feature. What readers return and writers take.
#pragma once

#include "ancrage/base/quantity.hpp"
#include "ancrage/geometry/polygons.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::io {

enum class ColumnType { text, integer, real };
enum class GeometryKind { none, point, line, polygon };

// `texts` is filled for text columns; `numbers` for the others, NaN where null. A null text is empty and null.
// A text "NS" in a number column is read as withheld: `withheld` marks it.
struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
  std::vector<std::string> texts{};
  std::vector<double> numbers{};
  std::vector<std::uint8_t> null{};
  std::vector<std::uint8_t> withheld{};  // empty when nothing is withheld
};

class FeatureTable {
 public:
  std::string name;     // layer name
  std::string source;   // path or connection it came from, for messages
  int crs_epsg = 0;     // of the coordinates here; 0: none or unknown
  int source_epsg = 0;  // of the source, before any reprojection
  GeometryKind kind = GeometryKind::none;
  std::vector<geometry::Point> points;  // kind point; NaN coordinates where a feature has no geometry
  geometry::LineSet lines;              // kind line
  geometry::PolygonSet polygons;        // kind polygon

  std::size_t size() const { return size_; }
  void resize(std::size_t rows) { size_ = rows; }
  const std::vector<Column>& columns() const { return columns_; }
  const Column* find(std::string_view column_name) const;

  // Both throw wrong_input, naming source, layer and column, and the columns there are.
  const std::vector<std::string>& texts(std::string_view column_name) const;
  // Numbers with their three states; a text column is parsed cell by cell, naming the first row that is no number.
  std::vector<Quantity> quantities(std::string_view column_name) const;

  // Building; each vector has one value a row.
  void add_text(std::string column_name, std::vector<std::string> values);
  void add_integers(std::string column_name, const std::vector<Quantity>& values);
  void add_reals(std::string column_name, const std::vector<Quantity>& values);
  void add_column(Column column);

 private:
  std::vector<Column> columns_;
  std::size_t size_ = 0;
};

}  // namespace ancrage::io

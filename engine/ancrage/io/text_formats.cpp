// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/reader.hpp"
#include "ancrage/io/writer.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace ancrage::io {

namespace {

using geometry::Point;

bool is_null(const Column& column, std::size_t row) { return !column.null.empty() && column.null[row] != 0; }
bool is_withheld(const Column& column, std::size_t row) {
  return !column.withheld.empty() && column.withheld[row] != 0;
}

// Shortest text that reads back as the same number.
std::string number_text(const Column& column, std::size_t row) {
  const double value = column.numbers[row];
  return column.type == ColumnType::integer ? fmt::format("{}", std::llround(value)) : fmt::format("{}", value);
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_value(const Column& column, std::size_t row) {
  if (is_withheld(column, row)) return "\"NS\"";
  if (is_null(column, row)) return "null";
  if (column.type == ColumnType::text) return json_text(column.texts[row]);
  return std::isfinite(column.numbers[row]) ? number_text(column, row) : "null";
}

void append_coordinate(std::string& out, double degrees) {
  std::string text = fmt::format("{:.7f}", degrees);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  out += text == "-0" ? "0" : text;
}

void append_position(std::string& out, Point p) {
  out += '[';
  append_coordinate(out, p.x);
  out += ',';
  append_coordinate(out, p.y);
  out += ']';
}

void append_positions(std::string& out, std::span<const Point> points, bool reversed) {
  out += '[';
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) out += ',';
    append_position(out, points[reversed ? points.size() - 1 - i : i]);
  }
  out += ']';
}

// Shells counter-clockwise, holes clockwise, as RFC 7946 asks.
void append_polygon(std::string& out, const geometry::PolygonSet& set, std::size_t part) {
  out += '[';
  for (std::size_t r = set.part_starts[part]; r < set.part_starts[part + 1]; ++r) {
    const bool shell = r == set.part_starts[part];
    if (!shell) out += ',';
    append_positions(out, set.ring(r), (geometry::signed_area(set.ring(r)) > 0) != shell);
  }
  out += ']';
}

std::string geometry_text(const FeatureTable& table, std::size_t row) {
  std::string out;
  if (table.kind == GeometryKind::point && !std::isnan(table.points[row].x)) {
    out = R"({"type":"Point","coordinates":)";
    append_position(out, table.points[row]);
    return out + "}";
  }
  if (table.kind == GeometryKind::line && table.lines.feature_starts[row] < table.lines.feature_starts[row + 1]) {
    out = R"({"type":"MultiLineString","coordinates":[)";
    for (std::size_t i = table.lines.feature_starts[row]; i < table.lines.feature_starts[row + 1]; ++i) {
      if (i > table.lines.feature_starts[row]) out += ',';
      append_positions(out, table.lines.line(i), false);
    }
    return out + "]}";
  }
  const geometry::PolygonSet& set = table.polygons;
  if (table.kind == GeometryKind::polygon && set.feature_starts[row] < set.feature_starts[row + 1]) {
    out = R"({"type":"MultiPolygon","coordinates":[)";
    for (std::size_t part = set.feature_starts[row]; part < set.feature_starts[row + 1]; ++part) {
      if (part > set.feature_starts[row]) out += ',';
      append_polygon(out, set, part);
    }
    return out + "]}";
  }
  return "null";
}

void bring_to_degrees(FeatureTable& table) {
  constexpr int wgs84 = 4326;
  if (table.kind == GeometryKind::none || table.crs_epsg == wgs84) return;
  if (table.crs_epsg == 0) {
    throw Error(ErrorCode::unwritable_output, message("GeoJSON needs a known coordinate system"), table.name,
                message("State the coordinate system of the source, or write a GeoPackage"));
  }
  reproject(table.points, table.crs_epsg, wgs84);
  reproject(table.lines.points, table.crs_epsg, wgs84);
  reproject(table.polygons.points, table.crs_epsg, wgs84);
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_value(const Column& column, std::size_t row) {
  if (is_withheld(column, row)) return "NS";
  if (is_null(column, row)) return {};
  if (column.type == ColumnType::text) return csv_cell(column.texts[row]);
  return std::isfinite(column.numbers[row]) ? number_text(column, row) : std::string();
}

}  // namespace

std::string geojson_text(const FeatureTable& original) {
  FeatureTable table = original;
  bring_to_degrees(table);
  std::string out = "{\"type\":\"FeatureCollection\",\"name\":" + json_text(table.name) + ",\"features\":[";
  for (std::size_t row = 0; row < table.size(); ++row) {
    out += row == 0 ? "\n" : ",\n";
    out += "{\"type\":\"Feature\",\"properties\":{";
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
      const Column& column = table.columns()[i];
      out += (i == 0 ? "" : ",") + json_text(column.name) + ":" + json_value(column, row);
    }
    out += "},\"geometry\":" + geometry_text(table, row) + "}";
  }
  return out + "\n]}\n";
}

std::string csv_text(const FeatureTable& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    out += (i == 0 ? "" : ",") + csv_cell(table.columns()[i].name);
  }
  out += "\r\n";
  for (std::size_t row = 0; row < table.size(); ++row) {
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
      out += (i == 0 ? "" : ",") + csv_value(table.columns()[i], row);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace ancrage::io

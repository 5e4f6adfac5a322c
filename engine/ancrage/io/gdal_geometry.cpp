// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/gdal_geometry.hpp"

#include "ancrage/io/gdal_support.hpp"

#include <cmath>
#include <limits>
#include <span>

namespace ancrage::io {

namespace {

GeometryKind kind_of(OGRwkbGeometryType type) {
  switch (wkbFlatten(OGR_GT_GetLinear(type))) {
    case wkbPoint:
    case wkbMultiPoint:
      return GeometryKind::point;
    case wkbLineString:
    case wkbMultiLineString:
      return GeometryKind::line;
    case wkbPolygon:
    case wkbMultiPolygon:
      return GeometryKind::polygon;
    default:
      return GeometryKind::none;
  }
}

std::vector<geometry::Point> points_of(const OGRSimpleCurve& curve) {
  std::vector<geometry::Point> points(static_cast<std::size_t>(curve.getNumPoints()));
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i] = {curve.getX(static_cast<int>(i)), curve.getY(static_cast<int>(i))};
  }
  return points;
}

void append_polygon(geometry::PolygonSet& set, const OGRPolygon& polygon) {
  if (polygon.getExteriorRing() == nullptr || polygon.getExteriorRing()->getNumPoints() == 0) return;
  for (const OGRLinearRing* ring : polygon) {
    std::vector<geometry::Point> points = points_of(*ring);
    if (points.empty()) continue;
    if (!(points.front() == points.back())) points.push_back(points.front());
    set.add_ring(points);
  }
  set.end_part();
}

void fill(OGRSimpleCurve& curve, std::span<const geometry::Point> points) {
  curve.setNumPoints(static_cast<int>(points.size()), FALSE);
  for (std::size_t i = 0; i < points.size(); ++i) curve.setPoint(static_cast<int>(i), points[i].x, points[i].y);
}

std::unique_ptr<OGRGeometry> lines_of(const geometry::LineSet& set, std::size_t row) {
  if (set.feature_starts[row] == set.feature_starts[row + 1]) return nullptr;
  auto lines = std::make_unique<OGRMultiLineString>();
  for (std::size_t i = set.feature_starts[row]; i < set.feature_starts[row + 1]; ++i) {
    auto line = std::make_unique<OGRLineString>();
    fill(*line, set.line(i));
    lines->addGeometryDirectly(line.release());
  }
  return lines;
}

std::unique_ptr<OGRGeometry> polygons_of(const geometry::PolygonSet& set, std::size_t row) {
  if (set.feature_starts[row] == set.feature_starts[row + 1]) return nullptr;
  auto polygons = std::make_unique<OGRMultiPolygon>();
  for (std::size_t part = set.feature_starts[row]; part < set.feature_starts[row + 1]; ++part) {
    auto polygon = std::make_unique<OGRPolygon>();
    for (std::size_t r = set.part_starts[part]; r < set.part_starts[part + 1]; ++r) {
      auto ring = std::make_unique<OGRLinearRing>();
      fill(*ring, set.ring(r));
      polygon->addRingDirectly(ring.release());
    }
    polygons->addGeometryDirectly(polygon.release());
  }
  return polygons;
}

}  // namespace

GeometryAppender::GeometryAppender(FeatureTable& table, OGRwkbGeometryType layer_type) : table_(table) {
  table_.kind = kind_of(layer_type);
}

void GeometryAppender::append(const OGRGeometry* geometry, std::size_t row) {
  if (geometry == nullptr || geometry->IsEmpty()) {
    append_empty();
    return;
  }
  if (table_.kind == GeometryKind::none) {
    table_.kind = kind_of(geometry->getGeometryType());
    if (table_.kind == GeometryKind::none) throw_mixed(*geometry, row);
    for (std::size_t waiting = std::exchange(empty_before_kind_, 0); waiting > 0; --waiting) append_empty();
  }
  std::unique_ptr<OGRGeometry> linear;
  if (geometry->hasCurveGeometry()) {
    linear.reset(geometry->getLinearGeometry());
    geometry = linear.get();
  }
  switch (table_.kind) {
    case GeometryKind::point:
      return append_point(*geometry, row);
    case GeometryKind::line:
      return append_lines(*geometry, row);
    case GeometryKind::polygon:
      return append_polygons(*geometry, row);
    case GeometryKind::none:
      return;
  }
}

void GeometryAppender::append_empty() {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  if (table_.kind == GeometryKind::none) ++empty_before_kind_;
  if (table_.kind == GeometryKind::point) table_.points.push_back({nan, nan});
  if (table_.kind == GeometryKind::line) table_.lines.end_feature();
  if (table_.kind == GeometryKind::polygon) table_.polygons.end_feature();
}

void GeometryAppender::append_point(const OGRGeometry& geometry, std::size_t row) {
  const OGRGeometry* single = &geometry;
  if (wkbFlatten(geometry.getGeometryType()) == wkbMultiPoint && geometry.toMultiPoint()->getNumGeometries() == 1) {
    single = geometry.toMultiPoint()->getGeometryRef(0);
  }
  if (wkbFlatten(single->getGeometryType()) != wkbPoint) throw_mixed(geometry, row);
  table_.points.push_back({single->toPoint()->getX(), single->toPoint()->getY()});
}

void GeometryAppender::append_lines(const OGRGeometry& geometry, std::size_t row) {
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbLineString:
      table_.lines.add_line(points_of(*geometry.toLineString()));
      break;
    case wkbMultiLineString:
      for (const OGRLineString* line : *geometry.toMultiLineString()) table_.lines.add_line(points_of(*line));
      break;
    default:
      throw_mixed(geometry, row);
  }
  table_.lines.end_feature();
}

void GeometryAppender::append_polygons(const OGRGeometry& geometry, std::size_t row) {
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
      append_polygon(table_.polygons, *geometry.toPolygon());
      break;
    case wkbMultiPolygon:
      for (const OGRPolygon* polygon : *geometry.toMultiPolygon()) append_polygon(table_.polygons, *polygon);
      break;
    default:
      throw_mixed(geometry, row);
  }
  table_.polygons.end_feature();
}

void GeometryAppender::throw_mixed(const OGRGeometry& geometry, std::size_t row) const {
  throw Error(
      ErrorCode::wrong_input,
      message("Row {0} has a geometry of another kind than its layer ({1})", row + 1, geometry.getGeometryName()),
      table_.source + ", " + table_.name, message("Split the layer into points, lines and polygons"));
}

std::unique_ptr<OGRGeometry> geometry_of(const FeatureTable& table, std::size_t row) {
  switch (table.kind) {
    case GeometryKind::point:
      if (std::isnan(table.points[row].x) || std::isnan(table.points[row].y)) return nullptr;
      return std::make_unique<OGRPoint>(table.points[row].x, table.points[row].y);
    case GeometryKind::line:
      return lines_of(table.lines, row);
    case GeometryKind::polygon:
      return polygons_of(table.polygons, row);
    case GeometryKind::none:
      break;
  }
  return nullptr;
}

int epsg_of(OGRSpatialReference& reference) {
  const GdalReports reports;
  if (reference.GetAuthorityCode(nullptr) == nullptr) reference.AutoIdentifyEPSG();
  const char* authority = reference.GetAuthorityName(nullptr);
  const char* code = reference.GetAuthorityCode(nullptr);
  if (authority == nullptr || code == nullptr) return 0;
  if (std::string_view(authority) == "OGC" && std::string_view(code) == "CRS84") return 4326;
  return std::string_view(authority) == "EPSG" ? std::atoi(code) : 0;
}

void transform(std::vector<geometry::Point>& points, const OGRSpatialReference& from, const OGRSpatialReference& to,
               const std::string& where) {
  if (points.empty()) return;
  const GdalReports reports;
  const std::unique_ptr<OGRCoordinateTransformation> transformation(OGRCreateCoordinateTransformation(&from, &to));
  if (!transformation) {
    throw Error(ErrorCode::wrong_input,
                message("There is no way between the two coordinate systems: {0}", reports.text()), where);
  }
  std::vector<double> x(points.size());
  std::vector<double> y(points.size());
  std::vector<int> success(points.size(), 1);
  for (std::size_t i = 0; i < points.size(); ++i) {
    x[i] = points[i].x;
    y[i] = points[i].y;
  }
  transformation->Transform(static_cast<int>(points.size()), x.data(), y.data(), nullptr, success.data());
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (std::isnan(points[i].x) || std::isnan(points[i].y)) continue;
    if (success[i] == 0 || !std::isfinite(x[i]) || !std::isfinite(y[i])) {
      throw Error(ErrorCode::wrong_input,
                  message("The point {0} {1} cannot be reprojected", DecimalArgument{points[i].x, 6},
                          DecimalArgument{points[i].y, 6}),
                  where, message("Check that the coordinate system of the source is the one that it states"));
    }
    points[i] = {x[i], y[i]};
  }
}

}  // namespace ancrage::io

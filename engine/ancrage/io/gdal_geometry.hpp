// SPDX-License-Identifier: Apache-2.0
// Between GDAL's geometry objects and flat arrays. Private to io/.
#pragma once

#include "ancrage/io/feature_table.hpp"

#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace ancrage::io {

// Appends geometries to a table, one call a row, in order. A feature without geometry gives NaN coordinates (points) or
// an empty feature. The kind is the layer's when it states one, else that of the first geometry.
class GeometryAppender {
 public:
  GeometryAppender(FeatureTable& table, OGRwkbGeometryType layer_type);
  // Throws wrong_input, naming the row, on a geometry of another kind.
  void append(const OGRGeometry* geometry, std::size_t row);

 private:
  void append_empty();
  void append_point(const OGRGeometry& geometry, std::size_t row);
  void append_lines(const OGRGeometry& geometry, std::size_t row);
  void append_polygons(const OGRGeometry& geometry, std::size_t row);
  [[noreturn]] void throw_mixed(const OGRGeometry& geometry, std::size_t row) const;

  FeatureTable& table_;
  std::size_t empty_before_kind_ = 0;
};

// Geometry of one row, null where the table has none there.
std::unique_ptr<OGRGeometry> geometry_of(const FeatureTable& table, std::size_t row);

// EPSG number of a CRS; 0 when it has none. CRS84 counts as 4326: the axis order is ours in any case.
int epsg_of(OGRSpatialReference& reference);

// Transforms points in place, leaving NaN ones; throws wrong_input when there is no way from one CRS to the other or a
// point has no image.
void transform(std::vector<geometry::Point>& points, const OGRSpatialReference& from, const OGRSpatialReference& to,
               const std::string& where);

}  // namespace ancrage::io

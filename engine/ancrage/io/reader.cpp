// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/reader.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/io/gdal_geometry.hpp"
#include "ancrage/io/gdal_support.hpp"

#include <ogrsf_frmts.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>

namespace ancrage::io {

namespace {

std::string joined_layer_names(GDALDataset& dataset) {
  std::string names;
  for (int i = 0; i < dataset.GetLayerCount(); ++i) {
    names += (names.empty() ? "" : ", ") + std::string(dataset.GetLayer(i)->GetName());
  }
  return names;
}

OGRLayer& chosen_layer(GDALDataset& dataset, const std::string& source, const std::string& name) {
  if (name.empty()) {
    if (dataset.GetLayerCount() == 1) return *dataset.GetLayer(0);
    throw Error(ErrorCode::unreadable_input,
                message("The source has {0} layers, and none was chosen", dataset.GetLayerCount()), source,
                message("Choose one of: {0}", joined_layer_names(dataset)));
  }
  OGRLayer* layer = dataset.GetLayerByName(name.c_str());
  if (layer == nullptr) {
    throw Error(ErrorCode::unreadable_input, message("There is no layer “{0}”", name), source,
                message("The layers there are: {0}", joined_layer_names(dataset)));
  }
  return *layer;
}

ColumnType column_type(const OGRFieldDefn& field) {
  switch (field.GetType()) {
    case OFTInteger:
    case OFTInteger64:
      return ColumnType::integer;
    case OFTReal:
      return ColumnType::real;
    default:
      return ColumnType::text;
  }
}

void append_field(Column& column, const OGRFeature& feature, int field) {
  const bool null = !feature.IsFieldSetAndNotNull(field);
  column.null.push_back(null ? 1 : 0);
  if (column.type == ColumnType::text) {
    column.texts.emplace_back(null ? "" : feature.GetFieldAsString(field));
  } else if (null) {
    column.numbers.push_back(std::numeric_limits<double>::quiet_NaN());
  } else if (column.type == ColumnType::integer) {
    column.numbers.push_back(static_cast<double>(feature.GetFieldAsInteger64(field)));
  } else {
    column.numbers.push_back(feature.GetFieldAsDouble(field));
  }
}

void make_points(FeatureTable& table, const ReadOptions& options) {
  const std::vector<Quantity> xs = table.quantities(options.point_x_column);
  const std::vector<Quantity> ys = table.quantities(options.point_y_column);
  table.kind = GeometryKind::point;
  table.points.clear();
  for (std::size_t row = 0; row < table.size(); ++row) table.points.push_back({xs[row].value(), ys[row].value()});
}

void bring_to_target(FeatureTable& table, OGRSpatialReference* stated, const ReadOptions& options) {
  if (table.kind == GeometryKind::none) return;
  OGRSpatialReference from;
  if (stated != nullptr) {
    from = *stated;
    table.crs_epsg = epsg_of(from);
  } else if (options.assumed_epsg != 0) {
    from = spatial_reference(options.assumed_epsg);
    table.crs_epsg = options.assumed_epsg;
  }
  table.source_epsg = table.crs_epsg;
  if (options.target_epsg == 0 || options.target_epsg == table.crs_epsg) return;
  if (from.IsEmpty()) {
    throw Error(ErrorCode::wrong_input, message("The source states no coordinate system"),
                table.source + ", " + table.name, message("State one beside it (crs = \"EPSG:2154\", for example)"));
  }
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::string where = table.source + ", " + table.name;
  transform(table.points, from, spatial_reference(options.target_epsg), where);
  transform(table.lines.points, from, spatial_reference(options.target_epsg), where);
  transform(table.polygons.points, from, spatial_reference(options.target_epsg), where);
  table.crs_epsg = options.target_epsg;
}

}  // namespace

FeatureTable read_features(const std::string& source, const ReadOptions& options) {
  GdalReports reports;
  const GDALDatasetUniquePtr dataset = open_dataset(source, options.allow_network, reports);
  OGRLayer& layer = chosen_layer(*dataset, source, options.layer);

  FeatureTable table;
  table.source = source;
  table.name = layer.GetName();
  const OGRFeatureDefn& definition = *layer.GetLayerDefn();
  std::vector<Column> columns;
  for (int field = 0; field < definition.GetFieldCount(); ++field) {
    const OGRFieldDefn& field_definition = *definition.GetFieldDefn(field);
    columns.push_back({.name = field_definition.GetNameRef(), .type = column_type(field_definition)});
  }

  GeometryAppender geometry(table, layer.GetGeomType());
  std::size_t rows = 0;
  reports.clear();
  layer.ResetReading();
  while (const std::unique_ptr<OGRFeature> feature{layer.GetNextFeature()}) {
    for (std::size_t field = 0; field < columns.size(); ++field) {
      append_field(columns[field], *feature, static_cast<int>(field));
    }
    geometry.append(feature->GetGeometryRef(), rows);
    ++rows;
  }
  if (reports.failed()) {
    throw Error(ErrorCode::unreadable_input,
                plural_message("Reading stopped after {0} feature: {1}", "Reading stopped after {0} features: {1}",
                               rows, reports.text()),
                source + ", " + table.name, message("Check that the file is whole"));
  }
  table.resize(rows);
  for (Column& column : columns) table.add_column(std::move(column));
  if (!options.point_x_column.empty()) make_points(table, options);
  bring_to_target(table, layer.GetSpatialRef(), options);
  return table;
}

std::vector<std::string> layer_names(const std::string& source, bool allow_network) {
  GdalReports reports;
  const GDALDatasetUniquePtr dataset = open_dataset(source, allow_network, reports);
  std::vector<std::string> names;
  for (int i = 0; i < dataset->GetLayerCount(); ++i) names.emplace_back(dataset->GetLayer(i)->GetName());
  return names;
}

void reproject(std::vector<geometry::Point>& points, int from_epsg, int to_epsg) {
  if (from_epsg == to_epsg || points.empty()) return;
  transform(points, spatial_reference(from_epsg), spatial_reference(to_epsg), {});
}

}  // namespace ancrage::io

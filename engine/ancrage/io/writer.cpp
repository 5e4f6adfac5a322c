// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/writer.hpp"

#include "ancrage/io/atomic_file.hpp"
#include "ancrage/io/gdal_geometry.hpp"
#include "ancrage/io/gdal_support.hpp"
#include "ancrage/io/reader.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace ancrage::io {

namespace {

[[noreturn]] void throw_unwritten(const std::string& path, const std::string& layer, const std::string& reason) {
  throw Error(ErrorCode::unwritable_output, message("The layer cannot be written: {0}", reason), path + ", " + layer,
              message("Check that you may write there and that the disk has room"));
}

OGRwkbGeometryType layer_type(GeometryKind kind) {
  switch (kind) {
    case GeometryKind::point:
      return wkbPoint;
    case GeometryKind::line:
      return wkbMultiLineString;
    case GeometryKind::polygon:
      return wkbMultiPolygon;
    case GeometryKind::none:
      break;
  }
  return wkbNone;
}

// A number column in which something is withheld is stored as text: no number can say "NS".
bool stored_as_text(const Column& column) { return column.type == ColumnType::text || !column.withheld.empty(); }

OGRFieldType field_type(const Column& column) {
  if (stored_as_text(column)) return OFTString;
  return column.type == ColumnType::integer ? OFTInteger64 : OFTReal;
}

std::string number_text(const Column& column, std::size_t row) {
  const double value = column.numbers[row];
  if (column.type == ColumnType::integer) return std::to_string(std::llround(value));
  CPLString shortest;
  for (const int digits : {15, 16, 17}) {
    shortest.Printf("%.*g", digits, value);
    if (CPLAtof(shortest.c_str()) == value) break;
  }
  return shortest;
}

bool is_null(const Column& column, std::size_t row) { return !column.null.empty() && column.null[row] != 0; }
bool is_withheld(const Column& column, std::size_t row) {
  return !column.withheld.empty() && column.withheld[row] != 0;
}

void set_field(OGRFeature& feature, int field, const Column& column, std::size_t row) {
  if (is_withheld(column, row)) {
    feature.SetField(field, "NS");
  } else if (is_null(column, row)) {
    feature.SetFieldNull(field);
  } else if (column.type == ColumnType::text) {
    feature.SetField(field, column.texts[row].c_str());
  } else if (stored_as_text(column)) {
    feature.SetField(field, number_text(column, row).c_str());
  } else if (column.type == ColumnType::integer) {
    feature.SetField(field, static_cast<GIntBig>(std::llround(column.numbers[row])));
  } else {
    feature.SetField(field, column.numbers[row]);
  }
}

void write_layer(GDALDataset& dataset, const FeatureTable& table, const std::string& path, const GdalReports& reports) {
  OGRSpatialReference reference;
  const bool has_reference = table.kind != GeometryKind::none && table.crs_epsg != 0;
  if (has_reference) reference = spatial_reference(table.crs_epsg);
  OGRLayer* layer =
      dataset.CreateLayer(table.name.c_str(), has_reference ? &reference : nullptr, layer_type(table.kind), nullptr);
  if (layer == nullptr) throw_unwritten(path, table.name, reports.text());
  for (const Column& column : table.columns()) {
    OGRFieldDefn field(column.name.c_str(), field_type(column));
    if (layer->CreateField(&field) != OGRERR_NONE) throw_unwritten(path, table.name, reports.text());
  }
  for (std::size_t row = 0; row < table.size(); ++row) {
    OGRFeature feature(layer->GetLayerDefn());
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
      set_field(feature, static_cast<int>(i), table.columns()[i], row);
    }
    if (auto geometry = geometry_of(table, row)) feature.SetGeometryDirectly(geometry.release());
    if (layer->CreateFeature(&feature) != OGRERR_NONE) throw_unwritten(path, table.name, reports.text());
  }
}

void check_written(const std::string& path, const std::string& target, std::span<const FeatureTable> tables) {
  GdalReports reports;
  const GDALDatasetUniquePtr dataset = open_dataset(path, false, reports);
  for (const FeatureTable& table : tables) {
    OGRLayer* layer = dataset->GetLayerByName(table.name.c_str());
    const GIntBig count = layer == nullptr ? -1 : layer->GetFeatureCount(TRUE);
    if (count != static_cast<GIntBig>(table.size())) {
      throw_unwritten(target, table.name,
                      std::to_string(count) + " features on disk, " + std::to_string(table.size()) + " written");
    }
  }
}

// A setting of GDAL for the calling thread, put back at the end.
class Setting {
 public:
  Setting(const char* key, const char* value) : key_(key) {
    const char* before = CPLGetThreadLocalConfigOption(key, nullptr);
    had_ = before != nullptr;
    if (had_) before_ = before;
    CPLSetThreadLocalConfigOption(key, value);
  }
  ~Setting() { CPLSetThreadLocalConfigOption(key_, had_ ? before_.c_str() : nullptr); }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;

 private:
  const char* key_;
  bool had_ = false;
  std::string before_;
};

}  // namespace

void write_geopackage(const std::string& path, std::span<const FeatureTable> tables) {
  register_drivers();
  AtomicFile file(path);
  GdalReports reports;
  {
    const Setting date("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) throw_unwritten(path, "GPKG", "the driver is missing");
    const GDALDatasetUniquePtr dataset(driver->Create(file.temporary().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset) throw_unwritten(path, "GPKG", reports.text());
    if (dataset->StartTransaction() != OGRERR_NONE) throw_unwritten(path, "GPKG", reports.text());
    for (const FeatureTable& table : tables) write_layer(*dataset, table, path, reports);
    if (dataset->CommitTransaction() != OGRERR_NONE) throw_unwritten(path, "GPKG", reports.text());
    dataset->FlushCache();
  }
  if (reports.failed()) throw_unwritten(path, "GPKG", reports.text());
  check_written(file.temporary(), path, tables);
  file.put_in_place();
}

void write_text(const std::string& path, std::string_view content) {
  AtomicFile file(path);
  const auto refuse = [&](int fault) {
    throw Error(ErrorCode::unwritable_output,
                message("The file cannot be written: {0}", std::generic_category().message(fault)), path,
                message("Check that the folder is there, that you may write in it, and that the disk has room"));
  };
  std::FILE* stream = std::fopen(file.temporary().c_str(), "wb");
  if (stream == nullptr) return refuse(errno);
  const bool written = std::fwrite(content.data(), 1, content.size(), stream) == content.size();
  const int fault = errno;
  if (std::fclose(stream) != 0 || !written) refuse(written ? errno : fault);
  file.put_in_place();
}

}  // namespace ancrage::io

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/gdal_support.hpp"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <mutex>
#include <utility>

namespace ancrage::io {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool is_url(std::string_view lowered) { return lowered.find("://") != std::string_view::npos; }

// Every "/vsi…/" of a path, nested ones included, must be one that stays on this machine.
bool leaves_machine(const std::string& lowered) {
  constexpr std::array<std::string_view, 4> local{"/vsizip/", "/vsigzip/", "/vsitar/", "/vsimem/"};
  for (std::size_t at = lowered.find("/vsi"); at != std::string::npos; at = lowered.find("/vsi", at + 4)) {
    const std::string_view rest = std::string_view(lowered).substr(at);
    if (std::none_of(local.begin(), local.end(), [&](std::string_view name) { return rest.starts_with(name); })) {
      return true;
    }
  }
  return is_url(lowered);
}

const char* driver_of(const std::string& lowered, bool allow_network) {
  constexpr std::array<std::pair<std::string_view, const char*>, 8> by_extension{{{".gpkg", "GPKG"},
                                                                                  {".geojson", "GeoJSON"},
                                                                                  {".json", "GeoJSON"},
                                                                                  {".shp", "ESRI Shapefile"},
                                                                                  {".shz", "ESRI Shapefile"},
                                                                                  {".fgb", "FlatGeobuf"},
                                                                                  {".csv", "CSV"},
                                                                                  {".tsv", "CSV"}}};
  for (const auto& [extension, driver] : by_extension) {
    if (lowered.ends_with(extension)) return driver;
  }
  if (allow_network && (lowered.ends_with(".vrt") || lowered.ends_with(".xml"))) return "OGR_VRT";
  return nullptr;
}

}  // namespace

void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] {
    RegisterOGRShape();
    RegisterOGRGeoPackage();
    RegisterOGRGeoJSON();
    RegisterOGRFlatGeobuf();
    RegisterOGRCSV();
    RegisterOGRPG();
    RegisterOGRVRT();
  });
}

GdalReports::GdalReports() { CPLPushErrorHandlerEx(&GdalReports::collect, this); }

GdalReports::~GdalReports() { CPLPopErrorHandler(); }

void GdalReports::clear() {
  failed_ = false;
  text_.clear();
}

void CPL_STDCALL GdalReports::collect(CPLErr severity, CPLErrorNum, const char* text) {
  if (severity != CE_Failure && severity != CE_Fatal && severity != CE_Warning) return;
  try {
    auto& reports = *static_cast<GdalReports*>(CPLGetErrorHandlerUserData());
    const bool failure = severity != CE_Warning;
    if (reports.failed_ || (!failure && !reports.text_.empty())) return;
    reports.failed_ = failure;
    reports.text_ = text;
    std::replace(reports.text_.begin(), reports.text_.end(), '\n', ' ');
  } catch (...) {  // nothing may cross the C callback; the failed call still returns its error code
  }
}

void refuse_network(const std::string& path) {
  if (!leaves_machine(lower(path))) return;
  throw Error(ErrorCode::unreadable_input, message("Sources on the network are not allowed"), path,
              message("Download the file and name the copy, or allow the network"));
}

CheckedSource checked_source(const std::string& source, bool allow_network) {
  if (source.starts_with("PG:")) return {source, "PostgreSQL"};
  if (!allow_network) refuse_network(source);
  std::string lowered = lower(source);
  CheckedSource result{source, nullptr};
  if (lowered.ends_with(".gz")) {
    lowered.resize(lowered.size() - 3);
    if (!lowered.starts_with("/vsigzip/")) result.name = "/vsigzip/" + source;
  }
  result.driver = driver_of(lowered, allow_network);
  if (result.driver == nullptr) {
    throw Error(ErrorCode::unreadable_input, message("Files of this kind are not read"), source,
                message("Use GeoPackage, GeoJSON, Shapefile, FlatGeobuf or CSV, or PG: for PostGIS"));
  }
  if (is_url(lowered)) {
    if (lowered.starts_with("http")) result.name = "/vsicurl/" + source;
    return result;
  }
  VSIStatBufL status;
  const GdalReports reports;
  if (VSIStatL(result.name.c_str(), &status) != 0) {
    throw Error(ErrorCode::unreadable_input, message("There is no such file"), source,
                message("Check the path, also the case of its letters"));
  }
  return result;
}

GDALDatasetUniquePtr open_dataset(const std::string& source, bool allow_network, GdalReports& reports) {
  register_drivers();
  const CheckedSource checked = checked_source(source, allow_network);
  const std::array<const char*, 2> drivers{checked.driver, nullptr};
  reports.clear();
  GDALDatasetUniquePtr dataset(GDALDataset::Open(
      checked.name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers.data()));
  if (!dataset) {
    throw Error(ErrorCode::unreadable_input, message("The source cannot be opened: {0}", reports.text()), source,
                message("Check that the file is whole and of the format that its name says"));
  }
  return dataset;
}

OGRSpatialReference spatial_reference(int epsg) {
  OGRSpatialReference reference;
  const GdalReports reports;
  if (reference.importFromEPSG(epsg) != OGRERR_NONE) {
    throw Error(ErrorCode::wrong_input,
                message("EPSG:{0} is no coordinate system that is known here", std::to_string(epsg)), {},
                message("check the CRS of territory.toml or of the command line"));
  }
  reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

}  // namespace ancrage::io

// SPDX-License-Identifier: Apache-2.0
// What every file of this room that talks to GDAL needs: drivers registered once, GDAL's reports caught instead of
// printed, sources checked before they are opened. Private to io/.
//
// Threads: drivers are registered once for the process. The reports and the settings belong to the calling thread, so
// any number of threads may read and write at once, each with datasets of its own.
#pragma once

#include "ancrage/base/error.hpp"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <string>
#include <string_view>

namespace ancrage::io {

// Registers the drivers of this room, and no other: what is not registered cannot be opened by any trick of naming.
void register_drivers();

// While alive, what GDAL reports on this thread is kept here instead of printed on standard error.
class GdalReports {
 public:
  GdalReports();
  ~GdalReports();
  GdalReports(const GdalReports&) = delete;
  GdalReports& operator=(const GdalReports&) = delete;

  bool failed() const { return failed_; }
  // The first failure, else the first warning, else empty; one line.
  const std::string& text() const { return text_; }
  void clear();

 private:
  static void CPL_STDCALL collect(CPLErr severity, CPLErrorNum number, const char* text);

  bool failed_ = false;
  std::string text_;
};

// A source as GDAL is to open it.
struct CheckedSource {
  std::string name;         // with the /vsigzip/ or /vsicurl/ prefix that it needs
  const char* driver = "";  // the only driver that may open it
};

// Chooses the driver by extension (or the `PG:` prefix). Throws unreadable_input when the source is not allowed or, for
// a local one, not there.
CheckedSource checked_source(const std::string& source, bool allow_network);

// Refuses URLs and the virtual file systems that reach beyond this machine; throws unreadable_input.
void refuse_network(const std::string& path);

// Opens for reading vectors; throws unreadable_input with what GDAL says.
GDALDatasetUniquePtr open_dataset(const std::string& source, bool allow_network, GdalReports& reports);

// The CRS of that EPSG number with x/east/longitude first; throws wrong_input when there is none.
OGRSpatialReference spatial_reference(int epsg);

}  // namespace ancrage::io

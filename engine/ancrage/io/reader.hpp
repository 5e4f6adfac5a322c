// SPDX-License-Identifier: Apache-2.0
// Reading layers of any allowed GDAL source into feature tables.
//
// Sources are opened read-only with an explicit list of drivers (GeoPackage, GeoJSON, Shapefile, FlatGeobuf, CSV,
// PostgreSQL), one of which the extension (a trailing .gz is looked through) or the prefix `PG:` chooses; content never
// does. Virtual files inside archives (/vsizip/, /vsigzip/, /vsitar/) are allowed; network file systems, URLs, VRT and
// XML are refused unless ReadOptions::allow_network. What GDAL reports becomes part of our Error; nothing is printed.
//
// Text stays text: a field is a number only where its format says so (never in CSV), so that INSEE codes keep their
// zeros. Integers are exact up to 2^53. Threads: every call opens a dataset of its own; any number of threads may read
// at once, also the same source.
#pragma once

#include "ancrage/io/feature_table.hpp"

#include <string>
#include <vector>

namespace ancrage::io {

struct ReadOptions {
  std::string layer{};   // empty: the only layer of the source, or an error that lists them
  int target_epsg = 0;   // reproject to this CRS; 0 keeps the source's
  int assumed_epsg = 0;  // CRS of a source that states none; 0: reprojecting such a source is an error
  bool allow_network = false;
  std::string point_x_column{};  // makes points of a table without geometry
  std::string point_y_column{};
};

// Throws unreadable_input (no such file, driver not allowed, no such layer) or wrong_input (no CRS to reproject from,
// mixed geometry). Curves and other exotic geometry are linearised; 3rd dimensions are dropped. Polygons are read as
// they are: see geometry/repair.hpp.
FeatureTable read_features(const std::string& source, const ReadOptions& options = {});

std::vector<std::string> layer_names(const std::string& source, bool allow_network = false);

// Reprojects points in place; throws wrong_input when a CRS is unknown. Axis order is always x/east/longitude first.
void reproject(std::vector<geometry::Point>& points, int from_epsg, int to_epsg);

}  // namespace ancrage::io

// SPDX-License-Identifier: Apache-2.0
// Writing feature tables and texts whole or not at all: into a temporary file in the same folder, closed, re-opened and
// counted, flushed to disk, then renamed over the target. All throw unwritable_output. Threads: any number may write at
// once, each to a target of its own.
#pragma once

#include "ancrage/io/feature_table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace ancrage::io {

// Every table becomes a layer of its name. The same tables give the same bytes (dates are fixed). Lines and polygons
// are stored as multi-lines and multi-polygons; a number column in which something is withheld becomes text ("NS"),
// which FeatureTable::quantities reads back.
void write_geopackage(const std::string& path, std::span<const FeatureTable> tables);

// RFC 7946: coordinates are reprojected to longitude/latitude and rounded to 7 decimals.
std::string geojson_text(const FeatureTable& table);

// RFC 4180 with header; comma, decimal point, UTF-8, no geometry; null cells are empty, withheld ones "NS".
std::string csv_text(const FeatureTable& table);

void write_text(const std::string& path, std::string_view content);

}  // namespace ancrage::io

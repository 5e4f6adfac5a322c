// SPDX-License-Identifier: Apache-2.0
// Numbered roads, from waypoint files: one file a road, positions in driving order; roads that meet share a position
// exactly, and still do after reprojection.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/raw_files.hpp"
#include "ancrage/territory/territory.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ancrage::territory::build {

// Every stretch between two positions of which at least one lies in a commune that is kept. A road that leaves and
// returns is one feature of several lines. Roads are ordered by class, name, then file.
Roads read_roads(const RawFiles& files, const Outlines& outlines, Diagnostics& diagnostics);

struct RoadLabel {
  std::string name;        // "D 6110", "A 54"
  std::string road_class;  // "motorway", "national", "departmental"
};
// From a file's name and its system's folder ("fraoccd30", "fraocc.d0110a30pie.wpt" -> "D 110A"); nothing for what is
// no numbered road of one of the classes (tourist routes, named freeways).
std::optional<RoadLabel> road_label(std::string_view system, std::string_view file_name);

}  // namespace ancrage::territory::build

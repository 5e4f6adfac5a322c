// SPDX-License-Identifier: Apache-2.0
// The outlines of the territory's communes and of the ring around it: former communes merged into those of today,
// simplified as a coverage.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/geometry/spatial_index.hpp"
#include "ancrage/territory/build/administrative.hpp"
#include "ancrage/territory/build/raw_files.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::territory::build {

// No point of a published border lies farther from the simplified one.
inline constexpr double outline_tolerance_m = 25.0;
inline constexpr int working_epsg = 2154;

struct Outlines {
  std::vector<std::string> code;     // sorted
  std::vector<std::uint8_t> member;  // 1: of the intercommunality, 0: of the ring
  geometry::PolygonSet boundary;     // EPSG:2154
  std::size_t size() const { return code.size(); }
  // Position of a commune of today; nothing when it is not kept.
  std::optional<std::size_t> find(const std::string& commune_code) const;
};

// Throws wrong_input when a member has no outline. Only the départements near the territory are read.
Outlines read_outlines(const RawFiles& files, const Administrative& administrative, double ring_km,
                       Diagnostics& diagnostics);

// Finds the commune of a point; on a common border, the first by code.
class CommuneFinder {
 public:
  // Keeps a reference: the outlines must outlive it.
  explicit CommuneFinder(const Outlines& outlines);
  std::optional<std::size_t> at(geometry::Point p) const;

 private:
  const Outlines& outlines_;
  geometry::SpatialIndex index_;
};

}  // namespace ancrage::territory::build

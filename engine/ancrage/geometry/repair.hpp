// SPDX-License-Identifier: Apache-2.0
// Makes polygons valid, so that everything else in this room may rely on it.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstdint>
#include <vector>

namespace ancrage::geometry {

// Repairs invalid features in place (GEOS MakeValid: self-crossing rings are split, holes outside shells become shells),
// drops rings that enclose nothing, and orients shells counter-clockwise and holes clockwise. Returns the features that
// were invalid, increasing. A feature of which nothing is left becomes empty. Cost: n log n a feature.
std::vector<std::uint32_t> repair(PolygonSet& polygons);

}  // namespace ancrage::geometry

// SPDX-License-Identifier: Apache-2.0
// Makes polygons valid (OGC simple features): what crosses or touches itself is taken apart by GEOS MakeValid (linework
// method), rings of too few points go, shells become counter-clockwise and holes clockwise. Lines and points that a
// repair leaves over are dropped: they have no area.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstdint>
#include <vector>

namespace ancrage::geometry {

// Repairs in place; returns the features that were not valid, in order. Turning a ring round is no repair.
// Cost: a validity check a feature. Threads: every call has a GEOS context of its own.
std::vector<std::uint32_t> repair(PolygonSet& polygons);

}  // namespace ancrage::geometry

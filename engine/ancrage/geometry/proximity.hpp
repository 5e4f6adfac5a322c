// SPDX-License-Identifier: Apache-2.0
// Distances between outlines, unions of neighbours, and a point that is surely inside; by GEOS.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <cstddef>
#include <vector>

namespace ancrage::geometry {

// For each feature, whether it comes within `distance` of any of `targets` (0 when they touch; the bound counts).
std::vector<bool> within_distance(const PolygonSet& polygons, const PolygonSet& targets, double distance);

// Each group of features of a coverage (borders that agree point by point) as one feature, without the borders inside.
PolygonSet merged(const PolygonSet& polygons, const std::vector<std::vector<std::size_t>>& groups);

// A point inside the feature, well away from its border; throws internal when the feature is empty.
Point interior_point(const PolygonSet& polygons, std::size_t feature);

}  // namespace ancrage::geometry

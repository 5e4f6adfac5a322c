// SPDX-License-Identifier: Apache-2.0
// Simplifies polygons that share their borders (a coverage) so that they stay glued: the borders are cut into arcs at
// the points where three outlines meet, every arc is simplified once (Douglas & Peucker 1973), and both its neighbours
// get the same result. Neighbours of the result have identical points along their common border: no gap, no overlap.
//
// Borders must agree point by point in the input (exactly equal coordinates); where they do not, the two sides are
// simplified apart. Arcs whose simplification would touch or cross another, or flatten a ring, are simplified less,
// down to the original, until none does: what was a coverage stays one.
#pragma once

#include "ancrage/geometry/polygons.hpp"

namespace ancrage::geometry {

// No point of the input's borders ends up farther than `tolerance` from the simplified border. Features, parts and
// rings keep their order. Cost: n log n in the number of points, once more for each round of giving way.
PolygonSet simplify_coverage(const PolygonSet& polygons, double tolerance);

}  // namespace ancrage::geometry

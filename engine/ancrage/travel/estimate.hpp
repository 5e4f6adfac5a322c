// SPDX-License-Identifier: Apache-2.0
// Driving minutes guessed from the straight line, for territories without road times. Always shown as an estimate.
//
// minutes = 4.1 · kilometres^0.68, fitted by least absolute deviation on pairs of communes of Isère up to 35 minutes
// apart (car times of OSRM on OpenStreetMap, 2021–22, great-circle distance between the communes' points). The error on
// all pairs under 60 minutes is recomputed by the test "the published error of the straight-line estimate".
#pragma once

namespace ancrage::travel {

// 0 for 0; increasing.
double estimated_minutes(double distance_m);
// Its inverse: the straight-line distance that takes so long.
double estimated_reach_m(double minutes);

}  // namespace ancrage::travel

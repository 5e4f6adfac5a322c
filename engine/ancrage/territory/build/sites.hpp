// SPDX-License-Identifier: Apache-2.0
// Candidate sites: the inhabited centre of each member commune, and each pole of general practice in one.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/territory.hpp"

namespace ancrage::territory::build {

// The inhabited centre is the centre of the commune's most populous cell among those whose centre lies in the commune
// (the first by id of equals); without one, a point inside its outline, which is reported. Communes first, then poles,
// each by id.
Sites make_sites(const Communes& communes, const PopulationCells& cells, const Places& poles, Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

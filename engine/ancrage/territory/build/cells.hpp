// SPDX-License-Identifier: Apache-2.0
// The 1 km population cells: those of 2019 with ten age bands where there are any, those of 2009 (population
// only) elsewhere. Both lie on the grid of EPSG:3035; the X and Y of 2009 are the lower left corner of the cell, as the
// comparison with 2019 shows (correlation 0.99 so, at most 0.68 when shifted by a cell).
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/administrative.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/raw_files.hpp"
#include "ancrage/territory/territory.hpp"

namespace ancrage::territory::build {

// Cells whose centre lies in a commune that is kept and where somebody lives. A cell of 2009 stands where there is none
// of 2019: the extract of 2019 ends within communes, so that what it lacks cannot be taken for uninhabited.
PopulationCells read_cells(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                           Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

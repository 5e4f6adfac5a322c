// SPDX-License-Identifier: Apache-2.0
// Priority neighbourhoods (quartiers prioritaires de la politique de la ville), perimeters of 2015.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/administrative.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/raw_files.hpp"
#include "ancrage/territory/territory.hpp"

namespace ancrage::territory::build {

// Those of the communes that are kept, repaired; the repaired ones are reported.
PrioritySectors read_sectors(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                             Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

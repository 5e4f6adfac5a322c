// SPDX-License-Identifier: Apache-2.0
// Schools of all degrees, one file a département.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/place_list.hpp"
#include "ancrage/territory/build/raw_files.hpp"

#include <vector>

namespace ancrage::territory::build {

// Those that lie in a commune that is kept. A département without a file is reported.
std::vector<Place> read_schools(const RawFiles& files, const Outlines& outlines, Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

// SPDX-License-Identifier: Apache-2.0
// Railway stations open to passengers, and France Services desks.
#pragma once

#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/place_list.hpp"
#include "ancrage/territory/build/raw_files.hpp"

#include <vector>

namespace ancrage::territory::build {

// Once each, though the file names a station for every line that it is on.
std::vector<Place> read_stations(const RawFiles& files, const Outlines& outlines);

// Located at the centre of their commune by the file; one place a desk.
std::vector<Place> read_france_services(const RawFiles& files, const Outlines& outlines);

}  // namespace ancrage::territory::build

// SPDX-License-Identifier: Apache-2.0
// The layer of communes: outlines, population, indicators, counts of general practitioners.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/administrative.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/raw_files.hpp"
#include "ancrage/territory/territory.hpp"

namespace ancrage::territory::build {

// Of the counts of practitioners and of their ages.
inline constexpr int practitioners_year = 2019;

// Everything but the zoning. Throws wrong_input when a raw table lacks a column or holds what is no number.
Communes read_communes(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                       Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

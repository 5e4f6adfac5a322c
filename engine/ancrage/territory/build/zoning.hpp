// SPDX-License-Identifier: Apache-2.0
// The official zoning for general practitioners, which is published by postcode and name: matched to INSEE codes.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/administrative.hpp"
#include "ancrage/territory/build/raw_files.hpp"
#include "ancrage/territory/territory.hpp"

namespace ancrage::territory::build {

// Fills zone and rural_class. A commune is matched when a row has one of its postcodes and its name (without regard to
// accents, case, hyphens, "St" for "Saint"); rows that contradict each other match nothing. What is not matched stays
// `unmatched` and is reported.
void read_zoning(const RawFiles& files, const Administrative& administrative, Communes& communes,
                 Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

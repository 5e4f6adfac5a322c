// SPDX-License-Identifier: Apache-2.0
// Where each layer of a built package comes from, as a table and as SOURCES.md. The texts are French: they are data of
// the package, and name French data sets.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/territory.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::territory::build {

// One row a layer and data set, in the order of the layers; with that many synthetic connectors among the roads.
std::vector<Source> sources_of_package(double ring_km, std::size_t connectors);

// One section a layer of the package, then what the builder reported.
std::string sources_markdown(const Territory& territory, const Diagnostics& diagnostics);

}  // namespace ancrage::territory::build

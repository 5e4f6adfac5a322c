// SPDX-License-Identifier: Apache-2.0
// Writes a built territory as a package: GeoPackage, territory.toml, SOURCES.md.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/territory.hpp"

#include <string>

namespace ancrage::territory::build {

// Returns the path of the GeoPackage. Layers and columns are those of the structs of territory.hpp, in the order of
// territory.toml; `build_report` holds the diagnostics (severity, layer, message: English pattern, arguments: JSON,
// names: "; "-separated). Throws unwritable_output.
std::string write_package(const Territory& territory, const Diagnostics& diagnostics, const std::string& directory);

}  // namespace ancrage::territory::build

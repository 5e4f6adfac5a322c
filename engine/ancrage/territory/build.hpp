// SPDX-License-Identifier: Apache-2.0
// From raw open data to a territory package: territory.toml, a GeoPackage and SOURCES.md. The raw files are those that
// French public bodies publish (list and traps: SOURCES.md of a package); the intercommunality is any of Occitanie.
// Roads that stop in a town are joined by the connectors of a file (territory/build/connectors.hpp).
//
// What cannot be matched, is repaired or is not covered is recorded in the package (layer `build_report`) and returned;
// nothing is guessed. The same raw files give the same bytes.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/base/progress.hpp"

#include <cstddef>
#include <string>

namespace ancrage::territory {

struct BuildOptions {
  std::string epci_code;          // SIREN of the intercommunality, nine digits
  std::string raw_directory;      // holds administrative/, communes/, zoning/, …
  std::string output_directory;   // made when it is not there; its name becomes that of the GeoPackage
  std::string connectors_file{};  // of roads; empty: the one that ships with the program
  double ring_km = 20.0;          // communes whose outline comes that near are kept as the ring, 0 for none
};

struct BuildReport {
  std::string name;         // of the territory
  std::size_t members = 0;  // communes of the intercommunality
  std::size_t ring_communes = 0;
  std::size_t sites = 0;
  std::string package;  // path of the GeoPackage
  Diagnostics diagnostics;
};

// Throws usage (ring_km is negative), unreadable_input (a raw file is missing or damaged), wrong_input (no such
// intercommunality, a raw file holds what it must not) or unwritable_output. Cost: seconds, most of them spent in
// reading the outlines. Threads: one build an output directory at a time.
BuildReport build_territory(const BuildOptions& options, const Progress& progress = {});

}  // namespace ancrage::territory

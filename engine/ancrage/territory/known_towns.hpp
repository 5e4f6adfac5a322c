// SPDX-License-Identifier: Apache-2.0
// Towns that people drive to from a territory although they lie outside it: places.toml, with name and coordinates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::territory {

struct KnownTown {
  std::string name;
  double longitude = 0.0;  // degrees, WGS 84
  double latitude = 0.0;
  std::string source;
};

// Throws unreadable_input (no such file) or wrong_input at the line: unknown key, no name, coordinates out of bounds.
std::vector<KnownTown> read_known_towns(const std::string& path);

// The town of that name, accents, case and hyphens ignored: from the territory's own places.toml, else from the one
// that ships with the program. Nothing when neither is there or none has the name. Throws what read_known_towns()
// throws.
std::optional<KnownTown> find_known_town(const std::string& territory_path, std::string_view name);

}  // namespace ancrage::territory

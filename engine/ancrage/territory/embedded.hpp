// SPDX-License-Identifier: Apache-2.0
// Where the territory that ships with the program lies.
#pragma once

#include <string>
#include <string_view>

namespace ancrage::territory {

// Directory of the embedded territory (Alès Agglomération): beside the installed program
// (../share/ancrage/geodata/ales) or in the source tree above a build folder (geodata/ales). Throws unreadable_input
// when there is none.
std::string embedded_territory_directory();
// A file beside it: "aids.toml", "connectors.toml".
std::string embedded_file(std::string_view name);

}  // namespace ancrage::territory

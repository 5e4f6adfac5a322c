// SPDX-License-Identifier: Apache-2.0
// Where the territory that ships with the program lies.
#pragma once

#include <string>

namespace ancrage::territory {

// Directory of the embedded territory (Alès Agglomération): beside the installed program
// (../share/ancrage/geodata/ales) or in the source tree above a build folder (geodata/ales). Throws unreadable_input
// when there is none.
std::string embedded_territory_directory();

}  // namespace ancrage::territory

// SPDX-License-Identifier: Apache-2.0
// Communes of today, what former communes became, and who belongs to an intercommunality.
#pragma once

#include "ancrage/base/quantity.hpp"
#include "ancrage/territory/build/raw_files.hpp"

#include <map>
#include <string>
#include <vector>

namespace ancrage::territory::build {

struct CurrentCommune {
  std::string name;
  std::string region;  // "76"
  std::vector<std::string> postcodes;
  std::vector<std::string> former_codes;  // other INSEE codes that became part of it, sorted
  Quantity population;
};

struct Administrative {
  std::string territory_name;                      // without its legal form: "Alès Agglomération"
  std::map<std::string, CurrentCommune> communes;  // by INSEE code
  std::map<std::string, std::string> current_of;   // code of today or of the past -> code of today
  std::vector<std::string> members;                // codes, sorted

  // The code of today; empty when nobody knows the code.
  std::string current(const std::string& code) const;
};

// Throws wrong_input when no intercommunality has that code.
Administrative read_administrative(const RawFiles& files, const std::string& epci_code);

}  // namespace ancrage::territory::build

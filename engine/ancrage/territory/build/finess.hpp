// SPDX-License-Identifier: Apache-2.0
// The national register of health establishments (FINESS): poles of care, pharmacies, laboratories, hospitals, care
// homes. The file repeats an establishment for each of its equipments; it is taken once, by its number.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/build/administrative.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/place_list.hpp"
#include "ancrage/territory/build/raw_files.hpp"

#include <string>
#include <vector>

namespace ancrage::territory::build {

struct Establishments {
  std::vector<Place> poles;
  std::vector<Place> facilities;
};

// Those whose commune is kept.
Establishments read_finess(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                           Diagnostics& diagnostics);

// Kind of a health centre (category 124) by what its name says: "centre_dentaire" only when nothing else than teeth is
// named ("médical et dentaire" is not), "centre_specialise" for nursing, eyes, sexual health, prevention, students and
// other single fields, else "centre_de_sante".
std::string health_centre_kind(const std::string& name);

// Whether an establishment of a hospital category does general hospital care, by its name: not psychiatry, day
// hospitals, follow-up care, long stay, consultation sites or mobile units.
bool is_general_hospital(const std::string& name);

}  // namespace ancrage::territory::build

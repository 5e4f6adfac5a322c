// SPDX-License-Identifier: Apache-2.0
// A scenario in words and in JSON: what every result says that rests on one.
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/language.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace ancrage::report {

// One sentence: "La Grand-Combe: 1 general practitioner(s) come, 5,400 consultations a year".
Message effect_statement(const access::ChangeEffect& effect);

// "Scenario “name”: what it changes", its note, one line a change, and what was assumed; each line ends with a line
// feed. The access is that of the scenario.
std::string scenario_text(const access::Scenario& scenario, const access::TerritoryAccess& access,
                          const Language& language);

// {"name","note","time_factor","decay" or null,"changes":[{"kind","place","to","gps","acts","age","year"}],
// "assumptions":[…]}: gps and acts are those that came, less those that left.
nlohmann::ordered_json scenario_json(const access::Scenario& scenario, const access::TerritoryAccess& access,
                                     const Language& language);

}  // namespace ancrage::report

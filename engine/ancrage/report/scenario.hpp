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

// What a result rests on besides the territory.
struct UsedScenario {
  access::Scenario scenario;
  std::vector<access::ChangeEffect> effects;
  Diagnostics assumptions;
};
// The access is that of the scenario.
UsedScenario used_scenario(const access::Scenario& scenario, const access::TerritoryAccess& access);

// "Scenario “name”", its note, a line a change; each ends with a line feed.
std::string scenario_text(const UsedScenario& used, const Language& language);
// What had to be assumed, a line each.
std::string scenario_assumptions(const UsedScenario& used, const Language& language);

// {"name" or null,"note" or null,"time_factor","decay" or null,"changes":[{"kind","place","to","gps","acts","age",
// "year"}],"assumptions":[…]}: gps and acts are those that came, less those that left; of a move, those that moved.
nlohmann::ordered_json scenario_json(const UsedScenario& used, const Language& language);

}  // namespace ancrage::report

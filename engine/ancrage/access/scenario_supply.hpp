// SPDX-License-Identifier: Apache-2.0
// The practitioners of a territory under a scenario: its places looked up, its changes made to the supply, and what had
// to be assumed, as counts per commune tell neither who works in a pole nor who would leave.
//
// Who leaves a commune (named by its code, its name or its centre) does so in proportion from all its practitioners;
// who leaves a site or pole, from those listed there, or where only counts are known from its commune's. Who comes to a
// commune without a centre among the sites works at its most populous place; ages of newcomers are not known. Who moves
// keeps the age.
#pragma once

#include "ancrage/access/scenario.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/diagnostics.hpp"
#include "ancrage/territory/territory.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::access {

// A place of the territory that a scenario names.
struct ScenarioPlace {
  std::string id;
  std::string name;
  std::uint32_t row = 0;                // of the access: where somebody who comes works
  std::optional<std::size_t> commune;   // the whole of it is meant
  std::optional<std::size_t> pole;      // among the health poles
  std::optional<std::size_t> listed{};  // one practitioner of the territory's list
};

// By identifier; or by name without regard to accents and case, or part of it, a commune before what is named after it.
// Throws wrong_input, naming `origin` and the nearest names, when there is none or several. Only the rows of the access
// are read. `practitioners`: those of the list may be named too.
ScenarioPlace find_place(const territory::Territory& territory, const TerritoryAccess& access, std::string_view words,
                         const std::string& origin, bool practitioners = false);

struct ScenarioSupply {
  std::vector<SupplyShare> shares;    // by rising row
  std::vector<ChangeEffect> effects;  // one a change, in the scenario's order
  Diagnostics diagnostics;            // what was assumed
};

// The shares of the access with the changes of a settled scenario. Throws wrong_input when a place is not known, more
// leave than there are, or a retirement cannot be told for want of the year that ages are of.
ScenarioSupply supply_under(const territory::Territory& territory, const TerritoryAccess& access,
                            const Scenario& scenario);

// The health poles as they are then: closed ones have the kind "closed", opened ones come last.
territory::Places poles_under(const territory::Territory& territory, const TerritoryAccess& access,
                              const Scenario& scenario);

// Acts a year at each row: the sum of its shares.
std::vector<double> row_supply(std::span<const SupplyShare> shares, std::size_t rows);

// Takes away those who are `age` or older `years_later` than the year that ages are of; returns how many general
// practitioners that were. Whose age is not known stays.
double retire(std::vector<SupplyShare>& shares, double age, double years_later);

}  // namespace ancrage::access

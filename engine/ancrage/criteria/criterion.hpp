// SPDX-License-Identifier: Apache-2.0
// What a criterion is: a raw value with its unit and its provenance for every site of a territory. One file each in
// this room; catalogue() lists them.
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/message.hpp"
#include "ancrage/base/quantity.hpp"
#include "ancrage/criteria/catchment.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/territory_times.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ancrage::criteria {

// What criteria read.
struct Inputs {
  const territory::Territory& territory;
  const travel::TerritoryTimes& travel;
  const access::TerritoryAccess& access;
  const Catchments& catchments;
};

// One value a site; `detail` names what the value refers to (the nearest pole), and may be empty.
struct Values {
  std::vector<Quantity> value;
  std::vector<std::string> detail;
};

struct Definition {
  std::string_view id;  // stable key, as in territory.toml and JSON
  Message label;        // for a column or a bar
  Message unit;         // "min", "%", "inhabitants"
  Message method;       // one sentence: how the value is obtained
  int decimals;         // that make sense when shown
  bool timed;           // rests on driving minutes, and is an estimate when they are
  bool estimate;        // is one whatever the minutes
  // What it rests on: "layer", "layer.column" or "layer.kind"; a layer that the territory has not switches it off.
  std::vector<std::string_view> data;
  Values (*compute)(const Inputs& inputs);
};

// The definitions, one file each.
Definition accessibility();
Definition people_lifted();
Definition priority_people();
Definition supply_lost();
Definition priority_population();
Definition gp_density();
Definition gp_aged_60_plus();
Definition aged_65_plus();
Definition catchment_population();
Definition health_pole_minutes();
Definition pharmacy_minutes();
Definition laboratory_minutes();
Definition hospital_minutes();
Definition college_minutes();
Definition lycee_minutes();
Definition station_minutes();

// All of them, in the order above.
const std::vector<Definition>& catalogue();

}  // namespace ancrage::criteria

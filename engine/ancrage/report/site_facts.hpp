// SPDX-License-Identifier: Apache-2.0
// What a doctor asks about a place: who lives and practises within some minutes, how far the nearest facilities and
// towns are. The card, the sheet and the description say it alike.
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/travel/territory_times.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report {

inline constexpr std::array reach_minutes{10.0, 15.0, 20.0};
inline constexpr std::array<int, 5> age_group_starts{0, 18, 40, 65, 80};
Message age_group_label(std::size_t group);  // "under 18", "18 to 39", …

// People and general practitioners at most so many minutes away by car, the ring around the territory included.
struct Reach {
  double minutes = 0.0;
  double people = 0.0;
  std::array<double, age_group_starts.size()> by_age{};
  double age_unknown = 0.0;  // people of cells whose ages are not published
  double gps = 0.0;
  double gps_60_plus = 0.0;
};

// Name of a kind of facilities, or of "health_pole": "Pharmacy"; the kind itself when it is not known.
Message place_kind_label(std::string_view kind);

struct NearestPlace {
  std::string kind;  // "health_pole", of the facilities, or "town"
  Message label;     // "Pharmacy"; of a town its name
  Quantity minutes;  // missing: none within two hours
  std::string name;  // of the place; empty for a town
};

struct SiteFacts {
  std::array<Reach, reach_minutes.size()> reach{};
  // The nearest of each kind that the territory has, then the largest commune of the territory and that of the ring.
  std::vector<NearestPlace> nearest{};
};

// By site, in the order given. Cost: a table of rows x sites and one of sites x facilities. Throws interrupted.
std::vector<SiteFacts> site_facts(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                                  const access::TerritoryAccess& access, std::span<const std::size_t> sites);
// Computes travel times and access first; under a scenario where there is one.
std::vector<SiteFacts> site_facts(const territory::Territory& territory, std::span<const std::size_t> sites,
                                  const access::Scenario* scenario = nullptr);

// {"reach":[{"minutes","people","by_age":{"0":…,"18":…},"age_unknown","gps","gps_60_plus"}],"nearest":[{"kind","label",
// "minutes","name"}]}; ages by the first year of each group.
nlohmann::ordered_json facts_json(const SiteFacts& facts, const Language& language);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// Who gains and who loses between two states of access to care: per commune, per group of people, and people who cross
// a threshold, either way.
//
//   const AccessComparison comparison(territory, access);
//   AccessChange change;
//   comparison.compare(access.now.value, after, change);        again and again: `change` keeps its memory
//   change.crossing(PeopleGroup::zip_communes, 0).lifted        people of ZIP communes, out of shortage
#pragma once

#include "ancrage/access/apl.hpp"
#include "ancrage/access/territory_access.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ancrage::access {

// Groups of the territory's people; they overlap. Priority sectors: those of a QPV, each cell's people spread evenly
// over its area. ZIP communes: those of member communes with that status.
enum class PeopleGroup : std::size_t { all, priority_sectors, zip_communes };
inline constexpr std::array<std::string_view, 3> people_group_keys{"all", "priority_sectors", "zip_communes"};

// People of one group and one threshold. Under: as is_under(); lifted: under before and not after; fallen: the
// reverse.
struct Crossing {
  double under_before = 0.0;
  double under_after = 0.0;
  double lifted = 0.0;
  double fallen = 0.0;
};

struct CommuneChange {
  Quantity before;  // accessibility; missing where nobody lives
  Quantity after;
  std::array<Crossing, apl_thresholds.size()> crossings{};
};

// What the people of a group gain and lose; a change of less than 1e-9 of the value is none.
struct GroupChange {
  double people = 0.0;
  double gaining = 0.0;  // people
  double losing = 0.0;
  Quantity mean_before;  // accessibility, weighted by demand
  Quantity mean_after;
  std::array<Crossing, apl_thresholds.size()> crossings{};
};

struct AccessChange {
  std::vector<CommuneChange> communes;  // all of them, the ring too
  std::array<GroupChange, people_group_keys.size()> groups{};
  double acts_gained = 0.0;  // Σ demand · change over the territory's places that gain: consultations a year
  double acts_lost = 0.0;    // the same over those that lose, 0 or more

  const GroupChange& group(PeopleGroup which) const { return groups[static_cast<std::size_t>(which)]; }
  const Crossing& crossing(PeopleGroup which, std::size_t threshold) const { return group(which).crossings[threshold]; }
};

// Immutable; copies what it needs of the access, some 60 bytes a place.
class AccessComparison {
 public:
  AccessComparison(const territory::Territory& territory, const TerritoryAccess& access);

  // `before` and `after` have a value for each inhabited place, more are left alone. One sweep over the places, no
  // allocation once `change` has been used.
  void compare(std::span<const double> before, std::span<const double> after, AccessChange& change) const;

 private:
  struct Place {
    std::uint32_t commune;
    bool member;
    double people;
    double demand;
    std::array<double, people_group_keys.size()> share;  // of its people in each group
  };
  std::vector<Place> places_;
  std::vector<double> commune_demand_;
};

}  // namespace ancrage::access

// SPDX-License-Identifier: Apache-2.0
// Access to care in a territory: its people, its general practitioners and its travel times brought together in
// floating catchments (METHODS.md section 1). The ring around it counts on both sides: its people ask, its
// practitioners offer.
//
// Rows, for demand and supply alike: the inhabited places, then the candidate sites, then the health poles; nobody
// lives in the last two, but a practitioner may come there, and a person may stand there and ask what is reached.
#pragma once

#include "ancrage/access/apl.hpp"
#include "ancrage/access/catchments.hpp"
#include "ancrage/access/floating_catchment.hpp"
#include "ancrage/access/inhabited_places.hpp"
#include "ancrage/access/scenario.hpp"
#include "ancrage/base/diagnostics.hpp"
#include "ancrage/base/progress.hpp"
#include "ancrage/base/quantity.hpp"
#include "ancrage/travel/territory_times.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::access {

struct TerritoryAccessOptions {
  Choice choice = Choice::every;
  std::optional<Decay> decay{};      // none: the territory's own
  double most_minutes = 60.0;        // beyond which nothing is reached, for decays without a bound
  SupplyRule rule{.age_limit = {}};  // of a list; of counts, with the territory's acts each, only the age limit
  // Changes to make first (settled; outlives the call); its decay counts before the one above, while its time factor is
  // that of the given travel times.
  const Scenario* scenario = nullptr;
  // Of the same rows, times, decay and choice, where they are known already: taken instead of searching the ways again.
  const Catchments* catchments = nullptr;
  unsigned threads = 0;
};

// General practitioners who work at one row and are alike: one of a list, or the part of a commune's count that falls
// to one of its places. Ages are spread evenly over youngest..oldest in the territory's practitioners_year.
struct SupplyShare {
  std::uint32_t row = 0;
  double gps = 0.0;
  double acts = 0.0;  // of all of them, a year
  double youngest = 0.0;
  double oldest = 0.0;
  bool age_known = false;
  std::optional<std::size_t> practitioner{};  // of the territory's list
};
// Of practitioners of whom only "60 and over" or "under 60" is published (stated, not measured).
inline constexpr double youngest_gp = 30.0;
inline constexpr double older_gp = 60.0;
inline constexpr double oldest_gp = 70.0;

// The part of them that is that old or older some years after.
double part_of_age(const SupplyShare& share, double age, double years_later = 0.0);

// What one change of a scenario did: the general practitioners and acts a year that came, less those that left; of a
// move, those that moved.
struct ChangeEffect {
  Change change;
  std::string place;  // by name; empty for retirements
  std::string to;     // of a move
  double gps = 0.0;
  double acts = 0.0;
};

struct TerritoryAccess {
  InhabitedPlaces places{};
  std::vector<geometry::Point> row_position{};
  std::vector<std::string> row_id{};
  std::vector<std::string> row_commune{};  // code; may be empty
  std::size_t first_site = 0;              // rows of the sites start here
  std::size_t first_pole = 0;
  std::size_t rows = 0;
  bool listed_practitioners = false;  // one by one; else counts per commune, spread over the commune's places
  bool standardised = false;          // demand by age
  bool changed = false;               // fewer or other practitioners than published
  std::vector<SupplyShare> shares{};  // by rising row
  std::vector<double> people{};       // per row
  std::vector<double> demand{};       // per row: standardised inhabitants
  std::vector<double> supply{};       // per row: acts a year
  Catchments catchments{};
  Accessibility now{};
  std::vector<ChangeEffect> effects{};  // of the scenario's changes
  Diagnostics diagnostics{};

  travel::TimedPlaces row_places() const { return {row_position, row_id, row_commune}; }
};

// Where a decay has no finite weight at 0 minutes, times under 1 minute count as 1.
// Throws wrong_input when a listed practitioner's place is not known, or a weight is not finite, and what
// supply_under() throws; interrupted.
// Cost: the table of all rows within the decay's reach, then two sweeps over its pairs.
TerritoryAccess territory_access(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                                 const TerritoryAccessOptions& options = {}, const Progress& progress = {});

// Whether people of a row count in the territory's own figures: those of member communes.
std::vector<std::uint8_t> member_rows(const territory::Territory& territory, const InhabitedPlaces& places);

// Accessibility of communes: means over their people, weighted by demand; missing where nobody lives.
std::vector<Quantity> commune_accessibility(const territory::Territory& territory, const TerritoryAccess& access,
                                            std::span<const double> accessibility);

// General practitioners of each commune: the counts as published; from a list or under a scenario, those who work
// there.
std::vector<double> commune_practitioners(const territory::Territory& territory, const TerritoryAccess& access);

// Figures of the territory itself, the ring left out.
struct AccessSummary {
  double people = 0.0;
  double gps = 0.0;   // of member communes
  double acts = 0.0;  // that they offer
  Quantity mean;      // weighted by demand
  Quantity gini;
  Quantity worst_decile;
  std::array<double, apl_thresholds.size()> people_under{};
};
AccessSummary summarise(const territory::Territory& territory, const TerritoryAccess& access,
                        std::span<const double> accessibility);

}  // namespace ancrage::access

// SPDX-License-Identifier: Apache-2.0
// Where the next general practitioners of a territory would do most good: how many at which of its sites, for every
// number of them up to the one asked for, beside what a greedy choice gives. Whoever practises today stays; each new
// practitioner offers the territory's acts a year.
//
// Three objectives, counted over the territory's own people:
//   lifted     inhabitants whose access is under 2.5 consultations a year, and no longer after
//   priority   the same, of people who live in a priority sector (QPV, each cell's people spread evenly over its area)
//              or in a ZIP commune
//   mean_time  mean minutes by car to the nearest practitioner, weighted by people: a p-median with the places of today
//              open. Of practitioners known as counts only, the place is their commune's centre.
#pragma once

#include "ancrage/access/access_change.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/progress.hpp"
#include "ancrage/planning/lift_problem.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/territory_times.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace ancrage::planning {

enum class PlanObjective : std::uint8_t { lifted, priority, mean_time };
inline constexpr std::array<std::string_view, 3> plan_objective_keys{"lifted", "priority", "mean-time"};

struct PlanOptions {
  std::size_t count = 20;  // new practitioners
  PlanObjective objective = PlanObjective::lifted;
  std::vector<std::uint32_t> fixed{};  // sites that get one in any case; named twice: two
  std::optional<std::size_t> most_per_site{};
  double seconds = std::numeric_limits<double>::infinity();  // for all numbers together, by the clock
  std::size_t nodes = 0;                                     // of the search tree of each number; 0: no limit
};

// Sums over the territory's people, with some practitioners more.
struct PlanFigures {
  double lifted = 0.0;
  double priority_lifted = 0.0;
  double mean_minutes = 0.0;  // whoever has nobody within `farthest_minutes` counts for these
};
inline constexpr double farthest_minutes = 60.0;

struct PlanStep {
  Practitioners practitioners{};  // by site
  PlanFigures figures{};
  double bound = 0.0;  // of the objective: no plan of as many is better
  bool proven = false;
};

struct PractitionerPlan {
  PlanObjective objective = PlanObjective::lifted;
  PlanFigures today{};                 // lifted: nobody
  double people = 0.0;                 // of the territory
  double people_under = 0.0;           // under 2.5 today
  double priority_under = 0.0;         // of priority sectors
  std::vector<PlanStep> frontier{};    // by number of practitioners, from 1 (or from the fixed ones)
  std::vector<PlanStep> greedy{};      // the same numbers
  std::vector<std::uint32_t> order{};  // sites of the last plan in the order to fill them
  std::vector<PlanFigures> filled{};   // after each of these
  access::AccessChange change{};       // of the last plan

  double objective_of(const PlanFigures& figures) const;
  // |value - bound| relative to the bound; 0 when proven.
  double gap(const PlanStep& step) const;
};

// Throws Error(infeasible) when the fixed ones are more than the count, or the sites cannot take so many;
// Error(interrupted). The access must have been computed with Choice::every.
PractitionerPlan plan_practitioners(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                                    const access::TerritoryAccess& access, const PlanOptions& options,
                                    const Progress& progress = {});

}  // namespace ancrage::planning

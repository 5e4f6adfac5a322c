// SPDX-License-Identifier: Apache-2.0
// What plans for new practitioners are worth in a territory, each figure computed anew from its access and times.
#pragma once

#include "ancrage/planning/location_problem.hpp"
#include "ancrage/planning/practitioner_plan.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::planning {

class PlanEvaluation {
 public:
  // Keeps references. Cost: the tables of inhabited places x sites and x places of practitioners.
  PlanEvaluation(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                 const access::TerritoryAccess& access, const Progress& progress);

  PlanFigures figures(std::span<const std::uint32_t> practitioners) const;
  access::AccessChange change(std::span<const std::uint32_t> practitioners) const;
  // Accessibility of every row; costs a full run.
  std::vector<double> accessibility(std::span<const std::uint32_t> practitioners) const;

  double people() const { return people_; }
  double people_under() const { return people_under_; }
  double priority_under() const { return priority_under_; }

  // The territory's cells under 2.5 and what one practitioner more at each site adds; people, or those of priority
  // sectors.
  LiftProblem lift_problem(bool priority) const;
  // Minutes from the territory's inhabited places to the sites, and to one more place that stands for the nearest of
  // today's practitioners, which is fixed.
  const LocationProblem& median_problem() const { return median_; }

 private:
  std::vector<std::uint32_t> practice_rows() const;

  const territory::Territory& territory_;
  const access::TerritoryAccess& access_;
  std::vector<std::uint32_t> rows_;  // inhabited places of the territory
  LocationProblem median_;
  double people_ = 0.0;
  double people_under_ = 0.0;
  double priority_under_ = 0.0;
};

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
// Which places to open, with proven optimum (METHODS.md section 6): p-median (least Σ people · cost), maximal covering
// (MCLP: most people within a radius), p-center (least radius within which everybody has an open place) and set
// covering (LSCP: fewest places that cover everybody within a radius).
//
// Fixed places are among the p. Exactly p are open: where fewer do the same, the first of the others are added. Demand
// places without people ask for nothing. Places are numbers here, in the order of their ids: of several optimal sets a
// model gives the one that it meets first, and the same at every run.
#pragma once

#include "ancrage/base/progress.hpp"
#include "ancrage/planning/location_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace ancrage::planning {

struct LocationOptions {
  double seconds = std::numeric_limits<double>::infinity();  // of the clock; then the best so far, and its gap
};

struct LocationSolution {
  std::vector<std::uint32_t> open{};  // rising
  double objective = 0.0;
  double bound = 0.0;   // no set has a better objective
  bool proven = false;  // to 1e-9 of the objective
  // |objective - bound| / objective; 0 when proven.
  double gap() const;
};

// All throw Error(infeasible): more places fixed than p, fewer places than p, demand that p places cannot reach; and
// Error(interrupted). A time limit that ends before any set was found throws Error(infeasible) too, saying so.

// By Lagrangian bounds and branching on places (planning/median_bound.hpp); 900 x 900 with p up to 90 takes seconds.
LocationSolution p_median(const LocationProblem& problem, std::size_t count, const LocationOptions& options = {},
                          const Progress& progress = {});

// The three others by CBC on reduced models: equal demand rows are one, and a place that covers no more than another
// one is left out.
LocationSolution maximal_covering(const LocationProblem& problem, std::size_t count, double radius,
                                  const LocationOptions& options = {}, const Progress& progress = {});

// As many places as it takes, the fixed ones among them; throws infeasible when a demand place has none in its radius.
LocationSolution set_covering(const LocationProblem& problem, double radius, const LocationOptions& options = {},
                              const Progress& progress = {});

// The radii that occur are halved again and again; each time set covering tells whether `count` places do.
LocationSolution p_center(const LocationProblem& problem, std::size_t count, const LocationOptions& options = {},
                          const Progress& progress = {});

}  // namespace ancrage::planning

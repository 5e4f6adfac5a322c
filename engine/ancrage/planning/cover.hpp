// SPDX-License-Identifier: Apache-2.0
// Who is covered by what within a radius, reduced to what decides: what the covering models share.
#pragma once

#include "ancrage/planning/location_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ancrage::planning {

// Rows are sets of places, rising, one of which must open (set covering) or may (maximal covering).
struct Cover {
  std::vector<std::vector<std::uint32_t>> rows{};
  std::vector<double> people{};          // by row: of all demand places that are alike
  std::vector<std::uint32_t> columns{};  // places that are left, rising; the fixed ones are not among them
  double people_of_fixed = 0.0;          // who the fixed places cover

  void set_columns();
};

// Demand places with people whose places within the radius are the same become one row; rows that a fixed place covers,
// or that nothing covers, are left out.
Cover cover_within(const LocationProblem& problem, double radius);

// Leaves out places that cover no row that another place does not cover too; of equal ones the first stays.
void drop_dominated_places(Cover& cover, std::size_t places);

// Leaves out rows that are covered whenever another one is; for set covering only.
void drop_implied_rows(Cover& cover, std::size_t places);

}  // namespace ancrage::planning

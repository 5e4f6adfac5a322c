// SPDX-License-Identifier: Apache-2.0
// What the location models refuse, in the words of their input.
#pragma once

#include "ancrage/planning/location_models.hpp"
#include "ancrage/planning/location_problem.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::planning {

// All throw Error(infeasible).

// That the fixed places are at most `count`, and the places at least as many.
void check_count(const LocationProblem& problem, std::size_t count);
// That every demand place with people has a place within the radius.
void check_reached(const LocationProblem& problem, double radius);
// A set that serves everybody has more places than `count`.
[[noreturn]] void fail_needs_more(const LocationSolution& cover, std::size_t count);

// "a, b, c, … (12 in all)": the first few names.
std::string some_of(const std::vector<std::string>& names);

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
// The San Francisco stores whose optima are published (METHODS.md section 6; 205 tracts, 16 stores, network metres).
#pragma once

#include "ancrage/planning/location_problem.hpp"

#include <string>

namespace ancrage::test {

// Where their table lies beside the raw open data (shared/vectors, given shared/geodata).
std::string san_francisco_table(const std::string& raw_data);

// Stores and tracts by their number.
planning::LocationProblem san_francisco(const std::string& table);

}  // namespace ancrage::test

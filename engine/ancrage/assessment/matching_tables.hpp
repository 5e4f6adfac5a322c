// SPDX-License-Identifier: Apache-2.0
// The plain tables of the match command: comma-separated text with a header, columns in any order, others left alone.
// Residents `id,preferences`, hospitals `id,capacity,preferences`; preferences are the ids of the other table from the
// best down, a>b>c, and may be empty. A column capacity of the residents may hold 1, or nothing.
#pragma once

#include "ancrage/matching/hospital_residents.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::assessment {

struct MatchingTables {
  std::vector<std::string> resident_id;
  std::vector<std::string> hospital_id;
  matching::HospitalResidents instance;
};

// Throws Error: unreadable_input, or wrong_input naming file, column and row (from 1, below the header) for a missing
// column, an id that is empty or repeated, a capacity that is no whole number of 0 or more, preferences that name who
// is not in the other table, or the same one twice.
MatchingTables read_matching_tables(const std::string& residents, const std::string& hospitals);

// A cell's places: a whole number of 0 or more; throws wrong_input naming file, column and row.
std::uint32_t parse_capacity(const std::string& file, std::string_view column, std::size_t row, std::string_view cell);

// The list a>b>c as positions in `ids`, which `kind` names ("hospital"); throws wrong_input naming file, column, row.
std::vector<std::uint32_t> parse_preferences(const std::string& file, std::size_t row, std::string_view cell,
                                             std::span<const std::string> ids);

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
// Several doctors at once: what each wants, who comes with whom. Comma-separated text with a header, one row a doctor,
// columns in any order:
//
//   id        a code of the desk's own, no name
//   profile   a file, relative to this one, or the name of a profile (interne, famille, …); empty: the territory's
//             weights and no limits
//   within    limits beside those of the profile, in place of its own on the same subject: "Alès=30;Nîmes=60"
//   limits    "college=15;zone=zip"
//   partner   the id of the other doctor of a couple, who names this one
//   group     doctors with the same word want to practise together (assessment/shared_places.hpp)
//   priority  1 before 2, and both before those without
//
// Only id has to be there.
#pragma once

#include "ancrage/assessment/profile.hpp"
#include "ancrage/base/diagnostics.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::assessment {

inline constexpr std::uint32_t no_priority = std::numeric_limits<std::uint32_t>::max();

struct Applicant {
  std::string id;
  Profile profile{};  // its limits with those of the row
  std::optional<std::size_t> partner{};
  std::string group{};
  std::uint32_t priority = no_priority;
};

struct Applicants {
  std::vector<Applicant> list;
  Diagnostics diagnostics;  // columns that mean nothing here
};

// Throws unreadable_input, what read_profile() throws, or wrong_input naming file, column and row: an id that is empty
// or repeated, a profile that is not there, a limit that is none or stands twice, a partner who is not there or does
// not name this one, a priority that is no whole number of 1 or more.
Applicants read_applicants(const std::string& path, const std::string& territory_path);

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
// What an applicant or a planner wants, as data: weights of the criteria of each score, hard limits, and for couples a
// second destination. As a TOML file, where every part may be left out:
//
//   name = "Famille"
//   note = "Ce qui la justifie, conservé avec le résultat."
//
//   [weights.attractiveness]         a criterion that is not named weighs nothing; a score without its table keeps the
//   college_minutes = 30             weights of the territory
//   pharmacy_minutes = 10
//
//   [limits]                         minutes by car, the bound is met; 0: at the site itself
//   within = [{ place = "Alès", minutes = 30 },
//             { place = "Montpellier", lon = 3.883, lat = 43.606, minutes = 75 }]
//   group_practice = 10              a pluri-professional health pole or a health centre
//   salaried = 15                    a health centre
//   primary_school = 10
//   college = 15
//   lycee = 30
//   zones = ["zip", "zac"]           or ["zip"]
//
//   [partner]                        the second destination of a couple
//   place = "Nîmes"
//   minutes = 45
#pragma once

#include "ancrage/assessment/limits.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ancrage::assessment {

struct ProfileWeight {
  std::string criterion;
  double weight = 0.0;
  std::string origin{};  // "famille.toml:7", for messages
};

struct Profile {
  std::string name{};
  std::string note{};
  // By assessment::Score; none: the territory's.
  std::array<std::optional<std::vector<ProfileWeight>>, 2> weights{};
  std::vector<Limit> limits{};  // that of the partner among them

  bool empty() const { return name.empty() && limits.empty() && !weights[0] && !weights[1]; }
};

// Throws unreadable_input (no such file) or wrong_input at the line: an unknown key or criterion, told the nearest; a
// weight that is negative, weights of a score that are all 0; minutes or coordinates that are none; a place limited
// twice.
Profile read_profile(const std::string& path);

// Profiles that a user may name: those of the territory (its folder profiles/), then those that ship with the program
// (beside the embedded territory); paths, by file name.
std::vector<std::string> profile_files(const std::string& territory_path);

// The file that the words mean: a path, or the name of one of profile_files(), accents, case and hyphens ignored
// ("projet msp"). Throws unreadable_input, naming those that there are.
std::string find_profile(const std::string& territory_path, std::string_view words);

// A limit more, in place of one on the same subject.
void set_limit(std::vector<Limit>& limits, Limit limit);

}  // namespace ancrage::assessment

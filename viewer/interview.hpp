// SPDX-License-Identifier: Apache-2.0
// What has been decided in an interview, apart from how it is looked at: all that undo takes back, that is saved, and
// that the results follow from. A value: copied, compared, written to a file.
#pragma once

#include "ancrage/access/scenario.hpp"
#include "ancrage/assessment/limits.hpp"
#include "ancrage/planning/practitioner_plan.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::viewer {

inline constexpr std::size_t most_compared = 4;

// A hard limit, as assessment/limits.hpp has them.
struct Wish {
  assessment::LimitKind kind = assessment::LimitKind::within;
  std::string place{};
  std::optional<assessment::LonLat> lon_lat{};
  double minutes = 0.0;
  bool zac = false;
  bool operator==(const Wish&) const = default;
  assessment::Limit limit() const {
    return {.kind = kind, .place = place, .lon_lat = lon_lat, .minutes = minutes, .zac = zac};
  }
};

// How many more practitioners a planner looks for, and what they should bring.
inline constexpr std::size_t most_planned = 20;
struct PlanInputs {
  std::size_t doctors = 10;
  planning::PlanObjective objective = planning::PlanObjective::lifted;
  std::optional<std::size_t> most_per_place{};
  bool operator==(const PlanInputs&) const = default;
};

struct Interview {
  std::vector<double> weights;               // one per criterion of the assessment, in its order; any scale per score
  std::string profile{};                     // name of the one that it began with; may be empty
  std::vector<Wish> wishes{};                // sites that fail one are out
  std::vector<std::size_t> compared;         // sites side by side, at most most_compared, in the order of choosing
  std::map<std::string, std::string> notes;  // by site id
  std::vector<access::Change> changes;       // of the scenario, settled: in the order in which they happen
  bool scenario_counts = false;              // ranking and maps are those of the scenario

  PlanInputs plan{};
  bool operator==(const Interview&) const = default;
};

// The changes that ranking and maps rest on; none when the scenario does not count.
inline std::vector<access::Change> counted_changes(const Interview& interview) {
  return interview.scenario_counts ? interview.changes : std::vector<access::Change>{};
}

}  // namespace ancrage::viewer

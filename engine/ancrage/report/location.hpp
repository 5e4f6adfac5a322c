// SPDX-License-Identifier: Apache-2.0
// Which places to open, for people and for programs.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/io/feature_table.hpp"
#include "ancrage/planning/location_models.hpp"
#include "ancrage/planning/location_problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report {

enum class LocationModel : std::uint8_t { p_median, maximal_covering, p_center, set_covering };
inline constexpr std::array<std::string_view, 4> location_model_keys{"p-median", "mclp", "p-center", "lscp"};

// The problem and the solution live as long as the report.
struct LocationReport {
  LocationModel model;
  const planning::LocationProblem& problem;
  const planning::LocationSolution& solution;
  double radius = std::numeric_limits<double>::infinity();  // within which a demand place counts as covered

  // Of each demand place the nearest open place; with a radius, within it.
  std::vector<std::uint32_t> assignment() const;
};

// A row a place that is open: whom it serves and how far away; then the objective, whether it is proven, and who is
// left without.
std::string location_text(const LocationReport& report, const Language& language);

// A row a demand place: id, population, place and cost, null without a place.
io::FeatureTable location_features(const LocationReport& report);

// {"model","p","objective","status":"optimal" or "stopped","gap","open":[ids],"covered":people who have a
// place,"assignment":{demand id: place id or null}}.
nlohmann::ordered_json location_json(const LocationReport& report);

}  // namespace ancrage::report

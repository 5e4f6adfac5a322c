// SPDX-License-Identifier: Apache-2.0
// Fits travel::WaypointModel to the reference times of Isère and puts what comes out into words: the part of
// engine/ancrage/travel/ROAD_TIMES.md between the markers, and calibrated_waypoints.cpp beside it.
#pragma once

#include "ancrage/travel/road_speeds.hpp"
#include "data/isere.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::test {

// A form of the model: which of its parameters are fitted, the others being left at 0.
struct ModelForm {
  std::string_view name;
  bool winding;
  bool stretch;
};

// Mean of the mean absolute errors of pairs 0 to 10, 10 to 20, 20 to 30 and 30 to 45 minutes apart, so that the many
// long pairs do not drown the short ones.
double mean_error(const Isere& isere, const std::vector<std::size_t>& communes, const std::vector<double>& estimates);

// Coordinate descent on mean_error() of these communes, from 109, 75 and 60 km/h and, where the
// form has it, a winding of 0.4 min/km for each rad/km up to 8.
travel::WaypointModel fitted_model(const Isere& isere, const std::vector<std::size_t>& communes, const ModelForm& form);

struct Calibration {
  struct Trial {
    ModelForm form;
    double fit_error;         // mean_error() of the communes it was fitted to
    double validation_error;  // of those it has not seen
  };
  std::vector<Trial> trials;  // from the simplest form to the richest
  std::size_t chosen = 0;     // the simplest form within 1 % of the best validation error
  travel::WaypointModel model;
  StraightLine straight_line;  // fitted alike, to the same communes
};
// Each form is fitted to the fit communes and judged on the validation communes; the one chosen is fitted again to
// both. The communes held out take no part. Cost: a minute.
Calibration calibrate(const Isere& isere);

// Markdown: forms, values, and the errors on the communes held out.
std::string calibration_text(const Isere& isere, const Calibration& calibration);
// Source of calibrated_waypoints().
std::string calibrated_source(const travel::WaypointModel& model);

// The page with `text` between its markers; throws Error when it has none.
std::string with_calibration(std::string_view page, std::string_view text);

}  // namespace ancrage::test

// SPDX-License-Identifier: Apache-2.0
#include "data/calibration.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/travel/estimate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

namespace ancrage::test {

namespace {

constexpr std::size_t fitted_bands = 4;  // the first of band_errors()
constexpr int halvings = 3;
constexpr double least_gain = 1e-4;  // minutes
constexpr double worth_a_form = 0.01;
constexpr std::string_view begin_marker = "<!-- scripts/calibrate: begin -->\n";
constexpr std::string_view end_marker = "<!-- scripts/calibrate: end -->\n";

constexpr std::array<ModelForm, 3> forms{{{"a pace for each class, and minutes at either end", false, false},
                                          {"also winding, up to a bound", true, false},
                                          {"also minutes for each stretch between waypoints", true, true}}};

struct Knob {
  double* value;
  double step;
};

// Every knob goes up or down by its step, never below 0, as long as that lowers the error; then at half the steps.
double descend(std::span<const Knob> knobs, const std::function<double()>& error) {
  double best = error();
  for (double scale = 1.0; scale >= 1.0 / (1 << halvings); scale /= 2) {
    for (bool improved = true; improved;) {
      improved = false;
      for (const Knob& knob : knobs) {
        for (const double step : {knob.step * scale, -knob.step * scale}) {
          const double before = *knob.value;
          *knob.value += step;
          const double now = *knob.value < 0 ? best : error();
          if (now < best - least_gain) {
            best = now;
            improved = true;
            break;
          }
          *knob.value = before;
        }
      }
    }
  }
  return best;
}

StraightLine fitted_line(const Isere& isere, const std::vector<std::size_t>& communes) {
  StraightLine line{4.0, 0.7};
  const std::array<Knob, 2> knobs{{{&line.factor, 0.4}, {&line.power, 0.08}}};
  descend(knobs, [&] { return mean_error(isere, communes, straight_minutes(isere, communes, line)); });
  return line;
}

double error_of(const Isere& isere, const std::vector<std::size_t>& communes, const travel::WaypointModel& model) {
  return mean_error(isere, communes, modelled_minutes(isere, communes, model));
}

std::string errors_table(const std::vector<BandError>& roads, const std::vector<BandError>& straight,
                         const std::vector<BandError>& refitted) {
  std::string text =
      "| minutes | pairs | roads: mean abs. | 90 % | median | straight line: mean abs. | 90 % | median | straight line "
      "fitted alike: mean abs. | 90 % | median |\n|---|---|---|---|---|---|---|---|---|---|---|\n";
  for (std::size_t band = 0; band < roads.size(); ++band) {
    text += fmt::format("| {:.0f}–{:.0f} | {} |", roads[band].low, roads[band].high, roads[band].pairs);
    for (const BandError& error : {roads[band], straight[band], refitted[band]}) {
      text += fmt::format(" {:.2f} | {:.2f} | {:+.2f} |", error.mean_absolute, error.percentile_90, error.median);
    }
    text += "\n";
  }
  return text;
}

}  // namespace

double mean_error(const Isere& isere, const std::vector<std::size_t>& communes, const std::vector<double>& estimates) {
  const auto bands = band_errors(isere, communes, estimates);
  double sum = 0.0;
  for (std::size_t band = 0; band < fitted_bands; ++band) sum += bands[band].mean_absolute;
  return sum / static_cast<double>(fitted_bands);
}

travel::WaypointModel fitted_model(const Isere& isere, const std::vector<std::size_t>& communes,
                                   const ModelForm& form) {
  travel::WaypointModel model{.motorway = 0.55, .national = 0.8, .departmental = 1.0, .most_winding = 8.0};
  std::vector<Knob> knobs{
      {&model.motorway, 0.2}, {&model.national, 0.2}, {&model.departmental, 0.2}, {&model.access_minutes, 0.4}};
  if (form.winding) {
    model.winding_pace = 0.4;
    knobs.insert(knobs.end(), {{&model.winding_pace, 0.2}, {&model.most_winding, 4.0}});
  }
  if (form.stretch) knobs.push_back({&model.stretch_minutes, 0.08});
  descend(knobs, [&] { return error_of(isere, communes, model); });
  return model;
}

Calibration calibrate(const Isere& isere) {
  const auto fit = communes_for(isere, {Use::fit});
  const auto validation = communes_for(isere, {Use::validation});
  const auto both = communes_for(isere, {Use::fit, Use::validation});
  Calibration result;
  for (const ModelForm& form : forms) {
    const travel::WaypointModel model = fitted_model(isere, fit, form);
    result.trials.push_back({form, error_of(isere, fit, model), error_of(isere, validation, model)});
  }
  double best = result.trials.front().validation_error;
  for (const auto& trial : result.trials) best = std::min(best, trial.validation_error);
  while (result.trials[result.chosen].validation_error > best * (1 + worth_a_form)) ++result.chosen;
  result.model = fitted_model(isere, both, result.trials[result.chosen].form);
  result.straight_line = fitted_line(isere, both);
  return result;
}

std::string calibration_text(const Isere& isere, const Calibration& calibration) {
  const auto held_out = communes_for(isere, {Use::held_out});
  std::string text = fmt::format(
      "{} communes fit, {} choose the form, {} are held out. Errors in minutes.\n\n"
      "| form | error on the communes of the fit | on those that choose |\n|---|---|---|\n",
      communes_for(isere, {Use::fit}).size(), communes_for(isere, {Use::validation}).size(), held_out.size());
  for (std::size_t i = 0; i < calibration.trials.size(); ++i) {
    const auto& trial = calibration.trials[i];
    text += fmt::format("| {}{} | {:.3f} | {:.3f} |\n", trial.form.name, i == calibration.chosen ? " (**chosen**)" : "",
                        trial.fit_error, trial.validation_error);
  }
  const travel::WaypointModel& model = calibration.model;
  const auto both = communes_for(isere, {Use::fit, Use::validation});
  text += fmt::format("| the one chosen, fitted to both | {0:.3f} | |\n", error_of(isere, both, model));
  text += "\n| value | | |\n|---|---|---|\n";
  const auto pace = [&](const char* what, double minutes_per_km) {
    text += fmt::format("| {} | {:g} min/km | {:.0f} km/h |\n", what, minutes_per_km, 60 / minutes_per_km);
  };
  pace("motorways", model.motorway);
  pace("national roads, and départementales numbered 900 and over", model.national);
  pace("other départementales", model.departmental);
  text += fmt::format("| winding | {:g} min/km for each rad/km | up to {:g} rad/km |\n", model.winding_pace,
                      model.most_winding);
  text += fmt::format("| stretch between waypoints | {:g} min | |\n", model.stretch_minutes);
  text += fmt::format("| either end | {:g} min | |\n", model.access_minutes);
  text += fmt::format("| from the place to the road | {:g} km/h | stated |\n", model.access_kmh);
  text += fmt::format("| connectors | {:g} km/h | stated |\n", model.connector_kmh);
  text += fmt::format("| straight line fitted alike | {:g} · km^{:g} min | |\n\n", calibration.straight_line.factor,
                      calibration.straight_line.power);
  text += "Pairs of communes held out, by reference minutes; the median is of estimate less reference:\n\n";
  text += errors_table(band_errors(isere, held_out, modelled_minutes(isere, held_out, model)),
                       band_errors(isere, held_out, estimated_minutes(isere, held_out)),
                       band_errors(isere, held_out, straight_minutes(isere, held_out, calibration.straight_line)));
  return text;
}

std::string calibrated_source(const travel::WaypointModel& model) {
  return fmt::format(R"(// SPDX-License-Identifier: Apache-2.0
// Written by `scripts/calibrate`; travel/ROAD_TIMES.md says how.
#include "ancrage/travel/road_speeds.hpp"

namespace ancrage::travel {{

const WaypointModel& calibrated_waypoints() {{
  static const WaypointModel model{{.motorway = {:g},
                                   .national = {:g},
                                   .departmental = {:g},
                                   .winding_pace = {:g},
                                   .most_winding = {:g},
                                   .stretch_minutes = {:g},
                                   .access_minutes = {:g}}};
  return model;
}}

}}  // namespace ancrage::travel
)",
                     model.motorway, model.national, model.departmental, model.winding_pace, model.most_winding,
                     model.stretch_minutes, model.access_minutes);
}

std::string with_calibration(std::string_view page, std::string_view text) {
  const std::size_t begin = page.find(begin_marker);
  const std::size_t end = page.find(end_marker);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    throw Error(ErrorCode::wrong_input, message("The page has no place for the calibration"));
  }
  std::string result(page.substr(0, begin + begin_marker.size()));
  result += text;
  result += page.substr(end);
  return result;
}

}  // namespace ancrage::test

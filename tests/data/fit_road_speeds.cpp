// SPDX-License-Identifier: Apache-2.0
// Fits travel::WaypointModel to the reference times of Isère, on the
// communes that are not held out: coordinate descent on the mean of the mean absolute errors of pairs 0 to 10, 10 to
// 20, 20 to 30 and 30 to 45 minutes apart. Prints the model and the errors on the communes held out, beside those of
// the straight-line estimate. Usage: ancrage_fit_road_speeds RAW_DIRECTORY
#include "ancrage/base/error.hpp"
#include "data/isere.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <exception>

using namespace ancrage;
using namespace ancrage::test;

namespace {

using Parameter = double travel::WaypointModel::*;
struct Knob {
  const char* name;
  Parameter parameter;
  double step;
};
constexpr std::array<Knob, 7> knobs{{{"motorway", &travel::WaypointModel::motorway, 0.1},
                                     {"national", &travel::WaypointModel::national, 0.1},
                                     {"departmental", &travel::WaypointModel::departmental, 0.1},
                                     {"winding_pace", &travel::WaypointModel::winding_pace, 0.1},
                                     {"most_winding", &travel::WaypointModel::most_winding, 0.5},
                                     {"stretch_minutes", &travel::WaypointModel::stretch_minutes, 0.05},
                                     {"access_minutes", &travel::WaypointModel::access_minutes, 0.25}}};
constexpr std::size_t fitted_bands = 4;  // the first of band_errors(): 0 to 10, 20, 30, 45 minutes
constexpr int halvings = 3;

// The mean over the four bands up to 45 minutes, so that the many long pairs do not drown the short ones.
double mean_error(const Isere& isere, const std::vector<std::size_t>& communes, const travel::WaypointModel& model) {
  const auto bands = band_errors(isere, communes, modelled_minutes(isere, communes, model));
  double sum = 0.0;
  for (std::size_t band = 0; band < fitted_bands; ++band) sum += bands[band].mean_absolute;
  return sum / static_cast<double>(fitted_bands);
}

void print_bands(const char* title, const std::vector<BandError>& bands) {
  std::printf("%s\n  minutes     pairs   mean   90 %%   bias\n", title);
  for (const BandError& band : bands) {
    std::printf("  %2.0f..%2.0f   %8zu  %5.2f  %5.2f  %+5.2f\n", band.low, band.high, band.pairs, band.mean_absolute,
                band.percentile_90, band.bias);
  }
}

travel::WaypointModel fitted(const Isere& isere, const std::vector<std::size_t>& communes) {
  travel::WaypointModel model = travel::calibrated_waypoints();
  double best = mean_error(isere, communes, model);
  for (int halving = 0; halving < halvings; ++halving) {
    for (bool improved = true; improved;) {
      improved = false;
      for (const Knob& knob : knobs) {
        for (const double direction : {1.0, -1.0}) {
          travel::WaypointModel candidate = model;
          candidate.*knob.parameter += direction * knob.step / std::pow(2.0, halving);
          if (candidate.*knob.parameter < 0) continue;
          const double error = mean_error(isere, communes, candidate);
          if (error >= best - 1e-4) continue;
          best = error;
          model = candidate;
          improved = true;
          break;
        }
      }
      std::fprintf(stderr, "mean absolute error %.3f\n", best);
    }
  }
  return model;
}

void run(const char* directory) {
  const Isere isere = read_isere(directory);
  std::vector<std::size_t> kept;
  std::vector<std::size_t> held_out;
  for (std::size_t i = 0; i < isere.codes.size(); ++i) (is_held_out(i) ? held_out : kept).push_back(i);
  const travel::WaypointModel model = fitted(isere, kept);
  for (const Knob& knob : knobs) std::printf("%s = %g\n", knob.name, model.*knob.parameter);
  print_bands("fitted communes, roads", band_errors(isere, kept, modelled_minutes(isere, kept, model)));
  print_bands("communes held out, roads", band_errors(isere, held_out, modelled_minutes(isere, held_out, model)));
  print_bands("communes held out, straight line", band_errors(isere, held_out, straight_minutes(isere, held_out)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: ancrage_fit_road_speeds RAW_DIRECTORY\n");
    return static_cast<int>(ErrorCode::usage);
  }
  try {
    run(argv[1]);
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return static_cast<int>(ErrorCode::internal);
  }
}

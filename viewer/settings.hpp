// SPDX-License-Identifier: Apache-2.0
// How a person likes the viewer, whoever is interviewed: kept between runs, not undone.
#pragma once

#include <string>

namespace ancrage::viewer {

struct Settings {
  double scale = 1.0;  // of the interface, times the display's: 1 to 2.5
  bool high_contrast = false;
  bool reduced_motion = false;
  bool operator==(const Settings&) const = default;
};

inline constexpr double least_scale = 1.0;
inline constexpr double most_scale = 2.5;
inline constexpr double scale_step = 0.25;

std::string settings_text(const Settings& settings);
// The defaults when there is no such file; throws wrong_input on a damaged one.
Settings read_settings(const std::string& path);

// Where a program keeps what it needs from run to run: $XDG_STATE_HOME/ancrage, else ~/.local/state/ancrage; empty when
// neither is known.
std::string state_directory();
// Where what is taken away goes: ~/Documents/Ancrage where there are Documents, else ~/Ancrage; here without a home.
std::string output_directory();

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The viewer in a window: input from GLFW, a frame when something happened, nothing otherwise.
#pragma once

#include "viewer/results.hpp"

#include <optional>
#include <string>

namespace ancrage::viewer {

struct WindowOptions {
  int width = 1280;  // screen units
  int height = 800;
  std::optional<double> scale{};  // of the interface; the display's own when not given
  bool animate = true;
  int quit_after_frames = 0;  // 0: when the user closes it; otherwise for tests
  std::string state_directory{};  // of what is kept from run to run; empty: nothing
  std::string folder{"."};        // of what is taken away
  std::string select{};
  ColorKey color = ColorKey::need;
};

// Returns when the window is closed. Throws Error(internal) when there is no display or no OpenGL 3.3.
void run_window(const Model& model, const WindowOptions& options);

}  // namespace ancrage::viewer

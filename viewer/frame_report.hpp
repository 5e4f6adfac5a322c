// SPDX-License-Identifier: Apache-2.0
// How long frames take while the map is panned, measured offscreen with software GL or whatever EGL gives.
#pragma once

#include "viewer/offscreen.hpp"

#include <chrono>
#include <string>

namespace ancrage::viewer {

struct FrameReport {
  std::size_t frames = 0;
  double mean_ms = 0.0;
  double median_ms = 0.0;
  double p99_ms = 0.0;
  double first_map_ms = 0.0;    // from `launched` to the first frame drawn
  double peak_memory_mb = 0.0;  // of the process, resident
  // Nobody does anything: frames drawn until no other is wanted, whether none is then, and the processor's time in a
  // second.
  std::size_t frames_until_idle = 0;
  bool comes_to_rest = false;
  double idle_processor_ms = 0.0;
};

// Pans in a circle, every frame drawn to its end. `launched` is when the program started.
FrameReport measure_frames(Offscreen& offscreen, std::size_t frames, std::chrono::steady_clock::time_point launched);

// {"frames", "mean_ms", "median_ms", "p99_ms", "first_map_ms", "peak_memory_mb", "frames_until_idle", "comes_to_rest",
// "idle_processor_ms"}
std::string json_text(const FrameReport& report);

}  // namespace ancrage::viewer

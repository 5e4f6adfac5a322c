// SPDX-License-Identifier: Apache-2.0
#include "viewer/frame_report.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ancrage::viewer {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double quantile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0.0;
  const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(at, 1, sorted.size()) - 1];
}

double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

FrameReport measure_frames(Offscreen& offscreen, std::size_t frames, Clock::time_point launched) {
  FrameReport report;
  offscreen.step();
  finish_drawing();
  report.first_map_ms = milliseconds(Clock::now() - launched);
  offscreen.settle();
  finish_drawing();
  std::vector<double> times;
  Screen& screen = offscreen.screen();
  for (std::size_t frame = 0; frame < frames; ++frame) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(frame % 120) / 120;
    const Clock::time_point start = Clock::now();
    screen.perform(MoveCamera{panned(screen.state().camera, 6 * std::cos(angle), 6 * std::sin(angle)), false},
                   offscreen.now());
    offscreen.step();
    finish_drawing();
    times.push_back(milliseconds(Clock::now() - start));
  }
  std::sort(times.begin(), times.end());
  report.frames = frames;
  report.median_ms = quantile(times, 0.5);
  report.p99_ms = quantile(times, 0.99);
  report.peak_memory_mb = peak_memory_mb();
  return report;
}

std::string json_text(const FrameReport& report) {
  return fmt::format(
      "{{\"frames\": {}, \"median_ms\": {:.2f}, \"p99_ms\": {:.2f}, \"first_map_ms\": {:.1f}, \"peak_memory_mb\": "
      "{:.1f}}}\n",
      report.frames, report.median_ms, report.p99_ms, report.first_map_ms, report.peak_memory_mb);
}

}  // namespace ancrage::viewer

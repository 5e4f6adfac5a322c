// SPDX-License-Identifier: Apache-2.0
#include "viewer/frame_report.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <thread>
#include <vector>

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

double processor_ms() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto milliseconds_of = [](const timeval& time) {
    return 1000.0 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1000.0;
  };
  return milliseconds_of(usage.ru_utime) + milliseconds_of(usage.ru_stime);
}

// As the window does it: a frame while one is wanted or a time for one is known, else none.
void measure_rest(Offscreen& offscreen, FrameReport& report) {
  constexpr std::size_t enough = 1000;
  while (report.frames_until_idle < enough) {
    const bool more = offscreen.step_if_wanted();
    if (!more) break;
    ++report.frames_until_idle;
  }
  report.comes_to_rest = report.frames_until_idle < enough;
  const double before = processor_ms();
  std::this_thread::sleep_for(std::chrono::seconds(1));
  report.idle_processor_ms = processor_ms() - before;
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
    // Whole pixels, as a mouse moves.
    const double dx = std::round(6 * std::cos(angle));
    const double dy = std::round(6 * std::sin(angle));
    screen.perform(MoveCamera{panned(screen.state().camera, dx, dy), false}, offscreen.now());
    offscreen.step();
    finish_drawing();
    times.push_back(milliseconds(Clock::now() - start));
  }
  report.mean_ms =
      std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(std::max<std::size_t>(1, frames));
  std::sort(times.begin(), times.end());
  report.frames = frames;
  report.median_ms = quantile(times, 0.5);
  report.p99_ms = quantile(times, 0.99);
  report.peak_memory_mb = peak_memory_mb();
  measure_rest(offscreen, report);
  return report;
}

std::string json_text(const FrameReport& report) {
  return fmt::format(
      "{{\"frames\": {}, \"mean_ms\": {:.2f}, \"median_ms\": {:.2f}, \"p99_ms\": {:.2f}, \"first_map_ms\": {:.1f}, "
      "\"peak_memory_mb\": {:.1f}, \"frames_until_idle\": {}, \"comes_to_rest\": {}, \"idle_processor_ms\": {:.1f}}}\n",
      report.frames, report.mean_ms, report.median_ms, report.p99_ms, report.first_map_ms, report.peak_memory_mb,
      report.frames_until_idle, report.comes_to_rest, report.idle_processor_ms);
}

}  // namespace ancrage::viewer

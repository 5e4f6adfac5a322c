// SPDX-License-Identifier: Apache-2.0
// Somebody who knows nothing of the viewer and tries everything: moves, clicks, drags, turns the wheel, presses keys,
// types, resizes the window, all at random. The same seed tries the same things, on whatever is shown by then.
#pragma once

#include "viewer/offscreen.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace ancrage::test {

class Monkey {
 public:
  explicit Monkey(std::uint64_t seed) : seed_(seed), random_(seed) {}

  // One input, given to ImGui and to the window's size; a frame is drawn where the next input would hide it.
  void act(viewer::Offscreen& offscreen);
  std::uint64_t acts() const { return acts_; }
  // The last frames that were drawn, and the longest of all, in seconds of the clock.
  double longest_frame() const { return longest_frame_; }
  // A number below `end`.
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }
  // What it did last, for whoever reads about a fault.
  const std::string& last() const { return last_; }

 private:
  void frame(viewer::Offscreen& offscreen);
  void point(viewer::Offscreen& offscreen);
  void point_at_control(viewer::Offscreen& offscreen);
  void click(viewer::Offscreen& offscreen, int button);
  void drag(viewer::Offscreen& offscreen);
  void press_key(viewer::Offscreen& offscreen);
  void type(viewer::Offscreen& offscreen);
  void resize(viewer::Offscreen& offscreen);
  void change_scale(viewer::Offscreen& offscreen);

  std::uint64_t seed_;
  std::mt19937_64 random_;
  std::uint64_t acts_ = 0;
  double longest_frame_ = 0.0;
  std::string last_;
};

}  // namespace ancrage::test

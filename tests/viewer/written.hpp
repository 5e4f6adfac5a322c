// SPDX-License-Identifier: Apache-2.0
// What a frame has written, read back from ImGui's draw lists: runs of letters with their boxes.
#pragma once

#include "viewer/fonts.hpp"
#include "viewer/layout.hpp"

#include <string>
#include <vector>

namespace ancrage::test {

// Letters that follow one another on a line.
struct Run {
  std::string text;
  viewer::Rectangle where;  // about the ink, pixels
  viewer::Rectangle clip;   // of its window
  std::size_t list = 0;     // the window, in the order of drawing
};

// Of the frame that was drawn last. Haloes are left out.
std::vector<Run> written(const viewer::Fonts& fonts);

}  // namespace ancrage::test

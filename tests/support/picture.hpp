// SPDX-License-Identifier: Apache-2.0
// A PNG as pixels, so that a test can say what colour is where.
#pragma once

#include "ancrage/report/color.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::test {

struct Picture {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<report::Color> pixels;  // row by row from the top

  report::Color at(std::size_t x, std::size_t y) const { return pixels.at(y * width + x); }
  std::size_t count(report::Color color) const;
};

// The file's bytes; throws std::runtime_error when they are no PNG of eight bits a channel.
Picture read_png(const std::string& bytes);

}  // namespace ancrage::test

// SPDX-License-Identifier: Apache-2.0
// The framebuffer that frames are drawn into: the window's own, or a picture in memory that can be read back.
#pragma once

#include "ancrage/report/color.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace ancrage::viewer {

using report::Color;

// Rectangle in framebuffer pixels, from the top left.
struct PixelRectangle {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// Fills the current framebuffer; the size is in pixels.
void clear_target(Color color, int width, int height);
// Fills a rectangle of it, from the top left. Far cheaper than a blended quad for software GL.
void clear_rectangle(Color color, int x, int y, int width, int height, int framebuffer_height);
// The font atlas is drawn pixel for pixel: no filtering, which would only cost time.
void draw_texture_unfiltered(unsigned texture);
// Waits until everything drawn so far is done, so that a frame can be timed.
void finish_drawing();

// A picture in memory. Needs the context that was current at construction.
class PictureTarget {
 public:
  // Throws Error(internal) when the driver has no such framebuffer.
  PictureTarget(int width, int height);
  ~PictureTarget();
  PictureTarget(const PictureTarget&) = delete;
  PictureTarget& operator=(const PictureTarget&) = delete;

  int width() const { return width_; }
  int height() const { return height_; }
  void bind() const;
  // Runs `drawing` with the picture as framebuffer, and goes back to the one before.
  void draw_into(const std::function<void()>& drawing) const;
  // Copies a part of it, as large as `to`, to the current framebuffer, whose height is given.
  void copy(const PixelRectangle& from, const PixelRectangle& to, int framebuffer_height) const;
  // Rows from the top, three bytes (red, green, blue) a pixel.
  std::vector<std::uint8_t> read() const;

 private:
  int width_;
  int height_;
  unsigned framebuffer_ = 0;
  unsigned texture_ = 0;
};

}  // namespace ancrage::viewer

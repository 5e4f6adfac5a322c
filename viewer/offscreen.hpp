// SPDX-License-Identifier: Apache-2.0
// Drawing without a window or an X server: a surfaceless EGL context (Mesa), a picture in memory, and time that only
// moves when told to, so that the same input gives the same pixels.
#pragma once

#include "viewer/map/renderer_target.hpp"
#include "viewer/screen.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ancrage::viewer {

// Rows from the top, three bytes (red, green, blue) a pixel.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
  Color at(int x, int y) const {
    const auto i = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    return {pixels[i], pixels[i + 1], pixels[i + 2]};
  }
};

// A GL 3.3 context without a surface, current while it lives. Throws Error(internal) when the platform has none.
class SurfacelessContext {
 public:
  SurfacelessContext();
  ~SurfacelessContext();
  SurfacelessContext(const SurfacelessContext&) = delete;
  SurfacelessContext& operator=(const SurfacelessContext&) = delete;

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

class Offscreen {
 public:
  // Sizes in pixels. Movement is not eased.
  Offscreen(const Model& model, int width, int height, double scale);
  Offscreen(const Model& model, int width, int height, const ScreenOptions& options);

  Screen& screen() { return screen_; }
  double now() const { return now_; }
  void resize(int width, int height);
  // Draws one frame after `seconds` of its time.
  void step(double seconds = 1.0 / 60);
  // Frames that nobody looks at need no pixels; then picture() is of the last that had some.
  void set_painting(bool painting) { painting_ = painting; }
  // Draws a frame where the last one asked for another, or a later time does, which then comes; false where none is
  // wanted until something happens.
  bool step_if_wanted();
  // Draws a few frames: panels know their sizes in the second, lists have scrolled in the third.
  void settle();
  Picture picture() const;

 private:
  SurfacelessContext context_;
  std::unique_ptr<PictureTarget> target_;
  int width_;
  int height_;
  double now_ = 1.0;
  bool painting_ = true;
  bool wanted_ = true;
  Screen screen_;
};

// Whole or not at all; throws Error(unwritable_output).
void write_png(const std::string& path, const Picture& picture);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/renderer_target.hpp"

#include "ancrage/base/error.hpp"

#include <epoxy/gl.h>

#include <algorithm>

namespace ancrage::viewer {

namespace {

void set_clear_color(Color color) {
  glClearColor(static_cast<GLfloat>(color.red) / 255.0F, static_cast<GLfloat>(color.green) / 255.0F,
               static_cast<GLfloat>(color.blue) / 255.0F, 1.0F);
}

unsigned current_framebuffer() {
  GLint current = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &current);
  return static_cast<unsigned>(current);
}

}  // namespace

void clear_target(Color color, int width, int height) {
  glDisable(GL_SCISSOR_TEST);
  glViewport(0, 0, width, height);
  set_clear_color(color);
  glClear(GL_COLOR_BUFFER_BIT);
}

void clear_rectangle(Color color, int x, int y, int width, int height, int framebuffer_height) {
  if (width <= 0 || height <= 0) return;
  glEnable(GL_SCISSOR_TEST);
  glScissor(x, framebuffer_height - y - height, width, height);
  set_clear_color(color);
  glClear(GL_COLOR_BUFFER_BIT);
  glDisable(GL_SCISSOR_TEST);
}

void draw_texture_unfiltered(unsigned texture) {
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

void finish_drawing() { glFinish(); }

PictureTarget::PictureTarget(int width, int height) : width_(width), height_(height) {
  glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  const unsigned before = current_framebuffer();
  glGenFramebuffers(1, &framebuffer_);
  bind();
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  glBindFramebuffer(GL_FRAMEBUFFER, before);
  if (!complete) {
    throw Error(ErrorCode::internal,
                message("the graphics driver cannot draw a picture of {0} x {1} pixels", width, height));
  }
}

PictureTarget::~PictureTarget() {
  glDeleteFramebuffers(1, &framebuffer_);
  glDeleteTextures(1, &texture_);
}

void PictureTarget::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_); }

void PictureTarget::draw_into(const std::function<void()>& drawing) const {
  const unsigned before = current_framebuffer();
  bind();
  drawing();
  glBindFramebuffer(GL_FRAMEBUFFER, before);
}

void PictureTarget::copy(const PixelRectangle& from, const PixelRectangle& to, int framebuffer_height) const {
  const unsigned current = current_framebuffer();
  const int from_bottom = height_ - from.y - to.height;
  const int to_bottom = framebuffer_height - to.y - to.height;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
  glDisable(GL_SCISSOR_TEST);
  glBlitFramebuffer(from.x, from_bottom, from.x + to.width, from_bottom + to.height, to.x, to_bottom, to.x + to.width,
                    to_bottom + to.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, current);
}

std::vector<std::uint8_t> PictureTarget::read() const {
  bind();
  const std::size_t row = static_cast<std::size_t>(width_) * 3;
  std::vector<std::uint8_t> upward(row * static_cast<std::size_t>(height_));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
  std::vector<std::uint8_t> result(upward.size());
  for (std::size_t y = 0; y < static_cast<std::size_t>(height_); ++y) {
    std::copy_n(upward.begin() + static_cast<std::ptrdiff_t>(y * row), row,
                result.end() - static_cast<std::ptrdiff_t>((y + 1) * row));
  }
  return result;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/offscreen.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <imgui.h>
#include <stb/stb_image_write.h>

#include <array>

namespace ancrage::viewer {

struct SurfacelessContext::Handles {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
};

SurfacelessContext::SurfacelessContext() : handles_(std::make_unique<Handles>()) {
  const auto fail = [] {
    throw Error(ErrorCode::internal, message("no picture can be drawn without a display on this system"), "EGL",
                message("install the package libegl-mesa0, which draws without a graphics card"));
  };
  handles_->display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
  if (handles_->display == EGL_NO_DISPLAY || eglInitialize(handles_->display, nullptr, nullptr) == EGL_FALSE) fail();
  if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) fail();
  constexpr std::array<EGLint, 3> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(handles_->display, wanted.data(), &config, 1, &count) == EGL_FALSE || count == 0) {
    config = EGL_NO_CONFIG_KHR;
  }
  constexpr std::array<EGLint, 7> version{
      EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
      EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
  handles_->context = eglCreateContext(handles_->display, config, EGL_NO_CONTEXT, version.data());
  if (handles_->context == EGL_NO_CONTEXT) fail();
  if (eglMakeCurrent(handles_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, handles_->context) == EGL_FALSE) fail();
}

SurfacelessContext::~SurfacelessContext() {
  eglMakeCurrent(handles_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(handles_->display, handles_->context);
}

Offscreen::Offscreen(const Model& model, int width, int height, double scale)
    : Offscreen(model, width, height, ScreenOptions{scale, {}, "."}) {}

Offscreen::Offscreen(const Model& model, int width, int height, const ScreenOptions& options)
    : width_(width), height_(height), screen_(model, options) {
  screen_.state().animate = false;
  // ImGui's keys by their own numbers, as no window system gives any.
  ImGuiIO& io = ImGui::GetIO();
  for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
  io.MousePos = {-FLT_MAX, -FLT_MAX};
  resize(width, height);
}

void Offscreen::resize(int width, int height) {
  width_ = width;
  height_ = height;
  target_ = std::make_unique<PictureTarget>(width, height);
}

void Offscreen::step(double seconds) {
  now_ += seconds;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
  io.DeltaTime = static_cast<float>(seconds);
  target_->bind();
  wanted_ = screen_.draw(now_, painting_);
}

bool Offscreen::step_if_wanted() {
  if (wanted_) {
    step();
    return true;
  }
  const auto wait = screen_.wake_after(now_);
  if (wait) step(*wait);
  return wait.has_value();
}

void Offscreen::settle() {
  constexpr int enough = 4;
  step(easing_seconds);
  screen_.finish_jobs(now_);
  for (int frame = 1; frame < enough; ++frame) step(easing_seconds);
}

Picture Offscreen::picture() const { return {width_, height_, target_->read()}; }

void write_png(const std::string& path, const Picture& picture) {
  std::string bytes;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  stbi_write_png_to_func(append, &bytes, picture.width, picture.height, 3, picture.pixels.data(), picture.width * 3);
  io::write_text(path, bytes);
}

}  // namespace ancrage::viewer

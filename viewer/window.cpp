// SPDX-License-Identifier: Apache-2.0
#include "viewer/window.hpp"

#include "ancrage/base/error.hpp"
#include "viewer/model.hpp"
#include "viewer/screen.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include <algorithm>

namespace ancrage::viewer {
namespace {

// Frames drawn after an event: panels know their sizes in the second, hover marks come in the third.
constexpr int frames_per_event = 3;

struct Glfw {
  Glfw() {
    if (glfwInit() == GLFW_FALSE) {
      throw Error(ErrorCode::internal, message("no display is available to open a window"), "",
                  message("use --screenshot FILE.png to draw a picture without one"));
    }
  }
  ~Glfw() { glfwTerminate(); }
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
};

struct WindowCloser {
  void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};

std::unique_ptr<GLFWwindow, WindowCloser> open_window(const WindowOptions& options, const std::string& title) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  std::unique_ptr<GLFWwindow, WindowCloser> window(
      glfwCreateWindow(options.width, options.height, title.c_str(), nullptr, nullptr));
  if (!window) throw Error(ErrorCode::internal, message("the graphics driver lacks OpenGL 3.3"));
  return window;
}

// Keeps the ImGui backend of the window alive as long as the screen's context.
struct GlfwBackend {
  explicit GlfwBackend(GLFWwindow* window) { ImGui_ImplGlfw_InitForOpenGL(window, true); }
  ~GlfwBackend() { ImGui_ImplGlfw_Shutdown(); }
  GlfwBackend(const GlfwBackend&) = delete;
  GlfwBackend& operator=(const GlfwBackend&) = delete;
};

double display_scale(GLFWwindow* window) {
  float x = 1.0F;
  float y = 1.0F;
  glfwGetWindowContentScale(window, &x, &y);
  return std::clamp<double>(std::max(x, y), 0.5, 4.0);
}

}  // namespace

void run_window(const Model& model, const WindowOptions& options) {
  const Glfw glfw;
  const auto window = open_window(options, "Ancrage · " + model.territory().name);
  glfwMakeContextCurrent(window.get());
  glfwSwapInterval(1);
  Screen screen(model,
                {options.scale.value_or(display_scale(window.get())), options.state_directory, options.folder},
                glfwPostEmptyEvent);
  const GlfwBackend backend(window.get());
  screen.state().animate = options.animate;
  screen.state().color = options.color;
  if (!options.select.empty()) {
    const std::size_t site = assessment::find_site(model.territory(), options.select);
    screen.state().selected = model.feature_of_site(site);
  }
  int drawn = 0;
  int wanted = frames_per_event;
  while (glfwWindowShouldClose(window.get()) == GLFW_FALSE) {
    const double before = glfwGetTime();
    if (wanted > 0 || options.quit_after_frames > 0) {
      glfwPollEvents();
    } else if (const auto wait = screen.wake_after(before)) {
      glfwWaitEventsTimeout(*wait);
      wanted = 1;
    } else {
      glfwWaitEvents();
      wanted = frames_per_event;
    }
    if (!options.scale) screen.set_display_scale(display_scale(window.get()));
    ImGui_ImplGlfw_NewFrame();
    const bool more = screen.draw(glfwGetTime());
    glfwSwapBuffers(window.get());
    wanted = more ? std::max(wanted - 1, 1) : wanted - 1;
    if (++drawn == options.quit_after_frames) break;
  }
}

}  // namespace ancrage::viewer

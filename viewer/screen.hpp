// SPDX-License-Identifier: Apache-2.0
// One frame, from the state to pixels and from input to actions: the same code for the window and for pictures.
//
// The caller owns the GL context and fills ImGui's input (size, mouse, keys, time step) before draw(); the screen owns
// the ImGui context, the fonts and the map's geometry on the card. One screen at a time, on one thread.
#pragma once

#include "viewer/fonts.hpp"
#include "viewer/jobs/job.hpp"
#include "viewer/map/renderer.hpp"
#include "viewer/panels/controls.hpp"
#include "viewer/state.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

struct ImGuiContext;

namespace ancrage::viewer {

struct PanelContext;

class Screen {
 public:
  // Makes the ImGui context and uploads the map; needs a current GL context. `wake` is called from other threads when
  // another frame would show something new. Throws what fonts and renderer throw.
  Screen(const Model& model, double scale, std::function<void()> wake = {});
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  State& state() { return state_; }
  const State& state() const { return state_; }
  const Layout& layout() const { return layout_; }
  const Controls& controls() const { return controls_; }
  const Model& model() const { return model_; }

  // Rebuilds fonts and style for another scale.
  void set_scale(double scale);
  // Applies an action as if the user had made it.
  void perform(const Action& action, double now);
  // Draws into the current framebuffer of ImGui's display size and applies what the user did. `now` in seconds. True
  // when something is still under way (the view moves, a hover waits, a panel settles) and another frame is wanted.
  bool draw(double now);
  // Waits until no work is under way in the background, and applies what has come of it.
  void finish_jobs(double now);
  // Seconds until the next frame is wanted though nothing happens; nothing when none is.
  std::optional<double> wake_after(double now) const;

 private:
  void resize(double width, double height, double now);
  // Actions of the keys pressed, and the keys that are left to the controls.
  std::vector<KeyPress> collect_keys(Actions& actions) const;
  void collect_panels(const PanelContext& context, Actions& actions) const;
  void draw_map(const PanelContext& context, int framebuffer_height);
  void collect_jobs(Actions& actions);
  // Applies what the user did; true when another frame is wanted.
  bool finish_frame(Actions& actions, double now);

  const Model& model_;
  Scene scene_;
  State state_;
  Layout layout_;
  Fonts fonts_;
  ImGuiContext* context_ = nullptr;
  std::unique_ptr<Renderer> renderer_;
  Controls controls_;
  // Whose colours are on the card, of which results.
  std::optional<std::tuple<int, ColorKey, std::uint64_t>> uploaded_;
  bool atlas_set_ = false;
  bool placed_ = false;  // the camera has been fitted once
  std::vector<std::unique_ptr<Job>> jobs_;  // last: they stop before what they look at goes
};

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// One frame, from the state to pixels and from input to actions: the same code for the window and for pictures.
//
// The caller owns the GL context and fills ImGui's input (size, mouse, keys, time step) before draw(); the screen owns
// the ImGui context, the fonts and the map's geometry on the card. One screen at a time, on one thread.
#pragma once

#include "viewer/fonts.hpp"
#include "viewer/jobs/job.hpp"
#include "viewer/map/map_image.hpp"
#include "viewer/map/renderer.hpp"
#include "viewer/panels/controls.hpp"
#include "viewer/state.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

struct ImGuiContext;

namespace ancrage::viewer {

struct PanelContext;

struct ScreenOptions {
  double scale = 1.0;           // of the display; the settings' comes on top
  std::string state_directory;  // settings and interview of the last run; empty: nothing is read or kept
  std::string folder = ".";     // where files go
};

class Screen {
 public:
  // Makes the ImGui context and uploads the map; needs a current GL context. `wake` is called from other threads when
  // another frame would show something new. Throws what fonts and renderer throw.
  Screen(const Model& model, const ScreenOptions& options, const std::function<void()>& wake = {});
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  State& state() { return state_; }
  const State& state() const { return state_; }
  const Layout& layout() const { return layout_; }
  const Controls& controls() const { return controls_; }
  const Fonts& fonts() const { return fonts_; }
  // Texts of the last frame that did not fit where they stand, and end in an ellipsis.
  const std::vector<std::string>& cut() const { return cut_; }
  const Model& model() const { return model_; }

  // The display has another scale now.
  void set_display_scale(double scale) { display_scale_ = scale; }
  double display_scale() const { return display_scale_; }
  // Applies an action as if the user had made it.
  void perform(const Action& action, double now);
  // Draws into the current framebuffer of ImGui's display size and applies what the user did. `now` in seconds. True
  // when something is still under way (the view moves, a hover waits, a panel settles) and another frame is wanted.
  // Without `paint` everything happens but the pixels.
  bool draw(double now, bool paint = true);
  // Waits until no work is under way in the background, and applies what has come of it.
  void finish_jobs(double now);
  // Whether work is under way in the background.
  bool working() const;
  // Seconds until the next frame is wanted though nothing happens; nothing when none is.
  std::optional<double> wake_after(double now) const;

 private:
  // What was kept of the last run; faults become notices, and a file that cannot be read is put aside.
  void restore(const std::string& state_directory);
  // Rebuilds fonts and style when display or settings have changed.
  void follow_settings();
  void resize(double width, double height, double now);
  // Actions of the keys pressed, and the keys that are left to the controls.
  std::vector<KeyPress> collect_keys(Actions& actions) const;
  void collect_panels(const PanelContext& context, Actions& actions) const;
  void upload_colors(const PanelContext& context);
  void paint(const PanelContext& context);
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
  std::unique_ptr<MapImage> map_image_;  // of the large map
  Controls controls_;
  std::vector<std::string> cut_;
  // Whose colours are on the card: of no effect, a scenario's or a plan's, of which results, and which class is marked.
  std::optional<std::tuple<std::uint64_t, WhatIfMap, ColorKey, std::uint64_t, std::optional<std::size_t>>> uploaded_;
  double display_scale_ = 1.0;
  std::optional<std::pair<double, bool>> styled_;  // scale and contrast of fonts and style
  bool atlas_set_ = false;
  bool placed_ = false;                     // the camera has been fitted once
  std::vector<std::unique_ptr<Job>> jobs_;  // last: they stop before what they look at goes
};

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// Buttons, pills, boxes and sliders that mouse and keyboard work alike. A panel asks for each control in the order in
// which the keyboard shall walk them; up and down go from one to the next, Enter or Space presses it, left and right
// move a slider. Controls have no memory of their own: which one has the keyboard is in the state.
#pragma once

#include "viewer/actions/action.hpp"
#include "viewer/keyboard.hpp"

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::viewer {

struct PanelContext;

// A text field takes the mouse itself; the keyboard enters it by Enter.
enum class ControlKind : std::uint8_t { button, slider, text };

struct ControlUse {
  bool hovered = false;
  bool focused = false;   // has the keyboard, and shows it
  bool clicked = false;   // by mouse or keyboard
  bool held = false;      // the mouse is down on it
  bool released = false;  // it was let go in this frame
  int steps = 0;          // of a slider, by keyboard; ten with Shift
};

// One that was asked for in this frame. What its window hides by scrolling is not in `visible`.
struct ShownControl {
  Region region = Region::map;
  std::string name;  // the id that its panel gives it
  std::uint32_t id = 0;
  ControlKind kind = ControlKind::button;
  Rectangle where{};
  Rectangle visible{};
};

class Controls {
 public:
  // Keys of this frame that belong to the region with the keyboard.
  void begin(std::vector<KeyPress> keys);
  // One control at a place of the window; draws nothing but the ring around the one with the keyboard.
  ControlUse use(const PanelContext& context, Region region, std::string_view id, ImVec2 at, ImVec2 size,
                 ControlKind kind = ControlKind::button);
  // Actions that the keys ask for beyond the controls themselves: moving from one to the next.
  Actions end(const State& state) const;
  // Number of controls of a region in this frame.
  std::size_t count(Region region) const;
  // Where a control stood in the last frame, by the id that its panel gives it.
  std::optional<Rectangle> place(std::string_view id) const;
  // All of the last frame, in the order in which the keyboard walks them.
  std::span<const ShownControl> shown() const { return used_; }

 private:
  std::vector<KeyPress> keys_;
  std::vector<ShownControl> used_;
};

}  // namespace ancrage::viewer

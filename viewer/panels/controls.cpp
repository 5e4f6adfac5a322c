// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/controls.hpp"

#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace ancrage::viewer {
namespace {

constexpr int long_step = 10;

// FNV-1a; never 0, which stands for the first control.
std::uint32_t hash(std::string_view text) {
  std::uint32_t value = 2166136261U;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  return value == 0 ? 1 : value;
}

int direction(Key key, ControlKind kind) {
  if (key == Key::down || (key == Key::right && kind != ControlKind::slider)) return 1;
  if (key == Key::up || (key == Key::left && kind != ControlKind::slider)) return -1;
  constexpr int page = 8;
  constexpr int everything = 1 << 20;
  switch (key) {
    case Key::page_down:
      return page;
    case Key::page_up:
      return -page;
    case Key::home:
      return -everything;
    case Key::end:
      return everything;
    default:
      return 0;
  }
}

// The part of a rectangle that the window being drawn lets through.
Rectangle clipped(const Rectangle& where) {
  const ImRect& window = ImGui::GetCurrentWindow()->ClipRect;
  const double left = std::max<double>(where.x, window.Min.x);
  const double top = std::max<double>(where.y, window.Min.y);
  return {left, top, std::max(0.0, std::min<double>(where.x + where.width, window.Max.x) - left),
          std::max(0.0, std::min<double>(where.y + where.height, window.Max.y) - top)};
}

}  // namespace

void Controls::begin(std::vector<KeyPress> keys) {
  keys_ = std::move(keys);
  used_.clear();
}

std::size_t Controls::count(Region region) const {
  return static_cast<std::size_t>(
      std::count_if(used_.begin(), used_.end(), [&](const ShownControl& u) { return u.region == region; }));
}

std::optional<Rectangle> Controls::place(std::string_view id) const {
  const auto found = std::find_if(used_.begin(), used_.end(), [&](const ShownControl& u) { return u.id == hash(id); });
  return found == used_.end() ? std::nullopt : std::optional(found->where);
}

ControlUse Controls::use(const PanelContext& context, Region region, std::string_view id, ImVec2 at, ImVec2 size,
                         ControlKind kind) {
  const State& state = context.state;
  const std::uint32_t key = hash(id);
  const bool first = count(region) == 0;
  const Rectangle where{at.x, at.y, size.x, size.y};
  used_.push_back({region, std::string(id), key, kind, where, clipped(where)});
  const std::uint32_t wanted = state.control[static_cast<std::size_t>(region)];
  ControlUse use;
  const bool has_keyboard = state.focus == region && (wanted == key || (wanted == 0 && first));
  use.focused = has_keyboard && state.focus_visible;
  const bool has_room = size.x > 0 && size.y > 0;  // ImGui takes no other button
  if (kind != ControlKind::text && has_room) {
    ImGui::PushID(static_cast<int>(key));
    ImGui::SetCursorScreenPos(at);
    use.clicked = ImGui::InvisibleButton("control", size);
    use.hovered = ImGui::IsItemHovered();
    use.held = ImGui::IsItemActive();
    use.released = ImGui::IsItemDeactivated();
    ImGui::PopID();
  }
  if (use.focused) {
    for (const KeyPress& press : keys_) {
      if (press.key == Key::enter || press.key == Key::space) use.clicked = true;
      if (kind != ControlKind::slider) continue;
      if (press.key == Key::left) use.steps -= press.shift ? long_step : 1;
      if (press.key == Key::right) use.steps += press.shift ? long_step : 1;
    }
    const float out = context.px(3);
    if (state.control_follows) {
      ImGui::ScrollToBringRectIntoView(ImGui::GetCurrentWindow(),
                                       {at.x, at.y - context.px(24), at.x + size.x, at.y + size.y + context.px(24)});
    }
    ImGui::GetWindowDrawList()->AddRect({at.x - out, at.y - out}, {at.x + size.x + out, at.y + size.y + out},
                                        packed(theme::accent), context.px(7), 0, context.px(2));
  }
  return use;
}

Actions Controls::end(const State& state) const {
  Actions actions;
  std::vector<ShownControl> here;
  std::copy_if(used_.begin(), used_.end(), std::back_inserter(here),
               [&](const ShownControl& u) { return u.region == state.focus; });
  if (here.empty()) return actions;
  const std::uint32_t wanted = state.control[static_cast<std::size_t>(state.focus)];
  const auto found = std::find_if(here.begin(), here.end(), [&](const ShownControl& u) { return u.id == wanted; });
  auto at = found == here.end() ? std::ptrdiff_t{0} : found - here.begin();
  bool moved = found == here.end() && wanted != 0;  // the control is gone
  for (const KeyPress& press : keys_) {
    const int by = direction(press.key, here[static_cast<std::size_t>(at)].kind);
    if (by == 0) continue;
    at = std::clamp<std::ptrdiff_t>(at + by, 0, static_cast<std::ptrdiff_t>(here.size()) - 1);
    moved = true;
  }
  if (moved) {
    actions.emplace_back(FocusControl{state.focus, here[static_cast<std::size_t>(at)].id, state.focus_visible});
  }
  return actions;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The list of keys, over everything else.
#include "viewer/keyboard.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {

Actions draw_help(const PanelContext& context) {
  if (!context.state.help) return {};
  Actions actions;
  const auto keys = key_list();
  float key_width = 0.0F;
  float text = 0.0F;
  for (const auto& [key, what] : keys) {
    key_width = std::max(key_width, text_width(context.fonts.bold, context.text(key)));
    text = std::max(text, text_width(context.fonts.text, context.text(what)));
  }
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float row = context.px(26);
  const float width = std::min(key_width + text + context.px(20 + 48), display.x - context.px(16));
  const float height = std::min(row * static_cast<float>(keys.size()) + context.px(70), display.y - context.px(16));
  const Rectangle where{(display.x - width) / 2, (display.y - height) / 2, width, height};

  begin_panel("##shade", {0, 0, display.x, display.y}, hex(0x22262B, 90));
  raise_panel();
  if (hot_area("shade", {0, 0}, display)) actions.emplace_back(ShowHelp{false});
  ImGui::End();
  begin_panel("##help", where, theme::panel);
  raise_panel();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = static_cast<float>(where.x) + context.px(24);
  float y = static_cast<float>(where.y) + context.px(20);
  draw_text(list, context.fonts.heading, {x, y}, theme::ink, context.text(message("Keys")));
  y += context.px(34);
  for (const auto& [key, what] : keys) {
    draw_text(list, context.fonts.bold, {x, y}, theme::ink, context.text(key));
    draw_text(list, context.fonts.text, {x + key_width + context.px(20), y}, theme::ink, context.text(what));
    y += row;
  }
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

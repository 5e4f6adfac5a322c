// SPDX-License-Identifier: Apache-2.0
// Two to four sites side by side.
#include "viewer/panels/controls.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

namespace ancrage::viewer {

Actions draw_compare_view(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  if (where.empty()) return {};
  Actions actions;
  begin_panel("##compare", where, theme::page);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& compared = context.state.interview.compared;
  const float x = static_cast<float>(where.x) + context.px(24);
  float y = static_cast<float>(where.y) + context.px(24);
  draw_text(list, context.fonts.heading, {x, y}, theme::ink, context.text(message("Compare")));
  y += context.px(36);
  if (compared.empty()) {
    draw_wrapped(list, context.fonts.text, {x, y}, static_cast<float>(where.width) - context.px(48), theme::secondary,
                 context.text(message("Select a place on the map and press C to put it here, up to four.")));
  }
  for (const std::size_t site : compared) {
    const std::string& name = context.model.territory().sites.name[site];
    if (text_button(context, Region::main, name, {x, y}, name)) actions.emplace_back(ToggleCompared{site});
    y += context.px(28);
  }
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

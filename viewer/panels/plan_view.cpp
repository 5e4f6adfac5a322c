// SPDX-License-Identifier: Apache-2.0
// Where the next doctors would do most good.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

namespace ancrage::viewer {

Actions draw_plan_view(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  if (where.empty()) return {};
  begin_panel("##plan", where, clear);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = static_cast<float>(where.x) + context.px(16);
  const float y = static_cast<float>(where.y) + context.px(14);
  draw_text(list, context.fonts.heading, {x, y}, theme::ink, context.text(message("Plan")));
  draw_wrapped(list, context.fonts.text, {x, y + context.px(32)}, static_cast<float>(where.width) - context.px(32),
               theme::secondary, context.text(message("Locations are computed on the command line: ancrage locate --help.")));
  ImGui::End();
  return {};
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The health of the data: what each layer holds and where it comes from.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

namespace ancrage::viewer {

Actions draw_data_view(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  if (where.empty()) return {};
  begin_panel("##data", where, theme::page);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = static_cast<float>(where.x) + context.px(24);
  const float right = static_cast<float>(where.x + where.width) - context.px(24);
  float y = static_cast<float>(where.y) + context.px(20);
  draw_text(list, context.fonts.heading, {x, y}, theme::ink, context.text(message("Data")));
  y += context.px(36);
  const float counts = x + context.px(260);
  for (const auto& layer : context.model.territory().health) {
    const std::string source = context.model.territory().provenance(layer.layer);
    draw_text(list, context.fonts.bold, {x, y}, theme::ink, layer.layer);
    draw_text_right(list, context.fonts.text, {counts, y}, theme::ink,
                    context.language().number(static_cast<double>(layer.features)));
    y += draw_wrapped(list, context.fonts.small, {counts + context.px(24), y}, right - counts - context.px(24),
                      theme::secondary, source.empty() ? layer.source : source) +
         context.px(10);
  }
  ImGui::End();
  return {};
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The left panel: the person's profile, or what the map shows.
#include "viewer/panels/controls.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

namespace ancrage::viewer {
namespace {

Actions draw_tab(const PanelContext& context, LeftPanel panel, const Message& label, ImVec2 at, ImVec2 size) {
  Actions actions;
  const bool chosen = context.state.left == panel;
  const ControlUse use = context.controls.use(context, Region::left, "tab " + label.pattern, at, size);
  if (use.clicked) actions.emplace_back(ShowLeft{panel});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = chosen ? context.fonts.bold : context.fonts.text;
  const std::string text = context.text(label);
  const Color color = chosen ? theme::ink : use.hovered ? theme::accent : theme::secondary;
  draw_text(list, font, {at.x + (size.x - text_width(font, text)) / 2, at.y + (size.y - font->FontSize) / 2}, color,
            text);
  const float bottom = at.y + size.y - context.px(1);
  if (chosen) list.AddLine({at.x, bottom}, {at.x + size.x, bottom}, packed(theme::accent), context.px(2));
  return actions;
}

}  // namespace

Actions draw_left_panel(const PanelContext& context) {
  const Rectangle& where = context.layout.left;
  if (where.empty()) return {};
  begin_panel("##left", where, clear);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto left = static_cast<float>(where.x);
  const auto top = static_cast<float>(where.y);
  const auto width = static_cast<float>(where.width);
  const float edge = left + width - 0.5F * context.px(1);
  list.AddLine({edge, top}, {edge, top + static_cast<float>(where.height)}, packed(theme::line), context.px(1));
  const float tab_height = context.px(36);
  const float half = (width - context.px(32)) / 2;
  list.AddLine({left, top + tab_height}, {edge, top + tab_height}, packed(theme::line), context.px(1));
  Actions actions =
      draw_tab(context, LeftPanel::profile, message("Profile"), {left + context.px(16), top}, {half, tab_height});
  append(actions, draw_tab(context, LeftPanel::display, message("On the map"), {left + context.px(16) + half, top},
                           {half, tab_height}));
  const Rectangle body{where.x, where.y + tab_height + context.px(1), where.width - context.px(1),
                       where.height - tab_height - context.px(1)};
  ImGui::SetCursorScreenPos({static_cast<float>(body.x), static_cast<float>(body.y)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild(context.state.left == LeftPanel::profile ? "profile" : "display",
                    {static_cast<float>(body.width), static_cast<float>(body.height)}, false, ImGuiWindowFlags_NoNav);
  append(actions, context.state.left == LeftPanel::profile ? draw_profile(context, body) : draw_display(context, body));
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

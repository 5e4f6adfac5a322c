// SPDX-License-Identifier: Apache-2.0
// The search box of the bar, and its results under it.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

namespace ancrage::viewer {
namespace {

constexpr double row_height = 34;

Actions draw_results(const PanelContext& context, const std::vector<const SearchEntry*>& found,
                     const Rectangle& asked) {
  Actions actions;
  // Wide enough for names, whatever is left of the bar for the box.
  const double width = std::min(std::max<double>(asked.width, context.px(300)), asked.x + asked.width);
  const Rectangle box{asked.x + asked.width - width, asked.y, width, asked.height};
  const float row = context.px(row_height);
  const std::size_t rows = std::max<std::size_t>(1, found.size());
  const Rectangle where{box.x, box.y + box.height + context.px(4), box.width,
                        static_cast<double>(row) * static_cast<double>(rows) + context.px(8)};
  begin_panel("##results", where, theme::panel);
  raise_panel();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 low{static_cast<float>(where.x), static_cast<float>(where.y)};
  const ImVec2 high{low.x + static_cast<float>(where.width), low.y + static_cast<float>(where.height)};
  list.AddRect(low, high, packed(theme::line), 0, 0, context.px(1));
  if (found.empty()) {
    draw_text(list, context.fonts.text, {low.x + context.px(12), low.y + context.px(12)}, theme::secondary,
              context.text(message("No commune or place has that name.")));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const ImVec2 at{low.x + context.px(4), low.y + context.px(4) + static_cast<float>(i) * row};
    const ImVec2 size{static_cast<float>(where.width) - context.px(8), row};
    ImGui::PushID(static_cast<int>(i));
    if (hot_area("result", at, size)) {
      actions.emplace_back(SelectFeature{found[i]->feature, true});
      actions.emplace_back(SetSearch{});
      actions.emplace_back(SetFocus{Region::map, false});
    }
    const bool hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    if (i == context.state.search_cursor || hovered) {
      list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(theme::marked), context.px(4));
    }
    const std::string& detail = found[i]->detail;
    const float detail_width = text_width(context.fonts.small, detail);
    const FittedText name =
        fitted_text(context, context.fonts.text, found[i]->text, size.x - detail_width - context.px(28), 2);
    draw_fitted(list, context.fonts.text, {at.x + context.px(8), at.y + context.px(9)}, theme::ink, name);
    draw_text_right(list, context.fonts.small, {at.x + size.x - context.px(8), at.y + context.px(10)}, theme::secondary,
                    detail);
  }
  ImGui::End();
  return actions;
}

Actions draw_box(const PanelContext& context, const Rectangle& box) {
  Actions actions;
  const bool focused = context.state.focus == Region::search;
  std::string text = context.state.search;
  const std::string hint = context.text(message("Commune or place…"));
  ImGui::PushFont(context.fonts.text);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      {context.px(12), (static_cast<float>(box.height) - context.fonts.text->FontSize) / 2});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, context.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, context.px(1));
  ImGui::SetCursorScreenPos({static_cast<float>(box.x), static_cast<float>(box.y)});
  ImGui::SetNextItemWidth(static_cast<float>(box.width));
  const bool had_keyboard = ImGui::GetIO().WantTextInput;
  if (focused && !had_keyboard) ImGui::SetKeyboardFocusHere();
  if (ImGui::InputTextWithHint("##search", hint.c_str(), &text)) actions.emplace_back(SetSearch{text});
  if (!focused && ImGui::IsItemActive()) {
    // By the mouse, or late by the keyboard, which has gone on since.
    if (ImGui::IsItemActivated() && ImGui::GetIO().MouseDown[0]) {
      actions.emplace_back(SetFocus{Region::search, false});
    } else {
      ImGui::ClearActiveID();
    }
  }
  ImGui::PopStyleVar(3);
  ImGui::PopFont();
  if (focused)
    draw_focus_ring(
        context, {box.x - context.px(4), box.y - context.px(4), box.width + context.px(8), box.height + context.px(8)});
  return actions;
}

}  // namespace

Actions draw_search(const PanelContext& context, const Rectangle& box) {
  Actions actions = draw_box(context, box);
  if (context.state.focus == Region::search && !context.state.search.empty()) {
    append(actions, draw_results(context, context.model.search(context.state.search, search_results), box));
  }
  return actions;
}

}  // namespace ancrage::viewer

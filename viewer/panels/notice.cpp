// SPDX-License-Identifier: Apache-2.0
// The last notice, on one calm line over the bottom of the window; a click or Esc closes it.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {

Actions draw_notice(const PanelContext& context) {
  if (context.state.notices.empty()) return {};
  const Notice& notice = context.state.notices.back();
  Actions actions;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float padding = context.px(14);
  const float most = std::min(display.x - context.px(32), context.px(720));
  const ImFont* font = context.fonts.text;
  const float close = context.px(22);
  const float width = std::min(most, text_width(font, notice.text) + 2 * padding + close + context.px(8));
  const float inner = width - 2 * padding - close - context.px(8);
  const float height =
      font->CalcTextSizeA(font->FontSize, FLT_MAX, inner, notice.text.data(), notice.text.data() + notice.text.size())
          .y +
      context.px(18);
  const Rectangle where{(display.x - width) / 2, display.y - height - context.px(38), width, height};
  begin_panel("##notice", where, clear);
  raise_panel();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 low{static_cast<float>(where.x), static_cast<float>(where.y)};
  const ImVec2 high{low.x + width, low.y + height};
  if (hot_area("notice", low, {width, height})) actions.emplace_back(CloseNotice{});
  list.AddRectFilled(low, high, packed(theme::panel), context.px(6));
  list.AddRect(low, high, packed(notice.fault ? theme::need : theme::accent), context.px(6), 0, context.px(1.4));
  list.AddRectFilled(low, {low.x + context.px(5), high.y}, packed(notice.fault ? theme::need : theme::accent),
                     context.px(6), ImDrawFlags_RoundCornersLeft);
  draw_wrapped(list, font, {low.x + padding, low.y + context.px(9)}, inner, theme::ink, notice.text);
  const ImVec2 middle{high.x - padding - close / 2 + context.px(4), low.y + height / 2};
  const float arm = context.px(4);
  list.AddLine({middle.x - arm, middle.y - arm}, {middle.x + arm, middle.y + arm}, packed(theme::secondary),
               context.px(1.4));
  list.AddLine({middle.x - arm, middle.y + arm}, {middle.x + arm, middle.y - arm}, packed(theme::secondary),
               context.px(1.4));
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

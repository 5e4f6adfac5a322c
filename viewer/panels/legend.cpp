// SPDX-License-Identifier: Apache-2.0
// The legend, a card in the map's corner: classes with their number, colour and count of communes.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {

void draw_legend(const PanelContext& context) {
  const Classification& classes = context.model.classification(context.state.color);
  const Rectangle& map = context.layout.map;
  const std::string title = context.text(classes.title);
  const std::string subtitle = context.text(classes.subtitle);
  float width = text_width(context.fonts.bold, title);
  for (const MapClass& entry : classes.classes) {
    width = std::max(width, context.px(30 + 56) + text_width(context.fonts.small, context.text(entry.label)));
  }
  width = std::max(width, std::min(text_width(context.fonts.small, subtitle), context.px(190)));
  const float inner = std::max(width, context.px(150));
  if (inner + context.px(48) > static_cast<float>(map.width)) return;

  const ImFont* small = context.fonts.small;
  const float subtitle_height =
      small->CalcTextSizeA(small->FontSize, FLT_MAX, inner, subtitle.data(), subtitle.data() + subtitle.size()).y;
  const float row = context.px(19);
  const float height = context.px(10 + 19) + subtitle_height + context.px(8) +
                       row * static_cast<float>(classes.classes.size()) + context.px(8);
  const Rectangle where{map.x + map.width - inner - context.px(24 + 12), map.y + context.px(12), inner + context.px(24),
                        height};
  if (where.height > map.height) return;
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  const ImVec2 low{static_cast<float>(where.x), static_cast<float>(where.y)};
  const ImVec2 high{low.x + static_cast<float>(where.width), low.y + height};
  list.AddRectFilled(low, high, packed(theme::panel, 0.96), context.px(6));
  list.AddRect(low, high, packed(theme::line), context.px(6), 0, context.px(1));
  const float x = low.x + context.px(12);
  float y = low.y + context.px(10);
  draw_text(list, context.fonts.bold, {x, y}, theme::ink, title);
  y += context.px(19);
  draw_wrapped(list, small, {x, y}, inner, theme::secondary, subtitle);
  y += subtitle_height + context.px(8);
  for (std::size_t i = 0; i < classes.classes.size(); ++i) {
    // The highest class on top, the absence of a value at the bottom.
    const bool values_only = i < classes.classes.size() && !classes.classes.back().hatched;
    const std::size_t ordered = classes.classes.size() - (values_only ? 0 : 1);
    const std::size_t index = i < ordered ? ordered - 1 - i : i;
    const MapClass& entry = classes.classes[index];
    const ImVec2 box{x, y + context.px(2)};
    const ImVec2 box_end{x + context.px(20), y + context.px(14)};
    list.AddRectFilled(box, box_end, packed(entry.color));
    if (entry.hatched) draw_hatch(list, box, box_end, hex(0x9E9B94), context.px(5), context.px(1));
    list.AddRect(box, box_end, packed(hex(0x8A9099)), 0, 0, context.px(0.7));
    draw_text(list, small, {x + context.px(30), y + context.px(1)}, theme::ink, context.text(entry.label));
    draw_text_right(list, small, {x + inner, y + context.px(1)}, theme::secondary,
                    context.language().number(static_cast<double>(entry.count)));
    y += row;
  }
}

}  // namespace ancrage::viewer

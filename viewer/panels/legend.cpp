// SPDX-License-Identifier: Apache-2.0
// The legend, a card in the map's corner: classes with their number, colour and count of communes.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {

namespace {

constexpr double row_units = 19;
constexpr double padding_units = 12;

float subtitle_height(const PanelContext& context, const std::string& subtitle, float width) {
  const ImFont* small = context.fonts.small;
  return small->CalcTextSizeA(small->FontSize, FLT_MAX, width, subtitle.data(), subtitle.data() + subtitle.size()).y;
}

// White or ink, whichever reads better.
Color contrast(Color color) {
  const double luminance = 0.299 * color.red + 0.587 * color.green + 0.114 * color.blue;
  return luminance < 140 ? theme::panel : theme::ink;
}

}  // namespace

Rectangle legend_place(const PanelContext& context) {
  const Classification& classes = context.classes();
  const Rectangle& map = context.layout.map;
  const std::string subtitle = context.text(classes.subtitle);
  float width = text_width(context.fonts.bold, context.text(classes.title));
  for (const MapClass& entry : classes.classes) {
    width = std::max(width, context.px(30 + 40) + text_width(context.fonts.small, context.text(entry.label)));
  }
  width = std::max({width, std::min(text_width(context.fonts.small, subtitle), context.px(190)), context.px(150)});
  const float height = context.px(10 + 19) + subtitle_height(context, subtitle, width) + context.px(8) +
                       context.px(row_units) * static_cast<float>(classes.classes.size()) + context.px(8);
  const double outer = width + context.px(2 * padding_units);
  const double margin = context.px(12);
  if (outer + 2 * margin > 0.62 * map.width || height + 2 * margin > map.height) return {};
  return {map.x + map.width - outer - margin, map.y + margin, outer, height};
}

void draw_legend(const PanelContext& context) {
  const Rectangle where = legend_place(context);
  if (where.empty()) return;
  const Classification& classes = context.classes();
  const std::string title = context.text(classes.title);
  const std::string subtitle = context.text(classes.subtitle);
  const ImFont* small = context.fonts.small;
  const float inner = static_cast<float>(where.width) - context.px(2 * padding_units);
  const float row = context.px(row_units);
  const auto height = static_cast<float>(where.height);
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
  y += subtitle_height(context, subtitle, inner) + context.px(8);
  // The highest class on top, the absence of a value at the bottom.
  const std::size_t ordered = classes.classes.size() - (classes.classes.back().hatched ? 1 : 0);
  for (std::size_t i = 0; i < classes.classes.size(); ++i) {
    const std::size_t index = i < ordered ? ordered - 1 - i : i;
    const MapClass& entry = classes.classes[index];
    const ImVec2 box{x, y + context.px(2)};
    const ImVec2 box_end{x + context.px(20), y + context.px(14)};
    list.AddRectFilled(box, box_end, packed(entry.color));
    if (entry.hatched) draw_hatch(list, box, box_end, hex(0x9E9B94), context.px(5), context.px(1));
    list.AddRect(box, box_end, packed(hex(0x8A9099)), 0, 0, context.px(0.7));
    if (!classes.values.empty()) {
      const float center = (box.x + box_end.x - text_width(small, entry.sign)) / 2;
      draw_text(list, small, {center, y + context.px(1)}, contrast(entry.color), entry.sign);
    }
    draw_text(list, small, {x + context.px(30), y + context.px(1)}, theme::ink, context.text(entry.label));
    draw_text_right(list, small, {x + inner, y + context.px(1)}, theme::secondary,
                    context.language().number(static_cast<double>(entry.count)));
    y += row;
  }
}

}  // namespace ancrage::viewer

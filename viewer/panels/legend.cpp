// SPDX-License-Identifier: Apache-2.0
// The legend, a card in the map's corner: classes with their number, colour and count of communes. The mouse on a class
// makes its communes stand out on the map, a press keeps them so; the class of what is pointed at or selected is
// marked.
#include "viewer/panels/controls.hpp"
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

// Of the commune that is pointed at, else of the selected one.
std::optional<std::size_t> pointed_class(const PanelContext& context) {
  const Feature feature = context.state.hovered ? context.state.hovered : context.state.selected;
  const auto commune = context.model.commune_of(feature);
  if (!commune) return std::nullopt;
  const std::uint8_t index = context.classes().class_of[*commune];
  return index == Classification::outside ? std::nullopt : std::optional<std::size_t>(index);
}

// A triangle at the row's left end.
void draw_pointer(const PanelContext& context, ImDrawList& list, ImVec2 tip) {
  const float size = context.px(5);
  list.AddTriangleFilled({tip.x - size, tip.y - size}, tip, {tip.x - size, tip.y + size}, packed(theme::ink));
}

class LegendDrawer {
 public:
  LegendDrawer(const PanelContext& context, const Rectangle& where)
      : context_(context), list_(*ImGui::GetBackgroundDrawList()), where_(where), pointed_(pointed_class(context)) {}

  Actions draw() {
    const Classification& classes = context_.classes();
    const ImFont* small = context_.fonts.small;
    const float inner = static_cast<float>(where_.width) - context_.px(2 * padding_units);
    const ImVec2 low{static_cast<float>(where_.x), static_cast<float>(where_.y)};
    const ImVec2 high{low.x + static_cast<float>(where_.width), low.y + static_cast<float>(where_.height)};
    list_.AddRectFilled(low, high, packed(theme::panel, 0.96), context_.px(6));
    list_.AddRect(low, high, packed(theme::line), context_.px(6), 0, context_.px(1));
    const float x = low.x + context_.px(padding_units);
    float y = low.y + context_.px(10);
    draw_text(list_, context_.fonts.bold, {x, y}, theme::ink, context_.text(classes.title));
    y += context_.px(19);
    const std::string subtitle = context_.text(classes.subtitle);
    draw_wrapped(list_, small, {x, y}, inner, theme::secondary, subtitle);
    y += subtitle_height(context_, subtitle, inner) + context_.px(8);
    // The highest class on top, the absence of a value at the bottom.
    const std::size_t ordered = classes.classes.size() - (classes.classes.back().hatched ? 1 : 0);
    for (std::size_t i = 0; i < classes.classes.size(); ++i) {
      row(i < ordered ? ordered - 1 - i : i, {x, y}, inner);
      y += context_.px(row_units);
    }
    if (hovered_ != context_.state.legend.hovered) actions_.emplace_back(HoverClass{hovered_});
    return std::move(actions_);
  }

 private:
  void row(std::size_t index, ImVec2 at, float width) {
    const MapClass& entry = context_.classes().classes[index];
    const ImFont* small = context_.fonts.small;
    const float pad = context_.px(6);
    const ControlUse use = context_.controls.use(context_, Region::keyed, "class " + std::to_string(index),
                                                 {at.x - pad, at.y}, {width + 2 * pad, context_.px(row_units)});
    if (use.hovered) hovered_ = index;
    if (use.clicked) actions_.emplace_back(KeepClass{index});
    if (context_.state.legend.index() == index) {
      list_.AddRectFilled({at.x - pad, at.y - context_.px(1)}, {at.x + width + pad, at.y + context_.px(row_units - 2)},
                          packed(theme::marked), context_.px(4));
    }
    if (pointed_ == index) draw_pointer(context_, list_, {at.x - context_.px(2), at.y + context_.px(8)});
    const ImVec2 box{at.x, at.y + context_.px(2)};
    const ImVec2 box_end{at.x + context_.px(20), at.y + context_.px(14)};
    list_.AddRectFilled(box, box_end, packed(entry.color));
    if (entry.hatched) draw_hatch(list_, box, box_end, hex(0x9E9B94), context_.px(5), context_.px(1));
    const bool kept = context_.state.legend.kept == index;
    list_.AddRect(box, box_end, packed(kept ? theme::ink : hex(0x8A9099)), 0, 0, context_.px(kept ? 1.8 : 0.7));
    if (!context_.classes().values.empty()) {
      const float center = (box.x + box_end.x - text_width(small, entry.sign)) / 2;
      draw_text(list_, small, {center, at.y + context_.px(1)}, contrast(entry.color), entry.sign);
    }
    draw_text(list_, small, {at.x + context_.px(30), at.y + context_.px(1)}, theme::ink, context_.text(entry.label));
    draw_text_right(list_, small, {at.x + width, at.y + context_.px(1)}, theme::secondary,
                    context_.language().number(static_cast<double>(entry.count)));
  }

  const PanelContext& context_;
  ImDrawList& list_;
  Rectangle where_;
  std::optional<std::size_t> pointed_;
  std::optional<std::size_t> hovered_;
  Actions actions_;
};

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

Actions draw_legend(const PanelContext& context) {
  const Rectangle where = legend_place(context);
  if (where.empty()) return {};
  begin_panel("##legend", where, clear);  // takes the mouse; what is drawn lies under the panels
  Actions actions = LegendDrawer(context, where).draw();
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

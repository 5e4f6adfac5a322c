// SPDX-License-Identifier: Apache-2.0
// The bar: program and territory, the views, the search box.
#include "viewer/panels/controls.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

Message view_label(View view) {
  switch (view) {
    case View::map:
      return message("Map");
    case View::compare:
      return message("Compare");
    case View::what_if:
      return message("What if…");
    case View::plan:
      return message("Plan");
    case View::data:
      return message("Data");
  }
  return {};
}

std::string tab_text(const PanelContext& context, View view) {
  std::string text = context.text(view_label(view));
  const std::size_t compared = context.state.interview.compared.size();
  if (view == View::compare && compared > 0) text += " (" + std::to_string(compared) + ")";
  return text;
}

float tabs_width(const PanelContext& context, float padding) {
  float width = 0.0F;
  for (const View view : all_views) width += text_width(context.fonts.text, tab_text(context, view)) + 2 * padding;
  return width;
}

Actions draw_tabs(const PanelContext& context, ImDrawList& list, float x, float padding) {
  Actions actions;
  const float top = context.px(8);
  const float height = context.px(28);
  for (const View view : all_views) {
    const bool chosen = context.state.view == view;
    const ImFont* font = chosen ? context.fonts.bold : context.fonts.text;
    const std::string text = tab_text(context, view);
    const float width = text_width(context.fonts.text, text) + 2 * padding;
    const ImVec2 at{x, top};
    const ControlUse use =
        context.controls.use(context, Region::views, "view " + std::to_string(static_cast<int>(view)), at,
                             {width, height});
    if (use.clicked) actions.emplace_back(ShowView{view});
    if (chosen || use.hovered) {
      list.AddRectFilled(at, {at.x + width, at.y + height}, packed(chosen ? theme::marked : theme::hovered),
                         context.px(6));
    }
    draw_text(list, font, {x + (width - text_width(font, text)) / 2, top + (height - font->FontSize) / 2},
              chosen ? theme::accent : theme::ink, text);
    x += width;
  }
  return actions;
}

}  // namespace

Actions draw_top_bar(const PanelContext& context) {
  const Rectangle& bar = context.layout.bar;
  begin_panel("##bar", bar, clear);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto bottom = static_cast<float>(bar.height) - 0.5F * context.px(1);
  list.AddLine({0, bottom}, {static_cast<float>(bar.width), bottom}, packed(theme::line), context.px(1));
  const double units = bar.width / context.state.scale;
  const double search_width = std::clamp(units * 0.2, 120.0, 300.0) * context.state.scale;
  const Rectangle box{bar.width - search_width - context.px(12), context.px(8), search_width, context.px(28)};

  float x = context.px(16);
  draw_text(list, context.fonts.heading, {x, context.px(11)}, theme::ink, "Ancrage");
  x += text_width(context.fonts.heading, "Ancrage") + context.px(12);
  // The views stand in the middle where there is room; the territory's name gives way, then their padding.
  const auto room_end = static_cast<float>(box.x) - context.px(12);
  float padding = context.px(16);
  while (padding > context.px(4) && x + tabs_width(context, padding) > room_end) padding -= context.px(1);
  const float tabs = tabs_width(context, padding);
  const float tabs_x = std::max(x, std::min((static_cast<float>(bar.width) - tabs) / 2, room_end - tabs));
  const float name_room = tabs_x - x - context.px(16);
  if (name_room > context.px(60)) {
    draw_text(list, context.fonts.text, {x, context.px(14.5)}, theme::secondary,
              fitted_text(context.fonts.text, context.model.territory().name, name_room));
  }
  Actions actions = draw_tabs(context, list, tabs_x, padding);
  append(actions, draw_search(context, box));
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

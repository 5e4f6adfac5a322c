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
    const ControlUse use = context.controls.use(context, Region::views,
                                                "view " + std::to_string(static_cast<int>(view)), at, {width, height});
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

// An arrow that turns back (to the left) or forward.
void draw_turn(ImDrawList& list, ImVec2 middle, float radius, bool back, Color color, float width) {
  const float sign = back ? -1.0F : 1.0F;
  list.PathClear();
  constexpr float pi = 3.14159265F;
  if (back) {
    list.PathArcTo(middle, radius, -0.75F * pi, 0.5F * pi, 16);
  } else {
    list.PathArcTo(middle, radius, -0.25F * pi, -1.5F * pi, 16);
  }
  list.PathStroke(packed(color), 0, width);
  const ImVec2 tip{middle.x + sign * radius * 0.72F, middle.y - radius * 0.72F};
  list.AddTriangleFilled({tip.x + sign * radius * 0.55F, tip.y + radius * 0.1F},
                         {tip.x - sign * radius * 0.25F, tip.y - radius * 0.65F},
                         {tip.x - sign * radius * 0.3F, tip.y + radius * 0.55F}, packed(color));
}

Actions draw_turn_button(const PanelContext& context, ImDrawList& list, ImVec2 at, bool back) {
  const History& history = context.state.history;
  const bool possible = back ? history.can_undo() : history.can_redo();
  const float size = context.px(28);
  const ControlUse use = context.controls.use(context, Region::views, back ? "undo" : "redo", at, {size, size});
  if (use.hovered && possible)
    list.AddRectFilled(at, {at.x + size, at.y + size}, packed(theme::hovered), context.px(6));
  draw_turn(list, {at.x + size / 2, at.y + size / 2 + context.px(1)}, context.px(6), back,
            possible ? theme::ink : theme::line, context.px(1.8));
  if (use.hovered && possible) {
    const std::string what = context.text(back ? history.undo_label() : history.redo_label());
    tooltip(context,
            context.text(back ? message("Take back: {0} (Ctrl+Z)", what) : message("Do again: {0} (Ctrl+Y)", what)));
  }
  if (!use.clicked || !possible) return {};
  return back ? Actions{Undo{}} : Actions{Redo{}};
}

Actions draw_take_button(const PanelContext& context, ImDrawList& list, const std::string& text, ImVec2 at,
                         ImVec2 size) {
  const ControlUse use = context.controls.use(context, Region::views, "take away", at, size);
  list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(use.hovered ? hex(0x163D70) : theme::accent),
                     context.px(6));
  const ImFont* font = context.fonts.bold;
  draw_text(list, font, {at.x + (size.x - text_width(font, text)) / 2, at.y + (size.y - font->FontSize) / 2},
            theme::panel, text);
  if (use.clicked) return {ShowMenu{!context.state.menu.open}};
  return {};
}

}  // namespace

Actions draw_top_bar(const PanelContext& context) {
  const Rectangle& bar = context.layout.bar;
  begin_panel("##bar", bar, clear);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto bottom = static_cast<float>(bar.height) - 0.5F * context.px(1);
  list.AddLine({0, bottom}, {static_cast<float>(bar.width), bottom}, packed(theme::line), context.px(1));
  const double units = bar.width / context.state.scale;
  const double search_width = std::clamp(units * 0.17, 96.0, 300.0) * context.state.scale;
  const std::string take = context.text(message("Take away"));
  const double take_width = text_width(context.fonts.bold, take) + context.px(28);
  const double take_x = bar.width - take_width - context.px(12);
  const Rectangle box{take_x - search_width - context.px(10), context.px(8), search_width, context.px(28)};

  float x = context.px(16);
  draw_text(list, context.fonts.heading, {x, context.px(11)}, theme::ink, "Ancrage");
  x += text_width(context.fonts.heading, "Ancrage") + context.px(12);
  // The views stand in the middle where there is room; the territory's name gives way, then their padding.
  const float turns = context.px(60);
  const auto room_end = static_cast<float>(box.x) - context.px(12) - turns;
  float padding = context.px(16);
  while (padding > context.px(4) && x + tabs_width(context, padding) > room_end) padding -= context.px(1);
  const float tabs = tabs_width(context, padding);
  const float tabs_x = std::max(x, std::min((static_cast<float>(bar.width) - tabs) / 2, room_end - tabs));
  const float name_room = tabs_x - x - context.px(16);
  if (name_room > context.px(60)) {
    draw_fitted(list, context.fonts.text, {x, context.px(14.5)}, theme::secondary,
                fitted_text(context, context.fonts.text, context.model.territory().name, name_room));
  }
  Actions actions = draw_tabs(context, list, tabs_x, padding);
  const float turn_x = static_cast<float>(box.x) - turns - context.px(4);
  append(actions, draw_turn_button(context, list, {turn_x, context.px(8)}, true));
  append(actions, draw_turn_button(context, list, {turn_x + context.px(29), context.px(8)}, false));
  append(actions, draw_search(context, box));
  append(actions, draw_take_button(context, list, take, {static_cast<float>(take_x), context.px(8)},
                                   {static_cast<float>(take_width), context.px(28)}));
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The ranked list: need and attractiveness side by side, sorted by either.
#include "ancrage/base/plural_message.hpp"
#include "ancrage/report/limits.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

using assessment::Score;

constexpr double row_height = 30;

struct Columns {
  float left, rank_right, name, name_width, need, attractiveness, column_width, right;
};

Columns columns_of(const PanelContext& context, const Rectangle& where) {
  Columns c{};
  c.left = static_cast<float>(where.x);
  c.right = static_cast<float>(where.x + where.width) - context.px(16);
  c.column_width = context.px(50);
  c.attractiveness = c.right - c.column_width;
  c.need = c.attractiveness - c.column_width - context.px(16);
  c.rank_right = c.left + context.px(30);
  c.name = c.left + context.px(39);
  c.name_width = c.need - c.name - context.px(8);
  return c;
}

Color score_color(Score score) { return score == Score::need ? theme::need : theme::accent; }

void draw_score(const PanelContext& context, ImDrawList& list, float x, float middle, float width, Score which,
                std::size_t site) {
  const Quantity value = context.assessment().score(which, site).score;
  const std::string text = context.language().number(value);
  const ImFont* font = context.fonts.small;
  draw_text_right(list, font, {x + width, middle - font->FontSize + context.px(1)}, theme::ink, text);
  if (!value.is_number()) return;
  draw_bar(list, {x, middle + context.px(4)}, {width, context.px(5)}, value.value() / 100, score_color(which));
}

// A column's heading, a click on which sorts by it.
Actions draw_heading(const PanelContext& context, ImDrawList& list, float x, float y, float width, Score score,
                     std::string_view label, const char* id) {
  Actions actions;
  const bool chosen = context.state.sort == score;
  const float right = x + width;
  const float label_width = text_width(context.fonts.small, label);
  const float arrow = context.px(12);
  const ImVec2 at{right - std::max(width, label_width + arrow), y - context.px(5)};
  const ImVec2 size{right + context.px(4) - at.x, context.px(24)};
  if (hot_area(id, at, size)) {
    actions.emplace_back(SortBy{score});
    actions.emplace_back(SetFocus{Region::ranking, false});
  }
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(theme::hovered), context.px(4));
  }
  draw_text_right(list, context.fonts.small, {right, y}, chosen ? theme::ink : theme::secondary, label);
  if (chosen) {
    const float tip_x = right - label_width - context.px(7);
    const float tip_y = y + context.px(10);
    list.AddTriangleFilled({tip_x - context.px(3.5), tip_y - context.px(4)},
                           {tip_x + context.px(3.5), tip_y - context.px(4)}, {tip_x, tip_y},
                           packed(score_color(score)));
  }
  return actions;
}

Actions draw_row(const PanelContext& context, ImDrawList& list, const Columns& columns, std::size_t row, float y) {
  Actions actions;
  const State& state = context.state;
  const Model& model = context.model;
  const std::size_t site = context.assessment().ranking(state.sort)[row];
  const Feature feature = model.feature_of_site(site);
  const float height = context.px(row_height);
  const ImVec2 at{columns.left + context.px(8), y};
  const ImVec2 size{columns.right + context.px(8) - at.x, height};
  ImGui::PushID(static_cast<int>(row));
  if (hot_area("row", at, size)) {
    actions.emplace_back(SelectFeature{feature, true});
    actions.emplace_back(SetFocus{Region::ranking, false});
  }
  const bool hovered = ImGui::IsItemHovered();
  ImGui::PopID();
  if (hovered) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    actions.emplace_back(HoverFeature{feature, false, {mouse.x, mouse.y}});
  }
  const bool selected = state.selected && model.site_of(state.selected) == site;
  const bool marked = state.hovered && model.site_of(state.hovered) == site;
  if (selected || marked) {
    list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(selected ? theme::marked : theme::hovered),
                       context.px(6));
  }
  if (state.focus_visible && state.focus == Region::ranking && state.list_cursor == row) {
    list.AddRect(at, {at.x + size.x, at.y + size.y}, packed(theme::accent), context.px(6), 0, context.px(2));
  }
  const float middle = y + height / 2;
  const auto& score = context.assessment().score(state.sort, site);
  const float text_y = middle - context.fonts.text->FontSize / 2;
  if (score.rank > 0) {
    draw_text_right(list, context.fonts.text, {columns.rank_right, text_y}, theme::secondary,
                    context.language().number(static_cast<double>(score.rank)));
  }
  const ImFont* font = selected ? context.fonts.bold : context.fonts.text;
  const std::string& name = model.territory().sites.name[site];
  const FittedText shown = fitted_text(context, font, name, columns.name_width, 2);
  const bool in = context.assessment().is_in(site);
  draw_fitted(list, font, {columns.name, text_y}, in ? theme::ink : theme::secondary, shown);
  draw_score(context, list, columns.need, middle, columns.column_width, Score::need, site);
  draw_score(context, list, columns.attractiveness, middle, columns.column_width, Score::attractiveness, site);
  if (!in) {
    // Out: struck through, and why on hover.
    float line = middle - shown.height() / 2 + shown.font->FontSize * 0.55F;
    for (const std::string& part : shown.lines) {
      list.AddLine({columns.name, line}, {columns.name + text_width(shown.font, part), line}, packed(theme::secondary),
                   context.px(1));
      line += shown.font->FontSize;
    }
    if (hovered) {
      tooltip(context, name + "\n" + report::exclusion_text(context.assessment(), site, context.language()));
    }
    return actions;
  }
  if (hovered && shown.cut) tooltip(context, name);
  return actions;
}

std::string places_text(const PanelContext& context) {
  const std::size_t all = context.assessment().ranking(context.state.sort).size();
  const std::size_t in = context.assessment().sites_in();
  return context.text(in == all ? plural_message("{0} place", "{0} places", all)
                                : message("{0} places · {1} out", in, all - in));
}

void follow_cursor(const PanelContext& context, float height) {
  if (!context.state.list_follows) return;
  const float row = context.px(row_height);
  const float top = static_cast<float>(context.state.list_cursor) * row;
  const float scroll = ImGui::GetScrollY();
  if (top >= scroll && top + row <= scroll + height) return;
  // To the middle, in whole rows.
  ImGui::SetScrollY(std::max(0.0F, top - row * std::floor(height / row / 2)));
}

}  // namespace

Actions draw_ranking(const PanelContext& context, const Rectangle& where) {
  begin_panel("##ranking", where, clear);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Columns columns = columns_of(context, where);
  auto y = static_cast<float>(where.y) + context.px(14);
  const auto& order = context.assessment().ranking(context.state.sort);
  draw_text(list, context.fonts.heading, {columns.left + context.px(16), y}, theme::ink,
            context.text(message("Ranking")));
  draw_text_right(list, context.fonts.small, {columns.right, y + context.px(5)}, theme::secondary,
                  places_text(context));
  y += context.px(32);
  draw_text(list, context.fonts.small, {columns.name, y}, theme::secondary, context.text(message("Place")));
  Actions actions = draw_heading(context, list, columns.need, y, columns.column_width, Score::need,
                                 context.text(message("need")), "by-need");
  append(actions, draw_heading(context, list, columns.attractiveness, y, columns.column_width, Score::attractiveness,
                               context.text(message("appeal")), "by-attractiveness"));
  y += context.px(22);

  const float height = std::max(
      context.px(row_height),
      std::floor((static_cast<float>(where.y + where.height) - y) / context.px(row_height)) * context.px(row_height));
  ImGui::SetCursorScreenPos({columns.left, y});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("rows", {static_cast<float>(where.width), height}, false, ImGuiWindowFlags_NoNav);
  const float row = context.px(row_height);
  const float top = ImGui::GetCursorScreenPos().y;
  const auto first = static_cast<std::size_t>(std::max(0.0F, std::floor(ImGui::GetScrollY() / row)));
  const std::size_t last = std::min(order.size(), first + static_cast<std::size_t>(height / row) + 2);
  ImDrawList& rows = *ImGui::GetWindowDrawList();
  for (std::size_t i = first; i < last; ++i) {
    append(actions, draw_row(context, rows, columns, i, top + static_cast<float>(i) * row));
  }
  ImGui::SetCursorScreenPos({columns.left, top});
  ImGui::Dummy({1, row * static_cast<float>(order.size())});
  follow_cursor(context, height);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::End();
  if (context.state.focus == Region::ranking) draw_focus_ring(context, where);
  return actions;
}

}  // namespace ancrage::viewer

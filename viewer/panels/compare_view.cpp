// SPDX-License-Identifier: Apache-2.0
// Two to four sites side by side: names, maps that move as one, and under them their values or the reasons.
#include "viewer/panels/compare_columns.hpp"
#include "viewer/panels/controls.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

constexpr double zoom_per_notch = 1.25;
constexpr std::size_t most_proposed = 3;

// Sites to put beside the others: the selected one, then the best of the ranking.
std::vector<std::size_t> proposed_sites(const PanelContext& context) {
  const auto& compared = context.state.interview.compared;
  std::vector<std::size_t> result;
  const auto add = [&](std::size_t site) {
    const bool known = std::find(compared.begin(), compared.end(), site) != compared.end() ||
                       std::find(result.begin(), result.end(), site) != result.end();
    if (!known && result.size() < most_proposed) result.push_back(site);
  };
  if (const auto site = context.model.site_of(context.state.selected)) add(*site);
  for (const std::size_t site : context.assessment().ranking(context.state.weighed)) add(site);
  return result;
}

Actions draw_name(const PanelContext& context, ImDrawList& list, const CompareColumns& columns, std::size_t column) {
  Actions actions;
  const std::size_t site = context.state.interview.compared[column];
  const auto& sites = context.model.territory().sites;
  const float x = columns.x(column);
  const float badge = context.px(9);
  draw_site_badge(context, list, {x + badge, columns.names + badge}, column);
  const float text_x = x + 2 * badge + context.px(7);
  const float cross = context.px(24);
  const float room = x + columns.width() - cross - text_x;
  const FittedText name = fitted_text(context, context.fonts.bold, sites.name[site], room, 2);
  const float name_top = columns.names + context.px(1) + (name.height() - context.fonts.bold->FontSize) / 2;
  draw_fitted(list, context.fonts.bold, {text_x, name.lines.size() > 1 ? name_top - context.px(4) : name_top},
              theme::ink, name);
  std::string place;
  const Feature feature = context.model.feature_of_site(site);
  if (const auto commune = context.model.commune_of(feature)) {
    const auto& communes = context.model.territory().communes;
    const auto zone = communes.zone[*commune];
    const std::string status = zone == territory::ZoneStatus::zip   ? "ZIP"
                               : zone == territory::ZoneStatus::zac ? "ZAC"
                                                                    : "";
    if (communes.name[*commune] != sites.name[site]) place = communes.name[*commune];
    place += (place.empty() || status.empty() ? "" : " · ") + status;
  }
  draw_fitted(list, context.fonts.small, {x, columns.names + context.px(27)}, theme::secondary,
              fitted_text(context, context.fonts.small, place, columns.width()));
  const ImVec2 at{x + columns.width() - cross, columns.names - context.px(3)};
  const ControlUse use =
      context.controls.use(context, Region::main, "leave out " + std::to_string(column), at, {cross, cross});
  if (use.clicked) actions.emplace_back(ToggleCompared{site});
  const ImVec2 middle{at.x + cross / 2, at.y + cross / 2};
  const float arm = context.px(4);
  const Color color = use.hovered ? theme::need : theme::secondary;
  list.AddLine({middle.x - arm, middle.y - arm}, {middle.x + arm, middle.y + arm}, packed(color), context.px(1.6));
  list.AddLine({middle.x - arm, middle.y + arm}, {middle.x + arm, middle.y - arm}, packed(color), context.px(1.6));
  if (use.hovered) tooltip(context, context.text(message("Leave {0} out", sites.name[site])));
  return actions;
}

// The column in which the next site would stand.
Actions draw_proposals(const PanelContext& context, ImDrawList& list, const CompareColumns& columns) {
  Actions actions;
  const float x = columns.x(columns.sites);
  const ImVec2 low{x, columns.maps};
  const ImVec2 high{x + columns.width(), columns.maps + columns.map_height};
  list.AddRect(low, high, packed(theme::line), context.px(6), 0, context.px(1.4));
  draw_fitted(list, context.fonts.bold, {x, columns.names + context.px(1)}, theme::ink,
              fitted_text(context, context.fonts.bold, context.text(message("Put beside them")), columns.width()));
  float y = low.y + context.px(12);
  const float inner = columns.width() - context.px(24);
  for (const std::size_t site : proposed_sites(context)) {
    const FittedText name =
        fitted_text(context, context.fonts.text, "+ " + context.model.territory().sites.name[site], inner, 2);
    const float more = std::max(0.0F, name.height() - context.px(16));
    y += more / 2;
    if (text_button(context, Region::main, "put " + std::to_string(site), {x + context.px(12), y}, name)) {
      actions.emplace_back(ToggleCompared{site});
    }
    y += context.px(26) + more / 2;
  }
  draw_wrapped(list, context.fonts.small, {x + context.px(12), y + context.px(4)}, inner, theme::secondary,
               context.text(message("Or select a place on the map and press C.")));
  return actions;
}

// Wheel and drag on one map move all of them.
Actions small_map_input(const PanelContext& context, const SmallMap& map, std::size_t column) {
  ImGui::PushID(static_cast<int>(column));
  const bool clicked = hot_area("map", {static_cast<float>(map.where.x), static_cast<float>(map.where.y)},
                                {static_cast<float>(map.where.width), static_cast<float>(map.where.height)});
  (void)clicked;
  const bool held = ImGui::IsItemActive();
  const bool hovered = ImGui::IsItemHovered();
  ImGui::PopID();
  const ImGuiIO& io = ImGui::GetIO();
  const CompareBoard& board = context.state.board;
  if (held && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
    const double metres = map.camera.metres_per_pixel;
    return {MoveBoard{board.metres_per_unit,
                      {board.offset.x - io.MouseDelta.x * metres, board.offset.y + io.MouseDelta.y * metres}}};
  }
  if (hovered && io.MouseWheel != 0) {
    return {MoveBoard{board.metres_per_unit / std::pow(zoom_per_notch, io.MouseWheel), board.offset}};
  }
  return {};
}

void draw_small_map(const PanelContext& context, ImDrawList& list, const SmallMap& map, std::size_t column) {
  Layout layout = context.layout;
  layout.map = map.where;
  const PanelContext about{context.model, context.state, context.fonts, layout,    context.controls,
                           context.cut,   map.camera,    context.now,   map.camera};
  draw_small_map_overlay(about, map.site);
  const ImVec2 low{static_cast<float>(map.where.x), static_cast<float>(map.where.y)};
  const ImVec2 high{low.x + static_cast<float>(map.where.width), low.y + static_cast<float>(map.where.height)};
  list.AddRect(low, high, packed(site_colors[column]), 0, 0, context.px(1.6));
}

Actions draw_pages(const PanelContext& context, ImDrawList& list, const CompareColumns& columns) {
  Actions actions;
  const float width = columns.label - context.px(16);
  float y = columns.maps;
  const auto page = [&](ComparePage which, const Message& label, const char* id) {
    if (pill(context, Region::main, id, {columns.left, y}, width, context.text(label),
             context.state.board.page == which)) {
      actions.emplace_back(ShowComparePage{which});
    }
    y += context.px(pill_units + 6);
  };
  page(ComparePage::values, message("Values"), "page values");
  page(ComparePage::reasons, message("Reasons"), "page reasons");
  const std::string words = context.text(
      message("Maps: {0}. Wheel and drag move them all; same scale.", context.text(context.classes().title)));
  list.PushClipRect({columns.left, y}, {columns.left + width, columns.maps + columns.map_height}, true);
  draw_wrapped(list, context.fonts.small, {columns.left, y + context.px(4)}, width, theme::secondary, words);
  list.PopClipRect();
  return actions;
}

}  // namespace

CompareColumns compare_columns(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  CompareColumns c;
  c.sites = context.state.interview.compared.size();
  c.left = static_cast<float>(where.x) + context.px(20);
  c.right = static_cast<float>(where.x + where.width) - context.px(14);
  c.gap = context.px(14);
  c.label = std::clamp((c.right - c.left) * 0.2F, context.px(132), context.px(240));
  const std::size_t shown = std::max<std::size_t>(2, std::min(c.sites + 1, most_compared));
  c.each = std::min((c.right - c.left - c.label) / static_cast<float>(shown), context.px(460));
  c.names = static_cast<float>(where.y) + context.px(18);
  c.maps = c.names + context.px(48);
  c.map_height = std::clamp(0.26F * static_cast<float>(where.height), context.px(120), context.px(340));
  c.body = c.maps + c.map_height + context.px(12);
  return c;
}

void draw_site_badge(const PanelContext& context, ImDrawList& list, ImVec2 middle, std::size_t column) {
  list.AddCircleFilled(middle, context.px(9), packed(site_colors[column]));
  const std::string number = std::to_string(column + 1);
  const ImFont* font = context.fonts.small;
  draw_text(list, font, {middle.x - text_width(font, number) / 2, middle.y - font->FontSize / 2}, theme::panel, number);
}

std::vector<SmallMap> small_maps(const PanelContext& context) {
  std::vector<SmallMap> maps;
  if (context.state.view != View::compare || context.layout.main.empty()) return maps;
  const CompareColumns columns = compare_columns(context);
  const CompareBoard& board = context.state.board;
  for (std::size_t i = 0; i < columns.sites; ++i) {
    const std::size_t site = context.state.interview.compared[i];
    const geometry::Point at = context.model.territory().sites.position[site];
    const Rectangle where{std::round(columns.x(i)), std::round(columns.maps), std::round(columns.width()),
                          std::round(columns.map_height)};
    const Camera camera{{at.x + board.offset.x, at.y + board.offset.y},
                        board.metres_per_unit / context.state.scale,
                        where.width,
                        where.height};
    maps.push_back({where, camera, site});
  }
  return maps;
}

Actions draw_compare_view(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  if (where.empty()) return {};
  begin_panel("##compare", where, clear);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const CompareColumns columns = compare_columns(context);
  draw_text(list, context.fonts.heading, {columns.left, columns.names}, theme::ink, context.text(message("Compare")));
  Actions actions = draw_pages(context, list, columns);
  const auto maps = small_maps(context);
  for (std::size_t i = 0; i < maps.size(); ++i) {
    append(actions, draw_name(context, list, columns, i));
    draw_small_map(context, list, maps[i], i);
    append(actions, small_map_input(context, maps[i], i));
  }
  if (columns.sites < most_compared) append(actions, draw_proposals(context, list, columns));
  if (columns.sites > 0) {
    append(actions, context.state.board.page == ComparePage::values ? draw_compare_table(context, columns)
                                                                    : draw_compare_reasons(context, columns));
  }
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

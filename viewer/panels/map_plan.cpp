// SPDX-License-Identifier: Apache-2.0
// The places of a plan on the map, numbered in the order of filling: those that are shown, and pale those to come.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <map>

namespace ancrage::viewer {
namespace {

struct PlannedPlace {
  std::size_t first = 0;  // its first practitioner in the order, from 1
  std::size_t shown = 0;  // of its practitioners
};

constexpr double mark_units = 11;
constexpr double edge_units = 2;

std::map<std::uint32_t, PlannedPlace> planned_places(const PanelContext& context) {
  std::map<std::uint32_t, PlannedPlace> places;
  const PlanBoard& board = context.state.planner;
  if (context.state.view != View::plan || !board.result) return places;
  const auto& order = board.result->plan.order;
  for (std::size_t k = 0; k < order.size(); ++k) {
    PlannedPlace& place = places[order[k]];
    if (place.first == 0) place.first = k + 1;
    if (k < board.step) ++place.shown;
  }
  return places;
}

// "3", or "3 ×2" of a place that takes two.
std::string mark_text(const PlannedPlace& place) {
  std::string text = std::to_string(place.first);
  if (place.shown > 1) text += "\u00A0×" + std::to_string(place.shown);
  return text;
}

float half_width_of(const PanelContext& context, const PlannedPlace& place) {
  return std::max(context.px(mark_units), text_width(context.fonts.small, mark_text(place)) / 2 + context.px(7));
}

void draw_plan_mark(const PanelContext& context, ImDrawList& list, const PlannedPlace& place, ImVec2 at) {
  const ImFont* font = context.fonts.small;
  const std::string text = mark_text(place);
  const float half_height = context.px(mark_units);
  const float half_width = half_width_of(context, place);
  const float edge = context.px(edge_units);
  list.AddRectFilled({at.x - half_width - edge, at.y - half_height - edge},
                     {at.x + half_width + edge, at.y + half_height + edge}, packed(theme::panel), half_height + edge);
  list.AddRectFilled({at.x - half_width, at.y - half_height}, {at.x + half_width, at.y + half_height},
                     packed(theme::accent), half_height);
  draw_text(list, font, {at.x - text_width(font, text) / 2, at.y - font->FontSize / 2}, theme::panel, text);
}

void draw_coming_mark(const PanelContext& context, ImDrawList& list, ImVec2 at) {
  list.AddCircleFilled(at, context.px(6), packed(theme::panel, 0.9));
  list.AddCircle(at, context.px(6), packed(theme::accent), 0, context.px(1.4));
}

}  // namespace

std::vector<PlanMark> plan_marks(const PanelContext& context) {
  std::vector<PlanMark> marks;
  for (const auto& [site, place] : planned_places(context)) {
    marks.push_back({site, half_width_of(context, place) + context.px(edge_units)});
  }
  return marks;
}

void draw_plan_marks(const PanelContext& context) {
  const auto places = planned_places(context);
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  for (const bool shown : {false, true}) {
    for (const auto& [site, place] : places) {
      if ((place.shown > 0) != shown) continue;
      const Pixel p = context.camera.to_pixel(context.model.territory().sites.position[site]);
      const ImVec2 at{static_cast<float>(p.x + context.layout.map.x), static_cast<float>(p.y + context.layout.map.y)};
      if (shown) {
        draw_plan_mark(context, list, place, at);
      } else {
        draw_coming_mark(context, list, at);
      }
    }
  }
}

}  // namespace ancrage::viewer

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

// "3", or "3 ×2" of a place that takes two.
void draw_plan_mark(const PanelContext& context, ImDrawList& list, const PlannedPlace& place, ImVec2 at) {
  const ImFont* font = context.fonts.small;
  std::string text = std::to_string(place.first);
  if (place.shown > 1) text += "\u00A0×" + std::to_string(place.shown);
  const float half_height = context.px(11);
  const float half_width = std::max(half_height, text_width(font, text) / 2 + context.px(7));
  const float edge = context.px(2);
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

std::vector<std::size_t> planned_sites(const PanelContext& context) {
  const PlanBoard& board = context.state.planner;
  if (context.state.view != View::plan || !board.result) return {};
  const auto& order = board.result->plan.order;
  std::vector<std::size_t> sites(order.begin(), order.end());
  std::sort(sites.begin(), sites.end());
  sites.erase(std::unique(sites.begin(), sites.end()), sites.end());
  return sites;
}

void draw_plan_marks(const PanelContext& context) {
  const PlanBoard& board = context.state.planner;
  if (context.state.view != View::plan || !board.result) return;
  const auto& order = board.result->plan.order;
  std::map<std::uint32_t, PlannedPlace> places;
  for (std::size_t k = 0; k < order.size(); ++k) {
    PlannedPlace& place = places[order[k]];
    if (place.first == 0) place.first = k + 1;
    if (k < board.step) ++place.shown;
  }
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

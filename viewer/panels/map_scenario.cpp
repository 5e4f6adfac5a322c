// SPDX-License-Identifier: Apache-2.0
// The changes of a scenario on the map: who comes, who leaves, poles that open and close, and what a click would do.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <cmath>

namespace ancrage::viewer {
namespace {

using access::ChangeKind;

void draw_change_mark(const PanelContext& context, ImDrawList& list, const ChangeMark& mark, ImVec2 at) {
  const bool comes = mark.gps > 0;
  const bool pole = mark.change.kind == ChangeKind::open || mark.change.kind == ChangeKind::close;
  const Color color = !comes ? theme::need : pole ? theme::pole : theme::accent;
  const float radius = context.px(change_mark_units);
  const double opacity = mark.trial ? 0.86 : 1.0;
  list.AddCircleFilled(at, radius + context.px(2), packed(theme::panel, opacity));
  list.AddCircleFilled(at, radius, packed(color, opacity));
  if (mark.trial) list.AddCircle(at, radius + context.px(4), packed(color), 0, context.px(1.4));
  const double count = std::abs(mark.gps);
  const int decimals = std::abs(count - std::round(count)) < 0.05 ? 0 : 1;
  const std::string text = (comes ? "+" : "−") + context.language().number(count, decimals);
  const ImFont* font = context.fonts.small;
  draw_text(list, font, {at.x - text_width(font, text) / 2, at.y - font->FontSize / 2}, theme::panel, text);
}

bool marks_shown(const State& state) {
  const bool wanted = state.view == View::what_if || !counted_changes(state.interview).empty();
  return wanted && state.what_if.ready();
}

}  // namespace

std::vector<geometry::Point> changed_places(const PanelContext& context) {
  std::vector<geometry::Point> result;
  if (!marks_shown(context.state)) return result;
  for (const ChangeMark& mark : context.state.what_if.marks()) {
    if (mark.at && !mark.trial) result.push_back(*mark.at);
  }
  return result;
}

void draw_scenario_marks(const PanelContext& context) {
  const State& state = context.state;
  if (!marks_shown(state)) return;
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  for (const ChangeMark& mark : state.what_if.marks()) {
    if (!mark.at) continue;
    const Pixel p = context.camera.to_pixel(*mark.at);
    draw_change_mark(context, list, mark,
                     {static_cast<float>(p.x + context.layout.map.x), static_cast<float>(p.y + context.layout.map.y)});
  }
}

}  // namespace ancrage::viewer

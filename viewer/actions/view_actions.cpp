// SPDX-License-Identifier: Apache-2.0
#include "viewer/actions/view_actions.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

constexpr std::size_t most_notices = 16;

std::size_t moved(std::size_t at, int by, std::size_t count) {
  if (count == 0) return 0;
  const auto target = static_cast<std::ptrdiff_t>(at) + by;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

void move(const ActionContext& context, const Camera& to, bool eased) {
  State& state = context.state;
  state.camera_from = state.camera_at(context.now);
  state.camera = to;
  state.moved_at =
      eased && state.animate && !state.settings.reduced_motion ? context.now : context.now - easing_seconds;
}

void bring_into_view(const ActionContext& context, geometry::Point ground) {
  const State& state = context.state;
  const Pixel p = state.camera.to_pixel(ground);
  const double margin = 80 * state.scale;
  const bool seen =
      p.x > margin && p.y > margin && p.x < state.camera.width - margin && p.y < state.camera.height - margin;
  if (seen) return;
  Camera to = state.camera;
  to.center = ground;
  move(context, to, true);
}

}  // namespace

void follow_in_list(const ActionContext& context, Feature feature) {
  const auto site = context.model.site_of(feature);
  if (!site) return;
  State& state = context.state;
  const auto& order = state.results.assessment().ranking(state.sort);
  const auto found = std::find(order.begin(), order.end(), *site);
  if (found == order.end()) return;
  state.list_cursor = static_cast<std::size_t>(found - order.begin());
  state.list_follows = true;
}

void act(const SelectFeature& action, const ActionContext& context) {
  context.state.selected = action.feature;
  context.state.card_scroll = -1e6;
  if (!action.feature) return;
  follow_in_list(context, action.feature);
  if (action.bring_into_view) bring_into_view(context, context.model.position_of(action.feature));
}

void act(const ToggleSecond& action, const ActionContext& context) {
  State& state = context.state;
  state.second = state.second == action.feature ? Feature{} : action.feature;
}

void act(const AddIsochrone& action, const ActionContext& context) {
  context.state.isochrones.add(action.isochrone);
}

void act(const AddSharedReach& action, const ActionContext& context) { context.state.isochrones.add(action.reach); }

void act(const UseSiteCard& action, const ActionContext& context) { context.state.card = action.card; }

void act(const HoverClass& action, const ActionContext& context) { context.state.legend.hovered = action.index; }

void act(const KeepClass& action, const ActionContext& context) {
  auto& kept = context.state.legend.kept;
  kept = kept == action.index ? std::nullopt : std::optional(action.index);
}

void act(const KeepNextClass&, const ActionContext& context) {
  auto& kept = context.state.legend.kept;
  const std::size_t next = kept ? *kept + 1 : 0;
  kept = next < context.state.classes().classes.size() ? std::optional(next) : std::nullopt;
}

void act(const UseSureness& action, const ActionContext& context) { context.state.sureness = action.sureness; }

void act(const HoverFeature& action, const ActionContext& context) {
  State& state = context.state;
  state.cursor = action.cursor;
  if (state.hovered == action.feature && state.hovered_on_map == action.on_map) return;
  state.hovered = action.feature;
  state.hovered_on_map = action.on_map;
  state.hovered_since = context.now;
}

void act(const ShowView& action, const ActionContext& context) {
  State& state = context.state;
  state.view = action.view;
  state.hovered = {};
  state.legend = {};
  state.workbench.tool = Tool::none;
  state.workbench.trial.reset();
  state.workbench.lifted.reset();
  const bool stale = state.what_if.ready() && (state.what_if.marks().size() != state.interview.changes.size() ||
                                               state.what_if.changes() != state.interview.changes);
  if (action.view == View::what_if && (stale || !state.what_if.ready())) {
    state.what_if.follow(context.model, state.interview.changes, std::nullopt);
  }
  // The keyboard stays on the bar while it walks the views; a part that is gone gives it back to the map.
  if (state.focus != Region::views && state.focus != Region::left) state.focus = Region::map;
}

void act(const ShowLeft& action, const ActionContext& context) { context.state.left = action.panel; }

void act(const ColorBy& action, const ActionContext& context) {
  context.state.color = action.key;
  context.state.legend = {};
  if (context.state.view == View::what_if) context.state.workbench.map = WhatIfMap::chosen;
  if (context.state.view == View::plan) context.state.planner.map = WhatIfMap::chosen;
}

void act(const SortBy& action, const ActionContext& context) {
  context.state.sort = action.score;
  context.state.list_cursor = 0;
  if (context.state.selected) follow_in_list(context, context.state.selected);
}

void act(const WeighScore& action, const ActionContext& context) { context.state.weighed = action.score; }

void act(const ToggleLayer& action, const ActionContext& context) {
  bool& shown = context.state.layers[static_cast<std::size_t>(action.layer)];
  shown = !shown;
}

void act(const ToggleFacilities& action, const ActionContext& context) {
  if (action.kind >= facility_kind_count) return;
  bool& shown = context.state.facilities[action.kind];
  shown = !shown;
}

void act(const MoveCamera& action, const ActionContext& context) { move(context, action.to, action.eased); }

void act(const FitTerritory& action, const ActionContext& context) {
  move(context, territory_camera(context.model, context.layout, context.state.scale), action.eased);
}

void act(const ShowComparePage& action, const ActionContext& context) { context.state.board.page = action.page; }

void act(const MoveBoard& action, const ActionContext& context) {
  CompareBoard& board = context.state.board;
  board.metres_per_unit = std::clamp(action.metres_per_unit, 2.0, 2000.0);
  board.offset = action.offset;
}

void act(const SetFocus& action, const ActionContext& context) {
  context.state.focus = action.region;
  context.state.focus_visible = action.visible;
  context.state.control_follows = action.visible;
  if (action.region == Region::search) context.state.search_cursor = 0;
}

void act(const FocusControl& action, const ActionContext& context) {
  State& state = context.state;
  state.focus = action.region;
  state.focus_visible = action.by_keyboard;
  state.control[static_cast<std::size_t>(action.region)] = action.control;
  state.control_follows = action.by_keyboard;
}

void act(const MoveListCursor& action, const ActionContext& context) {
  State& state = context.state;
  const auto& order = state.results.assessment().ranking(state.sort);
  state.list_cursor = moved(state.list_cursor, action.rows, order.size());
  state.list_follows = true;
  if (order.empty()) return;
  state.hovered = context.model.feature_of_site(order[state.list_cursor]);
  state.hovered_on_map = false;
  state.hovered_since = context.now;
}

void act(const SetSearch& action, const ActionContext& context) {
  context.state.search = action.text;
  context.state.search_cursor = 0;
}

void act(const MoveSearchCursor& action, const ActionContext& context) {
  State& state = context.state;
  state.search_cursor =
      moved(state.search_cursor, action.rows, context.model.search(state.search, search_results).size());
}

void act(const ScrollPanel& action, const ActionContext& context) {
  (action.region == Region::card ? context.state.card_scroll : context.state.main_scroll) = action.units;
}
void act(const ShowHelp& action, const ActionContext& context) { context.state.help = action.shown; }

void act(const ShowPanels& action, const ActionContext& context) {
  context.state.panels = action.shown;
  if (!action.shown) context.state.focus = Region::map;
}

void act(const ShowAllLimits& action, const ActionContext& context) { context.state.all_limits = action.shown; }

void act(const Notify& action, const ActionContext& context) {
  auto& notices = context.state.notices;
  // A fault that is said already is not said again.
  const auto same = std::find_if(notices.begin(), notices.end(),
                                 [&](const Notice& n) { return n.text == action.text && n.fault == action.fault; });
  if (same != notices.end()) notices.erase(same);
  notices.push_back({action.text, action.fault, context.now, action.stays});
  if (notices.size() > most_notices) notices.erase(notices.begin());
}

void act(const CloseNotice&, const ActionContext& context) {
  if (!context.state.notices.empty()) context.state.notices.pop_back();
}

}  // namespace ancrage::viewer

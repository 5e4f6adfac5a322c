// SPDX-License-Identifier: Apache-2.0
#include "viewer/state.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

std::size_t moved(std::size_t at, int by, std::size_t count) {
  if (count == 0) return 0;
  const auto target = static_cast<std::ptrdiff_t>(at) + by;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

class Applier {
 public:
  Applier(State& state, const Model& model, const Layout& layout, double now)
      : state_(state), model_(model), layout_(layout), now_(now) {}

  void operator()(const SelectFeature& action) {
    state_.selected = action.feature;
    state_.card_scroll = -1e6;
    if (!action.feature) return;
    follow_in_list(action.feature);
    if (action.bring_into_view) bring_into_view(model_.position_of(action.feature));
  }
  void operator()(const HoverFeature& action) {
    state_.cursor = action.cursor;
    if (state_.hovered == action.feature && state_.hovered_on_map == action.on_map) return;
    state_.hovered = action.feature;
    state_.hovered_on_map = action.on_map;
    state_.hovered_since = now_;
  }
  void operator()(const ColorBy& action) { state_.color = action.key; }
  void operator()(const SortBy& action) {
    state_.sort = action.score;
    state_.list_cursor = 0;
    if (state_.selected) follow_in_list(state_.selected);
  }
  void operator()(const ToggleLayer& action) {
    bool& shown = state_.layers[static_cast<std::size_t>(action.layer)];
    shown = !shown;
  }
  void operator()(const MoveCamera& action) { move(action.to, action.eased); }
  void operator()(const FitTerritory& action) { move(territory_camera(model_, layout_, state_.scale), action.eased); }
  void operator()(const SetFocus& action) {
    state_.focus = action.region;
    state_.focus_visible = action.visible;
    if (action.region == Region::search) state_.search_cursor = 0;
  }
  void operator()(const MoveListCursor& action) {
    const auto& order = model_.assessment().ranking(state_.sort);
    state_.list_cursor = moved(state_.list_cursor, action.rows, order.size());
    state_.list_follows = true;
    if (order.empty()) return;
    state_.hovered = model_.feature_of_site(order[state_.list_cursor]);
    state_.hovered_on_map = false;
    state_.hovered_since = now_;
  }
  void operator()(const MoveLayerCursor& action) {
    state_.layer_cursor = moved(state_.layer_cursor, action.rows, map_layer_count);
  }
  void operator()(const SetSearch& action) {
    state_.search = action.text;
    state_.search_cursor = 0;
  }
  void operator()(const MoveSearchCursor& action) {
    state_.search_cursor =
        moved(state_.search_cursor, action.rows, model_.search(state_.search, search_results).size());
  }
  void operator()(const ScrollCard& action) { state_.card_scroll = action.units; }
  void operator()(const ShowHelp& action) { state_.help = action.shown; }
  void operator()(const ShowPanels& action) { state_.panels = action.shown; }

 private:
  void move(const Camera& to, bool eased) {
    state_.camera_from = state_.camera_at(now_);
    state_.camera = to;
    state_.moved_at = eased && state_.animate ? now_ : now_ - easing_seconds;
  }
  void follow_in_list(Feature feature) {
    const auto site = model_.site_of(feature);
    if (!site) return;
    const auto& order = model_.assessment().ranking(state_.sort);
    const auto found = std::find(order.begin(), order.end(), *site);
    if (found == order.end()) return;
    state_.list_cursor = static_cast<std::size_t>(found - order.begin());
    state_.list_follows = true;
  }
  void bring_into_view(geometry::Point ground) {
    const Pixel p = state_.camera.to_pixel(ground);
    const double margin = 80 * state_.scale;
    const bool seen =
        p.x > margin && p.y > margin && p.x < state_.camera.width - margin && p.y < state_.camera.height - margin;
    if (seen) return;
    Camera to = state_.camera;
    to.center = ground;
    move(to, true);
  }

  State& state_;
  const Model& model_;
  const Layout& layout_;
  double now_;
};

}  // namespace

bool State::moving(double now) const { return now - moved_at < easing_seconds; }

Camera State::camera_at(double now) const {
  if (!moving(now)) return camera;
  const double share = std::clamp((now - moved_at) / easing_seconds, 0.0, 1.0);
  const double rest = 1.0 - share;
  return between(camera_from, camera, 1.0 - rest * rest * rest);
}

void apply(const Action& action, State& state, const Model& model, const Layout& layout, double now) {
  std::visit(Applier(state, model, layout, now), action);
}

Camera territory_camera(const Model& model, const Layout& layout, double scale) {
  geometry::Box box;
  const auto& communes = model.territory().communes;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0) box.extend(geometry::bounds(communes.boundary, c));
  }
  return fitted(box, layout.map.width, layout.map.height, 18 * scale);
}

}  // namespace ancrage::viewer

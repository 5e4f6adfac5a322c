// SPDX-License-Identifier: Apache-2.0
// Everything that can change while the viewer runs, and the actions that change it. Panels read the state and return
// actions; `apply` is the only place that writes it.
#pragma once

#include "viewer/layout.hpp"
#include "viewer/map/camera.hpp"
#include "viewer/model.hpp"

#include <array>
#include <string>
#include <variant>
#include <vector>

namespace ancrage::viewer {

enum class MapLayer : std::size_t { zones, priority_sectors, poles, sites, roads, names };
inline constexpr std::size_t map_layer_count = 6;

// Where the keyboard is; Tab goes round in this order.
enum class Region : std::size_t { map, search, colors, layers, ranking, card };
inline constexpr std::size_t region_count = 6;

struct State {
  ColorKey color = ColorKey::need;
  assessment::Score sort = assessment::Score::need;
  std::array<bool, map_layer_count> layers{true, true, true, true, true, true};

  Feature hovered;
  bool hovered_on_map = false;  // else in the list
  double hovered_since = 0.0;   // seconds
  Pixel cursor;                 // in the window
  Feature selected;

  Region focus = Region::map;
  bool focus_visible = false;   // only once the keyboard moved it
  std::size_t list_cursor = 0;  // row of the ranking
  std::size_t layer_cursor = 0;
  bool list_follows = false;  // scroll the ranking to its cursor in the next frame
  double card_scroll = 0.0;   // asked for by the keyboard, units; consumed by the card

  std::string search;
  std::size_t search_cursor = 0;

  bool help = false;
  bool panels = true;

  Camera camera;       // where the view is, or is going
  Camera camera_from;  // where it started
  double moved_at = -1e9;
  bool animate = true;
  double scale = 1.0;  // pixels per unit

  bool moving(double now) const;
  // The camera to draw with: eased over 150 ms from camera_from to camera.
  Camera camera_at(double now) const;
};

inline constexpr double easing_seconds = 0.15;
inline constexpr double hover_delay_seconds = 0.15;

struct SelectFeature {
  Feature feature;
  bool bring_into_view = false;
};
struct HoverFeature {
  Feature feature;
  bool on_map = false;
  Pixel cursor;
};
struct ColorBy {
  ColorKey key;
};
struct SortBy {
  assessment::Score score;
};
struct ToggleLayer {
  MapLayer layer;
};
struct MoveCamera {
  Camera to;
  bool eased = true;
};
struct FitTerritory {
  bool eased = true;
};
struct SetFocus {
  Region region;
  bool visible = true;
};
struct MoveListCursor {
  int rows;
};
struct MoveLayerCursor {
  int rows;
};
struct SetSearch {
  std::string text;
};
struct MoveSearchCursor {
  int rows;
};
struct ScrollCard {
  double units;
};
struct ShowHelp {
  bool shown;
};
struct ShowPanels {
  bool shown;
};

using Action =
    std::variant<SelectFeature, HoverFeature, ColorBy, SortBy, ToggleLayer, MoveCamera, FitTerritory, SetFocus,
                 MoveListCursor, MoveLayerCursor, SetSearch, MoveSearchCursor, ScrollCard, ShowHelp, ShowPanels>;
using Actions = std::vector<Action>;

// `now` in seconds; `layout` of the frame in which the action was made.
void apply(const Action& action, State& state, const Model& model, const Layout& layout, double now);

// The camera that shows the whole territory in the map of a layout.
Camera territory_camera(const Model& model, const Layout& layout, double scale);

inline constexpr std::size_t search_results = 8;

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// Everything that can change while the viewer runs. Panels read it and return actions (viewer/actions/); only actions
// write it.
#pragma once

#include "viewer/comparison.hpp"
#include "viewer/facilities.hpp"
#include "viewer/history.hpp"
#include "viewer/interview.hpp"
#include "viewer/isochrones.hpp"
#include "viewer/layout.hpp"
#include "viewer/map/camera.hpp"
#include "viewer/model.hpp"
#include "viewer/plan.hpp"
#include "viewer/results.hpp"
#include "viewer/settings.hpp"
#include "viewer/site_card.hpp"
#include "viewer/sureness.hpp"
#include "viewer/what_if.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::viewer {

enum class MapLayer : std::size_t { zones, priority_sectors, poles, gps, sites, roads, names, isochrones };
inline constexpr std::size_t map_layer_count = 8;

// Where the keyboard is; Tab goes round in this order. Those with controls (panels/controls.hpp) are `views` (the bar),
// `left`, `main` (the panel of a view), `card` and `menu`, which has the keyboard to itself while it is open; the
// keyboard never is in `keyed`, whose controls have a key of their own: the classes of the legend L, the couple D.
enum class Region : std::size_t { map, views, search, left, main, ranking, card, menu, keyed };
inline constexpr std::size_t region_count = 9;

enum class LeftPanel : std::uint8_t { profile, display };

// What a click on the map does in the view "what if".
enum class Tool : std::uint8_t { none, add, remove, open, close };

struct Workbench {
  Tool tool = Tool::none;
  double gps = 1.0;  // that the next change brings or takes
  WhatIfMap map = WhatIfMap::access;
  double retirement_age = 65.0;         // while nobody retires
  std::optional<access::Change> trial;  // what a click would do
  // One of the scenario that the mouse has taken up; the trial is where it would be put down.
  std::optional<access::Change> lifted;
};

// The planner's view: what is being computed, and what was.
struct PlanBoard {
  double seconds = plan_efforts.front();  // of the next one
  std::optional<PlanRequest> asked;       // under way
  std::uint64_t asked_so_far = 0;
  double share = 0.0;  // done of it, and its step
  Message doing;
  std::shared_ptr<const PlanResult> result;
  std::shared_ptr<WhatIfResults> effect;  // of the practitioners that are shown; there with the result
  std::size_t step = 0;                   // how many of them are shown, in the order of filling
  WhatIfMap map = WhatIfMap::access;
};

// How the compared sites are looked at; their maps move as one.
enum class ComparePage : std::uint8_t { values, reasons };
struct CompareBoard {
  ComparePage page = ComparePage::values;
  double metres_per_unit = 70.0;
  geometry::Point offset;  // of each map's middle from its site
};

// The class of the legend whose communes stand out on the map: the one that the mouse is on, else the one that was
// pressed.
struct LegendMark {
  std::optional<std::size_t> hovered;
  std::optional<std::size_t> kept;
  std::optional<std::size_t> index() const { return hovered ? hovered : kept; }
};

// One calm line: what happened, and what to do.
struct Notice {
  std::string text;
  bool fault = false;   // stays until it is closed; the others go by themselves, unless they are long
  double since = -1.0;  // seconds
  bool stays = false;
};
inline constexpr double notice_seconds = 6.0;

// A file that was asked for.
struct TakeAway {
  enum class What : std::uint8_t { interview, table, sheet, map_pdf, map_svg, map_png, plan, plan_words };
  What what = What::interview;
  std::string path;
  std::uint64_t number = 0;             // rising
  std::vector<std::size_t> sites = {};  // of the sheet and the map
};

// The menu of what is taken away.
struct Menu {
  bool open = false;
  std::string name;                     // of the interview, without folder and extension
  std::vector<std::string> interviews;  // files, the latest first
};

struct State {
  explicit State(const Model& model);

  // Decisions, what can be taken back, and what follows from them.
  Interview interview;
  History history;
  Results results;
  WhatIfResults what_if;

  Settings settings;
  std::string folder;  // where files go
  Menu menu;
  std::vector<TakeAway> asked;  // not written yet
  std::uint64_t asked_so_far = 0;

  View view = View::map;
  LeftPanel left = LeftPanel::profile;
  ColorKey color = ColorKey::need;
  assessment::Score sort = assessment::Score::need;
  assessment::Score weighed = assessment::Score::attractiveness;  // whose weights the profile shows
  std::array<bool, map_layer_count> layers{true, true, true, false, true, true, true, true};
  std::array<bool, facility_kind_count> facilities{};  // kinds that the map shows

  std::string drive_place;    // as it is typed, in place of the main town
  std::string partner_place;  // the second destination of a couple, before it is a limit
  bool all_limits = false;    // also those that nobody has set
  Workbench workbench;
  CompareBoard board;
  PlanBoard planner;
  Comparison comparison;
  std::optional<SiteCard> card;  // the last that was computed
  ScoreWords score_words;
  std::optional<Sureness> sureness;  // the last that was computed

  LegendMark legend;
  Feature hovered;
  bool hovered_on_map = false;  // else in the list
  double hovered_since = 0.0;   // seconds
  Pixel cursor;                 // in the window
  Feature selected;
  Feature second;  // whose isochrones are shown beside those of the selected one
  Isochrones isochrones;

  Region focus = Region::map;
  bool focus_visible = false;                         // only once the keyboard moved it
  std::array<std::uint32_t, region_count> control{};  // the control with the keyboard in each region; 0: the first
  bool control_follows = false;                       // scroll to it in the next frame
  std::size_t list_cursor = 0;                        // row of the ranking
  bool list_follows = false;                          // scroll the ranking to its cursor in the next frame
  double card_scroll = 0.0;                           // asked for by the keyboard, units; consumed by the card
  double main_scroll = 0.0;                           // by what the main region shows

  std::string search;
  std::size_t search_cursor = 0;

  std::vector<Notice> notices;  // the last one is shown
  bool help = false;
  bool panels = true;

  Camera camera;       // where the view is, or is going
  Camera camera_from;  // where it started
  double moved_at = -1e9;
  bool animate = true;
  double scale = 1.0;  // pixels per unit

  // What colours the map: in the view "what if" the scenario, in the planner's view the plan, unless another colour was
  // chosen; null: the results.
  const WhatIfResults* shown_effect() const;
  WhatIfMap effect_map() const { return view == View::plan ? planner.map : workbench.map; }
  const Classification& classes() const;

  bool moving(double now) const;
  // The camera to draw with: eased over 150 ms from camera_from to camera.
  Camera camera_at(double now) const;
};

inline constexpr double easing_seconds = 0.15;
inline constexpr double hover_delay_seconds = 0.15;

// The interview with which everything starts: the territory's own weights.
Interview first_interview(const Model& model);

// The camera that shows the whole territory in the map of a layout.
Camera territory_camera(const Model& model, const Layout& layout, double scale);

inline constexpr std::size_t search_results = 8;

}  // namespace ancrage::viewer

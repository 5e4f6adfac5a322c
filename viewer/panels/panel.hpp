// SPDX-License-Identifier: Apache-2.0
// What every panel is given, and the panels: each draws itself from the state into its place in the layout and returns
// what the user did. None changes anything.
#pragma once

#include "ancrage/geometry/label_placement.hpp"
#include "viewer/actions/action.hpp"
#include "viewer/fonts.hpp"
#include "viewer/layout.hpp"
#include "viewer/state.hpp"

#include <span>
#include <string>
#include <vector>

namespace ancrage::viewer {

class Controls;

struct PanelContext {
  const Model& model;
  const State& state;
  const Fonts& fonts;
  const Layout& layout;
  Controls& controls;
  std::vector<std::string>& cut;  // texts of this frame that did not fit
  Camera camera;                  // of this frame
  double now = 0.0;               // seconds
  Camera resting;                 // where the view comes to rest

  const Language& language() const { return model.language(); }
  const assessment::Assessment& assessment() const { return state.results.assessment(); }
  const Classification& classes() const { return state.classes(); }
  std::string text(const Message& message) const { return model.language().text(message); }
  // Layout units to pixels.
  float px(double units) const { return static_cast<float>(units * state.scale); }
};

Actions draw_top_bar(const PanelContext& context);
Actions draw_search(const PanelContext& context, const Rectangle& box);
// The left panel: its two tabs, and what stands under them.
Actions draw_left_panel(const PanelContext& context);
// Presets and hard limits; leaves ImGui's cursor under them.
Actions write_wishes(const PanelContext& context, const Rectangle& where);
Actions draw_profile(const PanelContext& context, const Rectangle& where);
Actions draw_display(const PanelContext& context, const Rectangle& where);
// The maps of the compared sites, where they stand and what they show.
struct SmallMap {
  Rectangle where;
  Camera camera;
  std::size_t site = 0;
};
std::vector<SmallMap> small_maps(const PanelContext& context);
// The panels of the views.
Actions draw_compare_view(const PanelContext& context);
Actions draw_what_if_view(const PanelContext& context);
Actions draw_plan_view(const PanelContext& context);
Actions draw_data_view(const PanelContext& context);
Actions draw_ranking(const PanelContext& context, const Rectangle& where);
Actions draw_card(const PanelContext& context, const Rectangle& where);
Actions draw_sources(const PanelContext& context);
Actions draw_help(const PanelContext& context);
// What is taken away, and the interviews that are kept; under the bar's button.
Actions draw_menu(const PanelContext& context);
// The last notice, over everything at the bottom.
Actions draw_notice(const PanelContext& context);
// Classes that mark their communes on the map, and the class of the commune that is pointed at.
Actions draw_legend(const PanelContext& context);
// Where the legend stands; empty where it has no room.
Rectangle legend_place(const PanelContext& context);
// Symbols, names, marks and the scale bar, under all panels; then the line of facts about what the cursor is on.
void draw_map_overlay(const PanelContext& context);
// The same about one site, in the map of a context of its own.
void draw_small_map_overlay(const PanelContext& context, std::size_t site);
// What is reached by car from these places, under the symbols, where it is known; their minutes keep off what is
// covered, as boxes in pixels of the window.
struct ColoredPlace {
  geometry::Point at;
  Color color;
};
void draw_isochrones(const PanelContext& context, const std::vector<ColoredPlace>& places,
                     std::span<const geometry::PixelBox> covered);
// What is reached from both of two places, under their isochrones.
void draw_shared_reach(const PanelContext& context);
// What a scenario changes, and the places of a plan, over the symbols.
void draw_scenario_marks(const PanelContext& context);
// Where those marks lie that do not follow the mouse.
std::vector<geometry::Point> changed_places(const PanelContext& context);
void draw_plan_marks(const PanelContext& context);
// Radius of the mark of a change, in units.
inline constexpr double change_mark_units = 12;
// Where the marks of a plan lie, by site, and how far they reach in pixels; names keep away.
struct PlanMark {
  std::size_t site = 0;
  double reach = 0.0;
};
std::vector<PlanMark> plan_marks(const PanelContext& context);
void draw_hover_facts(const PanelContext& context);
// What the mouse does on the map.
Actions map_input(const PanelContext& context);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// Looking about: what is selected, pointed at, shown, and where the keyboard is. None is a decision, so none is undone.
#pragma once

#include "viewer/actions/context.hpp"

#include <optional>

namespace ancrage::viewer {

struct SelectFeature {
  Feature feature;
  bool bring_into_view = false;
};
// The second place of a couple, whose isochrones are laid over those of the selected one; the same again takes it away.
struct ToggleSecond {
  Feature feature;
};
// What has come from the background.
struct AddIsochrone {
  Isochrone isochrone;
};
struct AddSharedReach {
  SharedReach reach;
};
struct UseSiteCard {
  SiteCard card;
};
// The mouse is on a class of the legend, or on none.
struct HoverClass {
  std::optional<std::size_t> index;
};
// Its communes stand out until it is pressed again.
struct KeepClass {
  std::size_t index;
};
// The next class of the legend, after the last one none.
struct KeepNextClass {};
struct UseSureness {
  Sureness sureness;
};
struct HoverFeature {
  Feature feature;
  bool on_map = false;
  Pixel cursor;
};
struct ShowView {
  View view;
};
struct ShowLeft {
  LeftPanel panel;
};
struct ColorBy {
  ColorKey key;
};
struct SortBy {
  assessment::Score score;
};
struct WeighScore {
  assessment::Score score;
};
struct ToggleLayer {
  MapLayer layer;
};
struct ToggleFacilities {
  std::size_t kind = 0;  // of facility_kinds
};
struct MoveCamera {
  Camera to;
  bool eased = true;
};
struct FitTerritory {
  bool eased = true;
};
struct ShowComparePage {
  ComparePage page;
};
// All maps of the compared sites at once; the scale is kept within 2 and 2000 m a unit.
struct MoveBoard {
  double metres_per_unit;
  geometry::Point offset;
};
struct SetFocus {
  Region region;
  bool visible = true;
};
struct FocusControl {
  Region region;
  std::uint32_t control;
  bool by_keyboard = true;
};
struct MoveListCursor {
  int rows;
};
struct SetSearch {
  std::string text;
};
struct MoveSearchCursor {
  int rows;
};
struct ScrollPanel {
  Region region;
  double units;
};
struct ShowHelp {
  bool shown;
};
struct ShowPanels {
  bool shown;
};
// Of the profile: also the limits that nobody has set.
struct ShowAllLimits {
  bool shown;
};
struct Notify {
  std::string text;
  bool fault = false;
  bool stays = false;  // until it is closed
};
struct CloseNotice {};

void act(const SelectFeature& action, const ActionContext& context);
void act(const ToggleSecond& action, const ActionContext& context);
void act(const AddIsochrone& action, const ActionContext& context);
void act(const AddSharedReach& action, const ActionContext& context);
void act(const UseSiteCard& action, const ActionContext& context);
void act(const HoverClass& action, const ActionContext& context);
void act(const KeepClass& action, const ActionContext& context);
void act(const KeepNextClass& action, const ActionContext& context);
void act(const UseSureness& action, const ActionContext& context);
void act(const HoverFeature& action, const ActionContext& context);
void act(const ShowView& action, const ActionContext& context);
void act(const ShowLeft& action, const ActionContext& context);
void act(const ColorBy& action, const ActionContext& context);
void act(const SortBy& action, const ActionContext& context);
void act(const WeighScore& action, const ActionContext& context);
void act(const ToggleLayer& action, const ActionContext& context);
void act(const ToggleFacilities& action, const ActionContext& context);
void act(const MoveCamera& action, const ActionContext& context);
void act(const FitTerritory& action, const ActionContext& context);
void act(const ShowComparePage& action, const ActionContext& context);
void act(const MoveBoard& action, const ActionContext& context);
void act(const SetFocus& action, const ActionContext& context);
void act(const FocusControl& action, const ActionContext& context);
void act(const MoveListCursor& action, const ActionContext& context);
void act(const SetSearch& action, const ActionContext& context);
void act(const MoveSearchCursor& action, const ActionContext& context);
void act(const ScrollPanel& action, const ActionContext& context);
void act(const ShowHelp& action, const ActionContext& context);
void act(const ShowPanels& action, const ActionContext& context);
void act(const ShowAllLimits& action, const ActionContext& context);
void act(const Notify& action, const ActionContext& context);
void act(const CloseNotice& action, const ActionContext& context);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// What the mouse does on the map, and the line of facts about what it points at.
#include "ancrage/base/plural_message.hpp"
#include "ancrage/report/limits.hpp"
#include "ancrage/report/site_facts.hpp"
#include "viewer/panels/map_symbols.hpp"
#include "viewer/panels/theme.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

constexpr double pick_radius = 9;     // units
constexpr double drag_threshold = 4;  // units
constexpr double zoom_per_notch = 1.25;

Camera map_camera(const PanelContext& context) {
  return resized(context.state.camera, context.layout.map.width, context.layout.map.height);
}

bool symbols_shown(const State& state) {
  return state.layers[static_cast<std::size_t>(MapLayer::poles)] ||
         state.layers[static_cast<std::size_t>(MapLayer::gps)] ||
         state.layers[static_cast<std::size_t>(MapLayer::sites)];
}

// " · 5 généralistes, dont 2 de 60 ans et plus (2019)", of a commune while their layer is shown.
std::string gps_text(const PanelContext& context, Feature feature) {
  const auto& communes = context.model.territory().communes;
  const bool layer = context.state.layers[static_cast<std::size_t>(MapLayer::gps)];
  const bool centre =
      feature.kind == Feature::Kind::site && context.model.territory().sites.kind[feature.index] == "commune_centre";
  const auto commune = context.model.commune_of(feature);
  if (!layer || !commune || !(centre || feature.kind == Feature::Kind::commune)) return {};
  const Quantity& gps = communes.gps[*commune];
  if (!gps.is_number()) return {};
  const int count = static_cast<int>(std::lround(gps.value()));
  const int aged = static_cast<int>(std::lround(communes.gps_60_plus[*commune].value_or(0)));
  const int year = context.model.territory().access.practitioners_year;
  const std::string when = year == 0 ? std::string() : " (" + std::to_string(year) + ")";
  return " · " +
         context.text(plural_message("{0} GP, {1} of 60 and over", "{0} GPs, {1} of 60 and over", count, aged)) + when;
}

// "Pharmacie : Pharmacie du Gardon · Alès"
std::string facility_text(const PanelContext& context, std::size_t facility) {
  const auto& territory = context.model.territory();
  const auto& facilities = territory.facilities;
  std::string text = context.text(message("{0}: {1}", context.text(report::place_kind_label(facilities.kind[facility])),
                                          facilities.name[facility]));
  if (const auto commune = territory.commune_index(facilities.commune_code[facility])) {
    text += " · " + territory.communes.name[*commune];
  }
  return text;
}

// "Génolhac · Besoin du territoire : 71 / 100, classe 5 sur 6"
std::string facts(const PanelContext& context, Feature feature) {
  const Model& model = context.model;
  std::string text = model.name_of(feature) + gps_text(context, feature);
  const auto commune = model.commune_of(feature);
  if (feature.kind == Feature::Kind::pole && commune) text += " · " + model.territory().communes.name[*commune];
  const auto site = model.site_of(feature);
  if (site && !context.assessment().is_in(*site)) {
    return text + " · " + report::exclusion_text(context.assessment(), *site, context.language());
  }
  const Classification& classes = context.classes();
  if (!commune || classes.class_of[*commune] == Classification::outside) {
    return feature.kind == Feature::Kind::commune ? text + " · " + context.text(message("outside the territory"))
                                                  : text;
  }
  const std::size_t index = classes.class_of[*commune];
  if (classes.values.empty()) return text + " · " + context.text(classes.classes[index].label);
  const std::string value = value_text(context.language(), classes.values[*commune], classes.decimals, classes.unit);
  if (classes.classes[index].hatched) return text + " · " + value;
  const std::size_t numbered = classes.classes.size() - (classes.classes.back().hatched ? 1 : 0);
  return text + " · " +
         context.text(message("{0}: {1}, class {2} of {3}", context.text(classes.title), value,
                              static_cast<int>(index) + 1, numbered));
}

// What a click would do follows the mouse; where it was done, the mouse has to move first.
Actions use_tool(const PanelContext& context, Feature feature, geometry::Point ground, bool clicked) {
  const State& state = context.state;
  const auto change = change_at(state, context.model, feature, ground);
  if (clicked && change && !state.what_if.trial_fault()) return {AddChange{*change}, SetFocus{Region::map, false}};
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  if ((moved.x != 0 || moved.y != 0) && change != state.workbench.trial) return {TryChange{change}};
  return {};
}

// Which change of the scenario has its mark there.
std::optional<std::size_t> change_under(const PanelContext& context, Pixel pixel) {
  const State& state = context.state;
  if (state.view != View::what_if || !state.what_if.ready()) return std::nullopt;
  const auto& marks = state.what_if.marks();
  const Camera camera = map_camera(context);
  for (std::size_t i = marks.size(); i-- > 0;) {
    if (marks[i].trial || !marks[i].at || !can_be_lifted(marks[i].change)) continue;
    const Pixel p = camera.to_pixel(*marks[i].at);
    if (std::hypot(p.x - pixel.x, p.y - pixel.y) <= context.px(change_mark_units)) return i;
  }
  return std::nullopt;
}

// A change that was taken up follows the mouse until the button is let go.
Actions carry(const PanelContext& context, Feature feature, geometry::Point ground) {
  const State& state = context.state;
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) return {DropChange{}};
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  if (moved.x == 0 && moved.y == 0) return {};
  const auto change = change_at(state, context.model, feature, ground);
  return change != state.workbench.trial ? Actions{TryChange{change}} : Actions{};
}

}  // namespace

Actions map_input(const PanelContext& context) {
  Actions actions;
  const ImGuiIO& io = ImGui::GetIO();
  const Rectangle& map = context.layout.map;
  const bool over_map = !io.WantCaptureMouse && ImGui::IsMousePosValid() && map.contains(io.MousePos.x, io.MousePos.y);
  const Pixel pixel{io.MousePos.x - map.x, io.MousePos.y - map.y};
  const float threshold = context.px(drag_threshold);

  if (!over_map) {
    if (context.state.hovered_on_map && context.state.hovered) actions.emplace_back(HoverFeature{});
    if (context.state.workbench.trial) actions.emplace_back(TryChange{});
    if (context.state.workbench.lifted && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
      actions.emplace_back(DropChange{});
    }
    return actions;
  }
  const bool carrying = context.state.workbench.lifted.has_value();
  const bool dragging = !carrying && ImGui::IsMouseDragging(ImGuiMouseButton_Left, threshold);
  if (dragging && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
    actions.emplace_back(MoveCamera{panned(map_camera(context), io.MouseDelta.x, io.MouseDelta.y), false});
  }
  if (io.MouseWheel != 0) {
    actions.emplace_back(MoveCamera{zoomed(map_camera(context), std::pow(zoom_per_notch, io.MouseWheel), pixel)});
  }
  const Feature feature = context.model.picker().at(resized(context.camera, map.width, map.height), pixel,
                                                    context.px(pick_radius), symbols_shown(context.state));
  actions.emplace_back(HoverFeature{feature, true, {io.MousePos.x, io.MousePos.y}});
  const bool clicked = ImGui::IsMouseReleased(ImGuiMouseButton_Left) &&
                       io.MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] < threshold * threshold;
  if (carrying) {
    append(actions, carry(context, feature, map_camera(context).to_ground(pixel)));
    return actions;
  }
  if (context.state.workbench.tool == Tool::none && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    if (const auto change = change_under(context, pixel)) {
      actions.emplace_back(LiftChange{*change});
      return actions;
    }
  }
  if (context.state.workbench.tool != Tool::none) {
    append(actions, use_tool(context, feature, map_camera(context).to_ground(pixel), clicked));
    return actions;
  }
  if (clicked) {
    actions.emplace_back(SelectFeature{feature});
    actions.emplace_back(SetFocus{Region::map, false});
  }
  return actions;
}

void draw_hover_facts(const PanelContext& context) {
  const State& state = context.state;
  if (!state.hovered || !state.hovered_on_map || context.now - state.hovered_since < hover_delay_seconds) return;
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  const Rectangle& map = context.layout.map;
  const ImFont* font = context.fonts.small;
  const float padding = context.px(8);
  const bool symbol = state.hovered.kind == Feature::Kind::pole || state.hovered.kind == Feature::Kind::site;
  const auto facility = facility_under(context, {state.cursor.x - map.x, state.cursor.y - map.y});
  const std::string words = facility && !symbol ? facility_text(context, *facility) : facts(context, state.hovered);
  const FittedText text = fitted_text(context, font, words, static_cast<float>(map.width) - 4 * padding, 2);
  const ImVec2 size{text.width() + 2 * padding, text.height() + context.px(10)};
  // Below the cursor, kept inside the map.
  const auto left = static_cast<float>(map.x) + context.px(4);
  const auto right = static_cast<float>(map.x + map.width) - context.px(4) - size.x;
  ImVec2 low{static_cast<float>(state.cursor.x) + context.px(12), static_cast<float>(state.cursor.y) + context.px(18)};
  low.x = std::max(left, std::min(low.x, right));
  if (low.y + size.y > map.y + map.height) low.y = static_cast<float>(state.cursor.y) - size.y - context.px(8);
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  const ImVec2 high{low.x + size.x, low.y + size.y};
  list.AddRectFilled(low, high, packed(theme::ink, 0.94), context.px(5));
  draw_fitted(list, font, {low.x + padding, low.y + size.y / 2 - font->FontSize / 2}, theme::panel, text);
}

}  // namespace ancrage::viewer

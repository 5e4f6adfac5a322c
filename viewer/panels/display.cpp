// SPDX-License-Identifier: Apache-2.0
// What the map shows: which value colours the communes, and which layers are drawn.
#include "viewer/panels/controls.hpp"
#include "viewer/panels/map_symbols.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/writer.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

constexpr double row_height = 30;

void draw_key_hint(const PanelContext& context, ImDrawList& list, ImVec2 right_middle, std::string_view key) {
  const float size = context.px(18);
  const ImVec2 low{right_middle.x - size, right_middle.y - size / 2};
  list.AddRect(low, {low.x + size, low.y + size}, packed(theme::line), context.px(4), 0, context.px(1));
  const float width = text_width(context.fonts.small, key);
  draw_text(list, context.fonts.small, {low.x + (size - width) / 2, right_middle.y - context.fonts.small->FontSize / 2},
            theme::secondary, key);
}

Color key_color(ColorKey key) {
  switch (key) {
    case ColorKey::need:
      return theme::need;
    case ColorKey::attractiveness:
      return theme::accent;
    case ColorKey::zone:
      return theme::zip;
    default:
      return hex(0x6F7175);
  }
}

void draw_radio(const PanelContext& context, ImDrawList& list, ImVec2 middle, bool chosen, Color color) {
  const float radius = context.px(7);
  list.AddCircleFilled(middle, radius, packed(theme::panel));
  list.AddCircle(middle, radius, packed(chosen ? color : theme::box_edge), 0, context.px(chosen ? 2 : 1.4));
  if (chosen) list.AddCircleFilled(middle, context.px(3.6), packed(color));
}

Actions draw_color_rows(const PanelContext& context, ImDrawList& list, ImVec2 at, float width) {
  Actions actions;
  const float row = context.px(row_height);
  for (const ColorKey key : color_keys) {
    const auto index = static_cast<std::size_t>(key);
    const ControlUse use = context.controls.use(
        context, Region::left, "color " + std::string(report::color_key_name(key)), at, {width, row - context.px(2)});
    if (use.clicked) actions.emplace_back(ColorBy{key});
    const bool hovered = use.hovered;
    const bool chosen = context.state.color == key;
    if (chosen || hovered) {
      list.AddRectFilled(at, {at.x + width, at.y + row}, packed(chosen ? theme::marked : theme::hovered),
                         context.px(6));
    }
    const float middle = at.y + row / 2;
    draw_radio(context, list, {at.x + context.px(16), middle}, chosen, key_color(key));
    const ImFont* font = chosen ? context.fonts.bold : context.fonts.text;
    const FittedText label =
        fitted_text(context, font, context.text(report::color_key_label(key)), width - context.px(66), 2);
    draw_fitted(list, font, {at.x + context.px(32), middle - font->FontSize / 2}, theme::ink, label);
    draw_key_hint(context, list, {at.x + width - context.px(8), middle}, std::to_string(index + 1));
    at.y += row;
  }
  return actions;
}

void draw_layer_sample(const PanelContext& context, ImDrawList& list, MapLayer layer, ImVec2 middle) {
  const ImVec2 low{middle.x - context.px(8), middle.y - context.px(6)};
  const ImVec2 high{middle.x + context.px(8), middle.y + context.px(6)};
  switch (layer) {
    case MapLayer::zones:
      list.AddRect({low.x, low.y}, {middle.x - context.px(1), high.y}, packed(theme::zip), 0, 0, context.px(1.6));
      list.AddRect({middle.x + context.px(1), low.y}, high, packed(theme::zac), 0, 0, context.px(1.6));
      break;
    case MapLayer::priority_sectors:
      draw_hatch(list, low, high, theme::sector, context.px(4), context.px(1.2));
      list.AddRect(low, high, packed(theme::sector), 0, 0, context.px(1.2));
      break;
    case MapLayer::poles:
      draw_pole_symbol(list, middle, context.px(6.5), theme::pole);
      break;
    case MapLayer::gps:
      draw_gps_symbol(context, list, middle, 4, 1.6, false);
      break;
    case MapLayer::sites:
      list.AddCircleFilled(middle, context.px(3.6), packed(theme::panel));
      list.AddCircle(middle, context.px(3.6), packed(theme::ink), 0, context.px(1.4));
      break;
    case MapLayer::roads:
      list.AddLine({low.x, middle.y + context.px(3)}, {high.x, middle.y - context.px(3)}, packed(theme::road),
                   context.px(2));
      break;
    case MapLayer::isochrones:
      list.AddCircle(middle, context.px(3), packed(theme::accent), 0, context.px(1.2));
      list.AddCircle(middle, context.px(6.5), packed(theme::accent), 0, context.px(1.2));
      break;
    case MapLayer::names:
      draw_text(list, context.fonts.label.letters, {low.x, middle.y - context.fonts.label.letters->FontSize / 2},
                theme::ink, "Aa");
      break;
  }
}

Message layer_label(MapLayer layer) {
  switch (layer) {
    case MapLayer::zones:
      return message("ZIP and ZAC outlines");
    case MapLayer::priority_sectors:
      return message("Priority sectors");
    case MapLayer::poles:
      return message("Health poles and centres");
    case MapLayer::gps:
      return message("GPs, of whom 60 and over");
    case MapLayer::sites:
      return message("Candidate places");
    case MapLayer::roads:
      return message("Numbered roads");
    case MapLayer::isochrones:
      return message("10, 20, 30 minutes by car");
    case MapLayer::names:
      return message("Names");
  }
  return {};
}

Actions draw_layer_rows(const PanelContext& context, ImDrawList& list, ImVec2 at, float width) {
  Actions actions;
  const float row = context.px(row_height);
  for (std::size_t i = 0; i < map_layer_count; ++i) {
    const auto layer = static_cast<MapLayer>(i);
    const ControlUse use =
        context.controls.use(context, Region::left, "layer " + std::to_string(i), at, {width, row - context.px(2)});
    if (use.clicked) actions.emplace_back(ToggleLayer{layer});
    if (use.hovered) {
      list.AddRectFilled(at, {at.x + width, at.y + row}, packed(theme::hovered), context.px(6));
    }
    const float middle = at.y + row / 2;
    draw_check_box(context, list, {at.x + context.px(16), middle}, context.state.layers[i]);
    const FittedText label =
        fitted_text(context, context.fonts.text, context.text(layer_label(layer)), width - context.px(66), 2);
    draw_fitted(list, context.fonts.text, {at.x + context.px(32), middle - context.fonts.text->FontSize / 2},
                theme::ink, label);
    draw_layer_sample(context, list, layer, {at.x + width - context.px(17), middle});
    at.y += row;
  }
  return actions;
}

std::vector<std::size_t> kinds_there(const territory::Places& facilities) {
  std::vector<std::size_t> result;
  for (std::size_t k = 0; k < facility_kind_count; ++k) {
    const auto& kinds = facilities.kind;
    if (std::find(kinds.begin(), kinds.end(), facility_kinds[k].key) != kinds.end()) result.push_back(k);
  }
  return result;
}

constexpr double facility_label_units = 51;  // right of the row's left end

// As many in a row as have room for their names.
std::size_t facility_columns(const PanelContext& context, const std::vector<std::size_t>& kinds, float width) {
  float widest = 0.0F;
  for (const std::size_t kind : kinds) {
    widest = std::max(widest, text_width(context.fonts.small, context.text(message(facility_kinds[kind].label))));
  }
  return widest + context.px(facility_label_units + 2) <= width / 2 ? 2 : 1;
}

// Each with its sign.
Actions draw_facility_rows(const PanelContext& context, ImDrawList& list, const std::vector<std::size_t>& kinds,
                           ImVec2 at, float width) {
  Actions actions;
  const float row = context.px(row_height);
  const std::size_t columns = facility_columns(context, kinds, width);
  const float column = width / static_cast<float>(columns);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const FacilityKind& kind = facility_kinds[kinds[i]];
    const ImVec2 cell{at.x + static_cast<float>(i % columns) * column, at.y + static_cast<float>(i / columns) * row};
    const ControlUse use = context.controls.use(context, Region::left, "facility " + std::string(kind.key), cell,
                                                {column - context.px(2), row - context.px(2)});
    if (use.clicked) actions.emplace_back(ToggleFacilities{kinds[i]});
    if (use.hovered) {
      list.AddRectFilled(cell, {cell.x + column, cell.y + row}, packed(theme::hovered), context.px(6));
    }
    const float middle = cell.y + row / 2;
    draw_check_box(context, list, {cell.x + context.px(16), middle}, context.state.facilities[kinds[i]]);
    draw_facility_sign(context, list, {cell.x + context.px(38), middle}, kind, true);
    const ImFont* font = context.fonts.small;
    const FittedText label =
        fitted_text(context, font, context.text(message(kind.label)), column - context.px(facility_label_units + 2));
    draw_fitted(list, font, {cell.x + context.px(facility_label_units), middle - font->FontSize / 2}, theme::ink,
                label);
  }
  return actions;
}

Actions write_settings(const PanelContext& context, PanelWriter& writer) {
  Actions actions;
  const Settings& settings = context.state.settings;
  const auto change = [&](Settings to) { actions.emplace_back(ChangeSettings{to}); };
  writer.heading(message("Interface"));
  const std::string size = value_text(context.language(), Quantity(100 * settings.scale), 0, message("%"));
  if (const int by = writer.stepper("ui scale", context.text(message("Display size")), size)) {
    Settings to = settings;
    to.scale += by * scale_step;
    change(to);
  }
  if (writer.check("high contrast", context.text(message("High contrast")), settings.high_contrast)) {
    Settings to = settings;
    to.high_contrast = !to.high_contrast;
    change(to);
  }
  if (writer.check("reduced motion", context.text(message("No movement of the map")), settings.reduced_motion)) {
    Settings to = settings;
    to.reduced_motion = !to.reduced_motion;
    change(to);
  }
  return actions;
}

}  // namespace

Actions draw_display(const PanelContext& context, const Rectangle& where) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float start = ImGui::GetCursorScreenPos().y;
  const auto left = static_cast<float>(where.x);
  const float inner = static_cast<float>(where.width) - context.px(16);
  const float row = context.px(row_height);
  float y = start + context.px(14);
  draw_text(list, context.fonts.bold, {left + context.px(16), y}, theme::ink,
            context.text(message("Colour of the communes")));
  y += context.px(24);
  Actions actions = draw_color_rows(context, list, {left + context.px(8), y}, inner);
  y += row * static_cast<float>(color_keys.size()) + context.px(18);
  draw_text(list, context.fonts.bold, {left + context.px(16), y}, theme::ink, context.text(message("Layers")));
  y += context.px(24);
  append(actions, draw_layer_rows(context, list, {left + context.px(8), y}, inner));
  y += row * static_cast<float>(map_layer_count) + context.px(10);
  if (const auto kinds = kinds_there(context.model.territory().facilities); !kinds.empty()) {
    draw_text(list, context.fonts.bold, {left + context.px(16), y}, theme::ink, context.text(message("Facilities")));
    y += context.px(24);
    append(actions, draw_facility_rows(context, list, kinds, {left + context.px(8), y}, inner));
    const std::size_t columns = facility_columns(context, kinds, inner);
    y += row * static_cast<float>((kinds.size() + columns - 1) / columns) + context.px(10);
  }
  ImGui::SetCursorScreenPos({left, y});
  PanelWriter writer(context, Region::left, where);
  append(actions, write_settings(context, writer));
  y = writer.y();
  ImGui::SetCursorScreenPos({left, start});
  ImGui::Dummy({1, y - start});
  return actions;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/widgets.hpp"

#include "viewer/panels/controls.hpp"
#include "viewer/panels/theme.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::viewer {

ImU32 packed(Color color) {
  const Color c = theme::shown(color);
  return static_cast<ImU32>(c.red) | static_cast<ImU32>(c.green) << 8 | static_cast<ImU32>(c.blue) << 16 |
         static_cast<ImU32>(c.alpha) << 24;
}

ImU32 packed(Color color, double opacity) {
  color.alpha = static_cast<std::uint8_t>(std::lround(color.alpha * opacity));
  return packed(color);
}

float text_width(const ImFont* font, std::string_view text) {
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0.0F, text.data(), text.data() + text.size()).x;
}

void draw_text(ImDrawList& list, const ImFont* font, ImVec2 at, Color color, std::string_view text) {
  list.AddText(font, font->FontSize, {std::round(at.x), std::round(at.y)}, packed(color), text.data(),
               text.data() + text.size());
}

void draw_text_right(ImDrawList& list, const ImFont* font, ImVec2 right_top, Color color, std::string_view text) {
  draw_text(list, font, {right_top.x - text_width(font, text), right_top.y}, color, text);
}

namespace {

// As many of the pieces that begin at `first` as a width takes, at least one; a piece ends after a space or a hyphen.
std::string_view line_of(const ImFont* font, std::string_view text, float width) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t found = text.find_first_of(" -", end);
    const std::size_t next = found == std::string_view::npos ? text.size() : found + 1;
    const bool spaced = text[next - 1] == ' ';
    if (end > 0 && text_width(font, text.substr(0, spaced ? next - 1 : next)) > width) break;
    end = next;
  }
  return text.substr(0, end);
}

std::string before_ellipsis(const ImFont* font, std::string_view text, float width) {
  const std::string ellipsis = "…";
  const float room = std::max(width - text_width(font, ellipsis), 1.0F);
  const char* end = nullptr;
  font->CalcTextSizeA(font->FontSize, room, 0.0F, text.data(), text.data() + text.size(), &end);
  auto length = static_cast<std::size_t>(end - text.data());
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '-')) --length;
  return std::string(text.substr(0, length)) + ellipsis;
}

}  // namespace

float FittedText::width() const {
  float widest = 0.0F;
  for (const std::string& line : lines) widest = std::max(widest, text_width(font, line));
  return widest;
}

FittedText fitted_text(const PanelContext& context, const ImFont* font, std::string_view text, float width,
                       std::size_t most_lines) {
  if (text_width(font, text) <= width) return {font, {std::string(text)}};
  const ImFont* small = font->FontSize > context.fonts.small->FontSize ? context.fonts.small : font;
  FittedText result{small, {}};
  std::string_view rest = text;
  while (!rest.empty() && result.lines.size() + 1 < most_lines) {
    const std::string_view line = line_of(small, rest, width);
    rest.remove_prefix(line.size());
    result.lines.emplace_back(line.ends_with(' ') ? line.substr(0, line.size() - 1) : line);
    result.cut |= text_width(small, result.lines.back()) > width;
  }
  if (!rest.empty()) {
    const bool fits = text_width(small, rest) <= width;
    result.lines.push_back(fits ? std::string(rest) : before_ellipsis(small, rest, width));
    result.cut |= !fits;
  }
  if (result.cut) context.cut.emplace_back(text);
  return result;
}

void draw_fitted(ImDrawList& list, const ImFont* font, ImVec2 at, Color color, const FittedText& text) {
  float y = at.y + (font->FontSize - text.height()) / 2;
  for (const std::string& line : text.lines) {
    draw_text(list, text.font, {at.x, y}, color, line);
    y += text.font->FontSize;
  }
}

void draw_fitted_right(ImDrawList& list, const ImFont* font, ImVec2 right_top, Color color, const FittedText& text) {
  float y = right_top.y + (font->FontSize - text.height()) / 2;
  for (const std::string& line : text.lines) {
    draw_text_right(list, text.font, {right_top.x, y}, color, line);
    y += text.font->FontSize;
  }
}

float draw_wrapped(ImDrawList& list, const ImFont* font, ImVec2 at, float width, Color color, std::string_view text) {
  const char* begin = text.data();
  const char* end = begin + text.size();
  list.AddText(font, font->FontSize, {std::round(at.x), std::round(at.y)}, packed(color), begin, end, width);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, width, begin, end).y;
}

void draw_bar(ImDrawList& list, ImVec2 at, ImVec2 size, double share, Color color) {
  const float rounding = std::min(2.0F, size.y / 3);
  list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, packed(theme::track), rounding);
  const auto filled = static_cast<float>(size.x * std::clamp(share, 0.0, 1.0));
  if (filled >= 1.0F) list.AddRectFilled(at, {at.x + filled, at.y + size.y}, packed(color), rounding);
}

void draw_pole_symbol(ImDrawList& list, ImVec2 center, float radius, Color disc) {
  list.AddCircleFilled(center, radius + std::max(1.0F, radius * 0.14F), packed(theme::panel));
  list.AddCircleFilled(center, radius, packed(disc));
  const float arm = radius * 0.55F;
  const float half = radius * 0.16F;
  list.AddRectFilled({center.x - arm, center.y - half}, {center.x + arm, center.y + half}, packed(theme::panel));
  list.AddRectFilled({center.x - half, center.y - arm}, {center.x + half, center.y + arm}, packed(theme::panel));
}

void draw_check_box(const PanelContext& context, ImDrawList& list, ImVec2 middle, bool checked) {
  const float half = context.px(8);
  const ImVec2 low{middle.x - half, middle.y - half};
  const ImVec2 high{middle.x + half, middle.y + half};
  if (!checked) {
    list.AddRect(low, high, packed(theme::box_edge), context.px(4), 0, context.px(1.4));
    return;
  }
  list.AddRectFilled(low, high, packed(theme::accent), context.px(4));
  const std::array<ImVec2, 3> tick{{{middle.x - context.px(4), middle.y + context.px(0.5)},
                                    {middle.x - context.px(1), middle.y + context.px(3.5)},
                                    {middle.x + context.px(4.5), middle.y - context.px(3)}}};
  list.AddPolyline(tick.data(), static_cast<int>(tick.size()), packed(theme::panel), 0, context.px(2));
}

void draw_hatch(ImDrawList& list, ImVec2 low, ImVec2 high, Color color, float step, float width) {
  list.PushClipRect(low, high, true);
  const float height = high.y - low.y;
  for (float x = low.x - height; x < high.x; x += step)
    list.AddLine({x, high.y}, {x + height, low.y}, packed(color), width);
  list.PopClipRect();
}

void draw_focus_ring(const PanelContext& context, const Rectangle& where) {
  if (!context.state.focus_visible || where.empty()) return;
  const float inset = context.px(2);
  const auto x = static_cast<float>(where.x);
  const auto y = static_cast<float>(where.y);
  ImGui::GetForegroundDrawList()->AddRect(
      {x + inset, y + inset},
      {x + static_cast<float>(where.width) - inset, y + static_cast<float>(where.height) - inset},
      packed(theme::accent), context.px(4), 0, context.px(2));
}

void begin_panel(const char* id, const Rectangle& where, Color background) {
  ImGui::SetNextWindowPos({static_cast<float>(where.x), static_cast<float>(where.y)});
  ImGui::SetNextWindowSize({static_cast<float>(where.width), static_cast<float>(where.height)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(background));
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoFocusOnAppearing | (background.alpha == 0 ? ImGuiWindowFlags_NoBackground : 0));
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

void raise_panel() { ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow()); }

bool hot_area(const char* id, ImVec2 at, ImVec2 size) {
  if (size.x <= 0 || size.y <= 0) return false;  // ImGui takes no such button
  ImGui::SetCursorScreenPos(at);
  return ImGui::InvisibleButton(id, size);
}

void draw_slider(const PanelContext& context, ImDrawList& list, ImVec2 at, float width, double share, Color color) {
  const float half = context.px(2);
  const float radius = context.px(7);
  const float handle = at.x + radius + (width - 2 * radius) * static_cast<float>(std::clamp(share, 0.0, 1.0));
  list.AddRectFilled({at.x, at.y - half}, {at.x + width, at.y + half}, packed(theme::line), half);
  list.AddRectFilled({at.x, at.y - half}, {handle, at.y + half}, packed(color), half);
  list.AddCircleFilled({handle, at.y}, radius, packed(theme::panel));
  list.AddCircle({handle, at.y}, radius - context.px(1), packed(color), 0, context.px(2));
}

bool pill(const PanelContext& context, Region region, std::string_view id, ImVec2 at, float width,
          std::string_view text, bool chosen) {
  const float height = context.px(pill_units);
  const ControlUse use = context.controls.use(context, region, id, at, {width, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + width, at.y + height};
  const Color fill = chosen ? theme::accent : use.hovered ? theme::hovered : theme::panel;
  list.AddRectFilled(at, end, packed(fill), height / 2);
  if (!chosen) list.AddRect(at, end, packed(theme::line), height / 2, 0, context.px(1));
  const ImFont* font = context.fonts.text;
  const FittedText shown = fitted_text(context, font, text, width - context.px(12));
  draw_fitted(list, font, {at.x + (width - shown.width()) / 2, at.y + (height - font->FontSize) / 2},
              chosen ? theme::panel : theme::ink, shown);
  return use.clicked;
}

bool text_button(const PanelContext& context, Region region, std::string_view id, ImVec2 at, const FittedText& text) {
  const ImVec2 size{text.width(), context.px(24)};
  const ControlUse use = context.controls.use(context, region, id, at, size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = text.font;
  const float y = at.y + (size.y - font->FontSize) / 2;
  draw_fitted(list, font, {at.x, y}, theme::accent, text);
  if (use.hovered) {
    const float line = y + font->FontSize + context.px(1);
    list.AddLine({at.x, line}, {at.x + size.x, line}, packed(theme::accent), context.px(1));
  }
  return use.clicked;
}

std::optional<std::string> text_field(const PanelContext& context, Region region, std::string_view id, ImVec2 at,
                                      ImVec2 size, const std::string& text, const std::string& hint, bool several) {
  const ControlUse use = context.controls.use(context, region, id, at, size, ControlKind::text);
  ImGui::PushFont(context.fonts.text);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.px(8), context.px(6)});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, context.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, context.px(1));
  ImGui::SetCursorScreenPos(at);
  ImGui::PushID(std::string(id).c_str());
  if (use.clicked) ImGui::SetKeyboardFocusHere();
  std::string edited = text;
  bool changed = false;
  if (several) {
    changed = ImGui::InputTextMultiline("##field", &edited, size);
    if (text.empty() && !ImGui::IsItemActive()) {
      draw_text(*ImGui::GetWindowDrawList(), context.fonts.text, {at.x + context.px(8), at.y + context.px(6)},
                theme::secondary, hint);
    }
  } else {
    if (text_width(context.fonts.text, hint) > size.x - context.px(16)) context.cut.push_back(hint);
    ImGui::SetNextItemWidth(size.x);
    changed = ImGui::InputTextWithHint("##field", hint.c_str(), &edited);
  }
  ImGui::PopID();
  ImGui::PopStyleVar(3);
  ImGui::PopFont();
  return changed ? std::optional(edited) : std::nullopt;
}

void tooltip(const PanelContext& context, std::string_view text) {
  ImGui::PushFont(context.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.px(10), context.px(8)});
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(context.px(300));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
  ImGui::PopFont();
}

std::string ordinal(const Language& language, std::size_t rank) {
  const std::string number = language.number(static_cast<double>(rank));
  if (language.tag() == "fr") return number + (rank == 1 ? "er" : "e");
  const std::size_t tens = rank % 100;
  if (tens >= 11 && tens <= 13) return number + "th";
  switch (rank % 10) {
    case 1:
      return number + "st";
    case 2:
      return number + "nd";
    case 3:
      return number + "rd";
    default:
      return number + "th";
  }
}

std::string value_text(const Language& language, const Quantity& value, int decimals, const Message& unit) {
  const std::string number = language.number(value, decimals);
  if (!value.is_number() || unit.empty()) return number;
  const std::string name = language.text(unit);
  // English sets the percent sign close, French after a space.
  const bool close = name == "%" && language.tag() == "en";
  return number + (close ? "" : "\u00A0") + name;
}

std::string value_text(const Language& language, const assessment::Criterion& criterion, const Quantity& value,
                       const Message& unit) {
  const std::string text = value_text(language, value, criterion.decimals, unit);
  return criterion.estimate && value.is_number() ? "≈\u00A0" + text : text;
}

std::string times_note(const PanelContext& context) {
  switch (context.model.travel().source()) {
    case travel::TimesSource::roads:
      return context.text(message("Car times estimated, traffic flowing freely"));
    case travel::TimesSource::straight_line:
      return context.text(message("Car times estimated from straight lines"));
    case travel::TimesSource::table:
      break;
  }
  return context.text(message("Car times of a table"));
}

}  // namespace ancrage::viewer

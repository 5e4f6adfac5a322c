// SPDX-License-Identifier: Apache-2.0
// The few marks that panels are made of, drawn with an ImGui draw list. Positions and sizes in pixels.
#pragma once

#include "ancrage/report/color.hpp"
#include "viewer/panels/panel.hpp"

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::viewer {

ImU32 packed(Color color);
ImU32 packed(Color color, double opacity);

float text_width(const ImFont* font, std::string_view text);
void draw_text(ImDrawList& list, const ImFont* font, ImVec2 at, Color color, std::string_view text);
void draw_text_right(ImDrawList& list, const ImFont* font, ImVec2 right_top, Color color, std::string_view text);
// A text as it fits into a width: on a line of its font, else of the small one, else on as many small lines as it may
// take, else cut before an ellipsis, which the frame remembers. Lines end after spaces and hyphens.
struct FittedText {
  const ImFont* font = nullptr;
  std::vector<std::string> lines;
  bool cut = false;

  float width() const;
  float height() const { return font->FontSize * static_cast<float>(lines.size()); }
};
FittedText fitted_text(const PanelContext& context, const ImFont* font, std::string_view text, float width,
                       std::size_t most_lines = 1);
// About the middle that one line of `font` at this place has.
void draw_fitted(ImDrawList& list, const ImFont* font, ImVec2 at, Color color, const FittedText& text);
void draw_fitted_right(ImDrawList& list, const ImFont* font, ImVec2 right_top, Color color, const FittedText& text);
// Wraps at spaces; returns the height taken.
float draw_wrapped(ImDrawList& list, const ImFont* font, ImVec2 at, float width, Color color, std::string_view text);

// A value 0..1 of a track.
void draw_bar(ImDrawList& list, ImVec2 at, ImVec2 size, double share, Color color);
// Green disc with a white cross.
void draw_pole_symbol(ImDrawList& list, ImVec2 center, float radius, Color disc);
void draw_check_box(const PanelContext& context, ImDrawList& list, ImVec2 middle, bool checked);
void draw_hatch(ImDrawList& list, ImVec2 low, ImVec2 high, Color color, float step, float width);
// The ring around what has the keyboard.
void draw_focus_ring(const PanelContext& context, const Rectangle& where);

// A window without decoration at a place of the layout; end with ImGui::End(). One that comes takes the keyboard from
// none: whoever types goes on typing. The panels of the layout have their background already (`clear` paints nothing).
inline constexpr Color clear = hex(0xFFFFFF, 0);
void begin_panel(const char* id, const Rectangle& where, Color background);
// Puts the window that is begun over all others, without taking the keyboard or the mouse button from any: what is
// pressed stays pressed.
void raise_panel();
// An invisible button; true when clicked. Never where a small window leaves it no room.
bool hot_area(const char* id, ImVec2 at, ImVec2 size);

// A round handle on a track, at the share 0..1; `at` is the track's left middle.
void draw_slider(const PanelContext& context, ImDrawList& list, ImVec2 at, float width, double share, Color color);
// A control of a region that is a rounded button; true when pressed. Its height is pill_units.
inline constexpr double pill_units = 26;
bool pill(const PanelContext& context, Region region, std::string_view id, ImVec2 at, float width,
          std::string_view text, bool chosen);
// A control of a region that is a few words in the accent's colour; true when pressed.
bool text_button(const PanelContext& context, Region region, std::string_view id, ImVec2 at, const FittedText& text);

// A field of one line or several that text is typed into; what it has become, when it was edited in this frame.
std::optional<std::string> text_field(const PanelContext& context, Region region, std::string_view id, ImVec2 at,
                                      ImVec2 size, const std::string& text, const std::string& hint, bool several);

// A tooltip of wrapped text in the house's style, at the mouse.
void tooltip(const PanelContext& context, std::string_view text);

// "3ᵉ"-like order without raised letters: "3e", "1er" in French, "3rd" in English.
std::string ordinal(const Language& language, std::size_t rank);
// "12,3 %", "4 min", "7 / 100": a value and its unit, joined by a no-break space; or the word for its absence.
std::string value_text(const Language& language, const Quantity& value, int decimals, const Message& unit);
// The same of a criterion's value, "≈" before an estimate.
std::string value_text(const Language& language, const assessment::Criterion& criterion, const Quantity& value,
                       const Message& unit);
// What every minute is; by which roads, the sources say.
std::string times_note(const PanelContext& context);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// Writes a panel from top to bottom: headings, paragraphs, facts, and the controls of a region between them. Everything
// moves the place where the next thing goes down.
//
//   PanelWriter writer(context, Region::main, where);     inside a child window that may scroll
//   writer.heading(message("Changes"));
//   if (writer.check("counts", message("Count in the ranking"), counts)) actions.emplace_back(…);
//   writer.end();                                          tells the window how tall it was
#pragma once

#include "viewer/panels/panel.hpp"

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::viewer {

struct SliderUse {
  std::optional<double> share;  // where the mouse holds it, 0..1
  int steps = 0;                // by keyboard
  bool released = false;
};

class PanelWriter {
 public:
  // From where ImGui's cursor is, `margin` units from the sides of `where`.
  PanelWriter(const PanelContext& context, Region region, const Rectangle& where, double margin = 16);

  float left() const { return left_; }
  float right() const { return right_; }
  float width() const { return right_ - left_; }
  float y() const { return y_; }
  ImDrawList& list() const { return list_; }
  void skip(double units);
  void skip_pixels(float pixels) { y_ += pixels; }

  void title(const std::string& text);
  void heading(const Message& text, const std::string& beside = {});
  void paragraph(const std::string& text);  // small, secondary
  void paragraph(const std::string& text, Color color);
  void sentence(const std::string& text);  // of the size of the text
  // A label on the left, a value on the right.
  void fact(const std::string& label, const std::string& value, bool strong = false);
  void rule();

  // Controls; those that return a bool are true when pressed.
  bool check(std::string_view id, const std::string& label, bool checked);
  // Buttons of equal width in one row; the one that was pressed.
  struct Pill {
    std::string id;
    std::string text;
    bool chosen = false;
  };
  std::optional<std::size_t> pills(const std::vector<Pill>& row);
  bool button(std::string_view id, const std::string& text);
  SliderUse slider(std::string_view id, const std::string& label, const std::string& value, double share, Color color);
  // − value +: by how much it was changed.
  int stepper(std::string_view id, const std::string& label, const std::string& value);
  // A line with a cross at its end that takes it away.
  bool removable(std::string_view id, const std::string& text);

  // What was typed into a field of so many lines.
  std::optional<std::string> text_field(std::string_view id, const std::string& text, const std::string& hint,
                                        int lines);

  void end();

 private:
  const PanelContext& context_;
  Region region_;
  ImDrawList& list_;
  float left_;
  float right_;
  float start_;
  float y_;
};

// A child window that scrolls, over the whole of `where`; end with end_scroll().
void begin_scroll(const PanelContext& context, const char* id, const Rectangle& where);
void end_scroll();

}  // namespace ancrage::viewer

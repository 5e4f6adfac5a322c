// SPDX-License-Identifier: Apache-2.0
// A user for tests, pictures and tours: moves the mouse, presses keys and types, frame by frame, on the real panels.
//
//   Player player(offscreen);
//   player.key("F3");                       // "Tab", "Shift+Tab", "Ctrl+Z", "a", …
//   player.press("weight accessibility");   // a control, by the id that its panel gives it
//   player.run("click 500 300\nshot map.png", "tour.txt");
#pragma once

#include "viewer/offscreen.hpp"

#include <string>
#include <string_view>

namespace ancrage::viewer {

class Player {
 public:
  // Keeps a reference.
  explicit Player(Offscreen& offscreen) : offscreen_(offscreen) {}

  // Pixels of the window. The mouse moves there, and a frame is drawn.
  void move(double x, double y);
  void click(double x, double y);
  void drag(double x, double y, double to_x, double to_y);
  void wheel(double notches);
  // Throws Error(usage) on a key that has no name here.
  void key(std::string_view name);
  void type(std::string_view text);
  // Clicks the middle of a control, which is scrolled to where it is hidden; throws Error(wrong_input) when the panels
  // that are shown have no such control.
  void press(std::string_view control);
  // Of a slider, to a share of its width.
  void slide(std::string_view control, double share);
  // Until nothing moves and no work is under way.
  void settle() { offscreen_.settle(); }

  // A script: one command a line, `#` before a comment.
  //   click X Y · move X Y · drag X Y X Y · wheel N · key NAME · type TEXT · press CONTROL · slide SHARE CONTROL
  //   view NAME · left profile|display · select SITE · second SITE · compare SITE · color NAME · layer NAME · facilities KIND
  //   size WxH · wait SECONDS · shot FILE.png · kill (ends the program as a crash would)
  // Throws Error(wrong_input) naming `where` and the line.
  void run(std::string_view script, const std::string& where);

 private:
  void command(std::string_view word, std::string_view rest);
  // Where a control is, after it was scrolled to.
  Rectangle place(std::string_view control);

  Offscreen& offscreen_;
};

}  // namespace ancrage::viewer

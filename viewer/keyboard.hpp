// SPDX-License-Identifier: Apache-2.0
// What each key does, given where the keyboard is. No toolkit here: a key goes in, actions come out.
#pragma once

#include "viewer/actions/action.hpp"

namespace ancrage::viewer {

enum class Key {
  character,  // a letter, digit or sign, whatever the keyboard's layout
  left,
  right,
  up,
  down,
  page_up,
  page_down,
  home,
  end,
  tab,
  enter,
  space,
  escape,
  help,  // F1
  view_1,  // F2 to F6: the views of the bar in their order
  view_2,
  view_3,
  view_4,
  view_5,
  undo,  // Ctrl+Z
  redo,  // Ctrl+Y, Ctrl+Shift+Z
};

struct KeyPress {
  Key key = Key::character;
  char32_t character = 0;
  bool shift = false;
};

// While a text box has the keyboard, characters are its own and never arrive here.
Actions actions_for(const KeyPress& press, const State& state, const Model& model, const Layout& layout);

// Whether a key of the region with the keyboard goes to its controls.
bool is_control_key(const KeyPress& press, const State& state);

// The list that F1 shows: keys and what they do.
std::vector<std::pair<Message, Message>> key_list();

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// What each key does, given where the keyboard is. No toolkit here: a key goes in, actions come out.
#pragma once

#include "viewer/state.hpp"

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
  f1,
};

struct KeyPress {
  Key key = Key::character;
  char32_t character = 0;
  bool shift = false;
};

// While the search box has the keyboard, characters are its own and never arrive here.
Actions actions_for(const KeyPress& press, const State& state, const Model& model, const Layout& layout);

// The list that F1 shows: keys and what they do.
std::vector<std::pair<Message, Message>> key_list();

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The colours of the viewer: those of the map and of the paper, and what only a screen needs.
#pragma once

#include "ancrage/report/palette.hpp"

namespace ancrage::viewer::theme {

using report::Color;
using report::hex;
using report::palette::accent;
using report::palette::ink;
using report::palette::land;
using report::palette::line;
using report::palette::need;
using report::palette::page;
using report::palette::pole;
using report::palette::road;
using report::palette::secondary;
using report::palette::sector;
using report::palette::track;
using report::palette::zac;
using report::palette::zip;
using report::palette::zip_text;

inline constexpr Color panel = hex(0xFFFFFF);
inline constexpr Color marked = hex(0xE8EEF7);  // selected row
inline constexpr Color hovered = hex(0xF3F5F8);
inline constexpr Color box_edge = hex(0x8B9199);
inline constexpr Color shared = hex(0x2B1B5A);  // what is reached from both of a couple's places
inline constexpr Color second = hex(0x7A3E9D);  // the other one of a couple

// Stronger colours for eyes that need them: what is drawn in one of the colours above comes out in its stronger kin.
void use_high_contrast(bool wanted);
Color shown(Color color);

}  // namespace ancrage::viewer::theme

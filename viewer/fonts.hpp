// SPDX-License-Identifier: Apache-2.0
// The type of the viewer: Inter, or DejaVu Sans where it is not installed, rasterised by FreeType at the display's
// scale.
#pragma once

struct ImFont;

namespace ancrage::viewer {

// A font that is read over a map: its letters, and under them the same letters widened to a halo.
struct HaloFont {
  ImFont* letters = nullptr;
  ImFont* halo = nullptr;
};

struct Fonts {
  ImFont* text = nullptr;     // 13
  ImFont* bold = nullptr;     // 13
  ImFont* small = nullptr;    // 11.5
  ImFont* heading = nullptr;  // 17 bold
  HaloFont label;             // 12 medium, names on the map
  HaloFont town;              // 14 bold, names of the largest places
  HaloFont note;              // 11.5, what else is written on the map
};

// Fills the atlas of the current ImGui context, replacing what was there: all letters of European languages in Latin
// script, typographic quotes, dashes, spaces and signs; figures all as wide as the widest, so that columns align. Looks
// in the user's and the system's font directories. A halo is part of the atlas: one pass more, where writing
// the letters about themselves takes four. Throws Error(unreadable_input) when neither family is found. Cost: some tens
// of milliseconds.
Fonts load_fonts(double scale);

}  // namespace ancrage::viewer

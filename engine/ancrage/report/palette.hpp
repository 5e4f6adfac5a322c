// SPDX-License-Identifier: Apache-2.0
// The colours of the map and of the paper: a calm printed atlas. ZIP is orange and ZAC blue, as on the health
// insurance's own map.
#pragma once

#include "ancrage/report/color.hpp"

namespace ancrage::report::palette {

inline constexpr Color ink = hex(0x22262B);
inline constexpr Color secondary = hex(0x5F656D);  // 4.5:1 on white and on the page
inline constexpr Color line = hex(0xDCDFE3);
inline constexpr Color white = hex(0xFFFFFF);
inline constexpr Color page = hex(0xF7F6F2);
inline constexpr Color land = hex(0xF1EFE9);    // outside the territory
inline constexpr Color track = hex(0xEEF0F3);   // behind bars
inline constexpr Color accent = hex(0x1D4F91);  // the doctor, the selection
inline constexpr Color need = hex(0xC7521A);
inline constexpr Color zip = hex(0xD9720A);
inline constexpr Color zip_text = hex(0xA85200);  // 4.5:1 on white
inline constexpr Color zac = hex(0x2E6FB7);
inline constexpr Color sector = hex(0x7A1F5C);
inline constexpr Color pole = hex(0x0B5A4A);
inline constexpr Color road = hex(0x9A9388);
inline constexpr Color no_value = hex(0xE4E2DC);
inline constexpr Color pattern_ink = hex(0x3A3F45);  // of the second sign over a class colour

// What is left of a class colour where a commune stands back: out by the wishes' limits, or not of the class that is
// marked.
constexpr Color faded(Color color) {
  const auto paler = [](std::uint8_t channel) { return static_cast<std::uint8_t>(224 - (224 - channel) / 5); };
  return {paler(color.red), paler(color.green), paler(color.blue), color.alpha};
}

}  // namespace ancrage::report::palette

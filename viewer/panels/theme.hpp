// SPDX-License-Identifier: Apache-2.0
// The colours of the viewer.
#pragma once

#include "viewer/map/color.hpp"

namespace ancrage::viewer::theme {

inline constexpr Color ink = hex(0x22262B);
inline constexpr Color secondary =
    hex(0x5F656D);  // a little darker than the drawing's grey: 4.5:1 on the page colour too
inline constexpr Color line = hex(0xDCDFE3);
inline constexpr Color panel = hex(0xFFFFFF);
inline constexpr Color page = hex(0xF7F6F2);
inline constexpr Color land = hex(0xF1EFE9);
inline constexpr Color track = hex(0xEEF0F3);   // behind bars
inline constexpr Color marked = hex(0xE8EEF7);  // selected row
inline constexpr Color hovered = hex(0xF3F5F8);
inline constexpr Color accent = hex(0x1D4F91);
inline constexpr Color second = hex(0x7A3E9D);  // the other one of a couple
inline constexpr Color need = hex(0xC7521A);
inline constexpr Color zip = hex(0xD9720A);
inline constexpr Color zip_text = hex(0xA85200);  // 4.5:1 on white
inline constexpr Color zac = hex(0x2E6FB7);
inline constexpr Color sector = hex(0x7A1F5C);
inline constexpr Color pole = hex(0x0B5A4A);
inline constexpr Color road = hex(0x9A9388);

}  // namespace ancrage::viewer::theme

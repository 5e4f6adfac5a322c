// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/theme.hpp"

#include <array>

namespace ancrage::viewer::theme {
namespace {

bool high_contrast = false;

struct Kin {
  Color usual;
  Color strong;
};
constexpr std::array kin{Kin{secondary, hex(0x2A2E33)}, Kin{ink, hex(0x000000)},      Kin{line, hex(0x5C6168)},
                         Kin{track, hex(0xCDD1D7)},     Kin{hovered, hex(0xE1E6EE)},  Kin{marked, hex(0xBFD3EE)},
                         Kin{accent, hex(0x0A2C63)},    Kin{need, hex(0x8A3208)},     Kin{page, hex(0xFFFFFF)},
                         Kin{box_edge, hex(0x22262B)},  Kin{zip_text, hex(0x5C2C00)}, Kin{zac, hex(0x174A85)}};

}  // namespace

void use_high_contrast(bool wanted) { high_contrast = wanted; }

Color shown(Color color) {
  if (!high_contrast) return color;
  for (const Kin& pair : kin) {
    Color usual = pair.usual;
    usual.alpha = color.alpha;
    if (usual != color) continue;
    Color strong = pair.strong;
    strong.alpha = color.alpha;
    return strong;
  }
  return color;
}

}  // namespace ancrage::viewer::theme

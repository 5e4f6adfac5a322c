// SPDX-License-Identifier: Apache-2.0
// An sRGB colour with opacity, eight bits a channel.
#pragma once

#include <cstdint>

namespace ancrage::report {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
  bool operator==(const Color&) const = default;
};

// 0xRRGGBB, as style sheets write it.
constexpr Color hex(std::uint32_t rgb, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8 & 0xFF),
          static_cast<std::uint8_t>(rgb & 0xFF), alpha};
}

}  // namespace ancrage::report

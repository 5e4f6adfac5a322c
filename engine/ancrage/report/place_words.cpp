// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/place_words.hpp"

#include <cmath>
#include <numbers>

namespace ancrage::report {

namespace {

constexpr std::array<const char*, 8> wind_patterns{
    translatable("to the north of {0}"), translatable("to the north-east of {0}"),
    translatable("to the east of {0}"),  translatable("to the south-east of {0}"),
    translatable("to the south of {0}"), translatable("to the south-west of {0}"),
    translatable("to the west of {0}"),  translatable("to the north-west of {0}")};

}  // namespace

std::size_t wind(geometry::Point from, geometry::Point to) {
  const double turns = std::atan2(to.x - from.x, to.y - from.y) / (2 * std::numbers::pi);
  const auto eighth = static_cast<long>(std::lround(turns * static_cast<double>(wind_keys.size())));
  return static_cast<std::size_t>((eighth + 8) % 8);
}

std::string direction_text(std::size_t wind, std::string_view place, const Language& language) {
  return language.text(message(wind_patterns[wind], place));
}

std::string capitalised(std::string text) {
  if (text.empty()) return text;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first >= 'a' && first <= 'z') text[0] = static_cast<char>(first - 'a' + 'A');
  // à … þ of Latin-1.
  if (first == 0xC3 && text.size() > 1) {
    const auto second = static_cast<unsigned char>(text[1]);
    if (second >= 0xA0 && second <= 0xBE && second != 0xB7) text[1] = static_cast<char>(second - 0x20);
  }
  return text;
}

std::string enumeration(const std::vector<std::string>& items, const Language& language) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 0) {
      result = items[i];
    } else if (i + 1 < items.size()) {
      result += ", " + items[i];
    } else {
      result = language.text(message("{0} and {1}", result, items[i]));
    }
  }
  return result;
}

}  // namespace ancrage::report

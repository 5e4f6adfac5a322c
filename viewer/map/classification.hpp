// SPDX-License-Identifier: Apache-2.0
// The value by which communes are coloured, its classes, and what the legend says of them.
//
// Scores, densities and shares that are measured around a place are those of the commune's own centre (the site of kind
// "commune_centre"); zone status is the commune's. Classes have round bounds; a value on a bound belongs to the upper
// one.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "viewer/map/color.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::viewer {

enum class ColorKey : std::uint8_t { need, attractiveness, accessibility, aged_65_plus, zone };
inline constexpr std::array color_keys{ColorKey::need, ColorKey::attractiveness, ColorKey::accessibility,
                                       ColorKey::aged_65_plus, ColorKey::zone};
std::string_view color_key_name(ColorKey key);  // "need", …, as --color-by takes them
std::optional<ColorKey> color_key_from(std::string_view name);
Message color_key_label(ColorKey key);

struct MapClass {
  Message label;
  Color color;
  bool hatched = false;   // no value
  std::size_t count = 0;  // communes of the territory
};

struct Classification {
  ColorKey key = ColorKey::need;
  Message title;
  Message subtitle;  // unit, and where it is measured
  Message unit;      // after a value; empty when it needs none
  int decimals = 0;
  std::vector<MapClass> classes;       // lowest first; "no value" last and only when some have none
  std::vector<Quantity> values;        // by commune; empty for zone status
  std::vector<std::uint8_t> class_of;  // by commune; outside when of the ring
  static constexpr std::uint8_t outside = 255;

  // Colour of each commune for the lookup texture; alpha 128 marks the hatched class. Land colour for the ring.
  std::vector<Color> colors(Color land) const;
};

// Index of the site "commune_centre" of each commune, where there is one.
std::vector<std::optional<std::size_t>> commune_centres(const territory::Territory& territory);

Classification classify(ColorKey key, const territory::Territory& territory, const assessment::Assessment& assessment);

// Round bounds between the classes of these values: a step of 1, 2, 2.5 or 5 times a power of ten, the finest that
// makes at most `most` classes. Empty when the values do not differ.
std::vector<double> round_bounds(double lowest, double highest, std::size_t most = 7);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The value by which communes are coloured, its classes, and what a legend says of them: what the viewer, the paper and
// the map in words all show alike.
//
// Scores, minutes and the criteria, which are measured at sites, are those of the commune's own centre (the site of
// kind "commune_centre"); access to care, age, population and zone status are the commune's. Classes have round bounds;
// a value on a bound belongs to the upper one. Those of access to care are fixed (1, 1.5, 2, 2.5, 3 and 4 consultations
// a year), diverge about 2.5, and stay when empty, so that two scenarios or territories compare.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/report/color.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report {

enum class ColorKey : std::uint8_t {
  need,
  attractiveness,
  accessibility,
  health_pole_minutes,
  aged_65_plus,
  zone,
  population,
  criterion,  // any other criterion: classify_criterion()
};
// Those that every territory has; `criterion` is not among them.
inline constexpr std::array color_keys{
    ColorKey::need,         ColorKey::attractiveness, ColorKey::accessibility, ColorKey::health_pole_minutes,
    ColorKey::aged_65_plus, ColorKey::zone,           ColorKey::population};
std::string_view color_key_name(ColorKey key);  // "need", …, as command lines take them
std::optional<ColorKey> color_key_from(std::string_view name);
Message color_key_label(ColorKey key);

// What is drawn over the colour where classes would print in like greys: horizontal lines from 2.5 consultations up and
// in the ZAC, dots in the ZIP, rising lines where there is no value.
enum class Pattern : std::uint8_t { none, horizontal, dots, rising };

struct MapClass {
  Message label;
  Color color;
  bool hatched = false;   // no value
  std::size_t count = 0;  // communes of the territory
  std::string sign{};     // "1" for the lowest class, "ZIP"; empty without value
  Pattern pattern = Pattern::none;
};

struct Classification {
  ColorKey key = ColorKey::need;
  Message title;
  Message subtitle;  // unit, and where it is measured
  Message unit;      // after a value; empty when it needs none
  int decimals = 0;
  std::vector<MapClass> classes;       // lowest first; "no value" last and only when some have none
  std::vector<double> bounds;          // between the classes, rising; empty for zone status
  std::vector<Quantity> values;        // by commune; empty for zone status
  std::vector<std::uint8_t> class_of;  // by commune; outside when of the ring
  static constexpr std::uint8_t outside = 255;

  // Colour of each commune; alpha 128 marks the hatched class. Land colour for the ring.
  std::vector<Color> colors(Color land) const;
};

// Index of the site "commune_centre" of each commune, where there is one.
std::vector<std::optional<std::size_t>> commune_centres(const territory::Territory& territory);

// Throws wrong_input for ColorKey::criterion. Cost: communes times sites of the territory.
Classification classify(ColorKey key, const territory::Territory& territory, const assessment::Assessment& assessment);
// Values that were computed elsewhere (a scenario's), by commune; not for ColorKey::zone. Cost: the communes.
Classification classify(ColorKey key, const territory::Territory& territory, std::vector<Quantity> values);
// One of assessment.criteria, at the commune centres.
Classification classify_criterion(std::size_t criterion, const territory::Territory& territory,
                                  const assessment::Assessment& assessment);
// By the name of a key or of a criterion, as --color takes it. Throws usage with the nearest names, naming the option.
Classification classify(std::string_view name, const territory::Territory& territory,
                        const assessment::Assessment& assessment, const std::string& option = "--color");

// Round bounds between the classes of these values: a step of 1, 2, 2.5 or 5 times a power of ten, the finest that
// makes at most `most` classes. Empty when the values do not differ.
std::vector<double> round_bounds(double lowest, double highest, std::size_t most = 7);
// The same for values that span powers of ten: 1, 2, 5 (else 1, 3, else 1) times powers of ten.
std::vector<double> logarithmic_bounds(double lowest, double highest, std::size_t most = 7);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/theme.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

// Of the Web Content Accessibility Guidelines 2.1: relative luminance, and the contrast of two colours, 1 to 21.
double luminance(report::Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(report::Color a, report::Color b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

struct HighContrast {
  HighContrast() { theme::use_high_contrast(true); }
  ~HighContrast() { theme::use_high_contrast(false); }
  HighContrast(const HighContrast&) = delete;
  HighContrast& operator=(const HighContrast&) = delete;
};

void require_contrast(double text, double edge) {
  for (const auto paper : {theme::panel, theme::page, theme::hovered, theme::marked}) {
    for (const auto ink : {theme::ink, theme::secondary, theme::accent, theme::zip_text}) {
      INFO(int(ink.red) << ' ' << int(ink.green) << ' ' << int(ink.blue) << " on " << int(paper.red) << ' '
                        << int(paper.green) << ' ' << int(paper.blue));
      REQUIRE(contrast(theme::shown(ink), theme::shown(paper)) >= text);
    }
  }
  // On cards and on the map only.
  for (const auto ink : {theme::zac, theme::pole}) {
    REQUIRE(contrast(theme::shown(ink), theme::shown(theme::panel)) >= text);
  }
  REQUIRE(contrast(theme::shown(theme::box_edge), theme::shown(theme::panel)) >= edge);
  REQUIRE(contrast(theme::shown(theme::need), theme::shown(theme::panel)) >= edge);
}

}  // namespace

TEST_CASE("the contrast of two colours is that of the guidelines") {
  REQUIRE(contrast(report::hex(0x000000), report::hex(0xFFFFFF)) == Approx(21.0));
  REQUIRE(contrast(report::hex(0x777777), report::hex(0xFFFFFF)) == Approx(4.48).margin(0.01));
}

TEST_CASE("text stands out 4.5 to 1 from what is under it, and 7 to 1 with strong contrast, edges 3 to 1") {
  require_contrast(4.5, 3.0);
  const HighContrast strong;
  require_contrast(7.0, 4.5);
}

// SPDX-License-Identifier: Apache-2.0
#include "viewer/layout.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {

Layout arrange(double width, double height, double scale, bool panels) {
  const double units = width / scale;
  double left = units < 1200 ? 212 : 264;
  double right = units < 1200 ? 312 : 356;
  if (!panels || units - right < 320) right = 0;
  if (!panels || units - left - right < 320) left = 0;
  auto pixels = [&](double value) { return std::round(value * scale); };
  const double bar = pixels(44);
  const double sources = pixels(26);
  const double left_edge = pixels(left);
  const double right_edge = width - pixels(right);
  const double body = std::max(0.0, height - bar);
  Layout layout;
  layout.bar = {0, 0, width, bar};
  layout.left = {0, bar, left_edge, std::max(0.0, body - sources)};
  layout.right = {right_edge, bar, width - right_edge, body};
  layout.map = {left_edge, bar, right_edge - left_edge, std::max(0.0, body - sources)};
  layout.sources = {0, bar + layout.map.height, right_edge, sources};
  return layout;
}

}  // namespace ancrage::viewer

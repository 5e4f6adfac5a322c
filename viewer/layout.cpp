// SPDX-License-Identifier: Apache-2.0
#include "viewer/layout.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {

Layout arrange(double width, double height, double scale, bool panels, View view) {
  const double units = width / scale;
  const bool has_map = view == View::map || view == View::what_if || view == View::plan;
  double left = view == View::data ? 0 : units < 1200 ? 264 : 300;
  double right = !has_map ? 0 : units < 1200 ? 312 : 356;
  if (!panels || units - right < 320) right = 0;
  const double least_middle = view == View::compare ? 600 : 320;
  if (!panels || units - left - right < least_middle) left = 0;
  auto pixels = [&](double value) { return std::round(value * scale); };
  const double bar = pixels(44);
  const double sources = pixels(26);
  const double left_edge = pixels(left);
  const double right_edge = width - pixels(right);
  const double body = std::max(0.0, height - bar);
  const double upper = std::max(0.0, body - sources);
  Layout layout;
  layout.bar = {0, 0, width, bar};
  layout.left = {0, bar, left_edge, upper};
  const Rectangle beside{right_edge, bar, width - right_edge, body};
  const Rectangle middle{left_edge, bar, right_edge - left_edge, upper};
  if (view == View::map) layout.right = beside;
  if (view == View::what_if || view == View::plan) layout.main = beside;
  (has_map ? layout.map : layout.main) = middle;
  layout.sources = {0, bar + upper, right_edge, sources};
  return layout;
}

}  // namespace ancrage::viewer

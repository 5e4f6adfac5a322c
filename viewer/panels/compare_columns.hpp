// SPDX-License-Identifier: Apache-2.0
// Where the parts of the view "compare" stand, and how each site is marked: a number and a colour that its name, its
// map, its values and its line share.
#pragma once

#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <array>

namespace ancrage::viewer {

inline constexpr std::array site_colors{theme::accent, theme::need, theme::pole, theme::second};

struct CompareColumns {
  float left = 0.0F;   // of the labels
  float label = 0.0F;  // their width
  float each = 0.0F;   // width of a site's column, with the gap before the next
  float gap = 0.0F;
  float right = 0.0F;
  float names = 0.0F;  // y of the names, the maps, and what stands under them
  float maps = 0.0F;
  float map_height = 0.0F;
  float body = 0.0F;
  std::size_t sites = 0;

  float x(std::size_t column) const { return left + label + static_cast<float>(column) * each; }
  float width() const { return each - gap; }
};

CompareColumns compare_columns(const PanelContext& context);

// The site's number in a disc of its colour.
void draw_site_badge(const PanelContext& context, ImDrawList& list, ImVec2 middle, std::size_t column);

// What stands under the maps.
Actions draw_compare_table(const PanelContext& context, const CompareColumns& columns);
Actions draw_compare_reasons(const PanelContext& context, const CompareColumns& columns);

}  // namespace ancrage::viewer

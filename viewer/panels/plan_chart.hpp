// SPDX-License-Identifier: Apache-2.0
// The frontier of a plan: what each number of practitioners can bring, the best plan beside the greedy one, and what
// could at most be gained where no optimum is proven.
#pragma once

#include "viewer/panels/panel.hpp"

#include <imgui.h>

#include <optional>

namespace ancrage::viewer {

// With the practitioners that the map shows marked. The number whose column was clicked or is being dragged over.
std::optional<std::size_t> draw_plan_chart(const PanelContext& context, ImDrawList& list, const Rectangle& where);

// What the signs of the chart mean, in two columns; the height taken.
float draw_plan_chart_legend(const PanelContext& context, ImDrawList& list, ImVec2 at, float width);

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The line under the map: where the data come from, and of which year; all of it in the tooltip.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

// Producers with their vintages, each pair once, in the order of the layers.
std::string short_line(const territory::Territory& territory) {
  std::vector<std::string> parts;
  for (const auto& source : territory.sources) {
    std::string part = source.producer + " " + source.vintage;
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
  }
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : " · ") + part;
  return line;
}

std::string all_sources(const territory::Territory& territory) {
  std::string text;
  for (const auto& source : territory.sources) {
    text += (text.empty() ? "" : "\n") + source.producer + ", " + source.dataset + ", " + source.vintage + " (" +
            source.licence + ")";
  }
  return text;
}

}  // namespace

Actions draw_sources(const PanelContext& context) {
  const Rectangle& where = context.layout.sources;
  if (where.empty()) return {};
  begin_panel("##sources", where, theme::panel);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at{static_cast<float>(where.x), static_cast<float>(where.y)};
  const auto width = static_cast<float>(where.width);
  list.AddLine(at, {at.x + width, at.y}, packed(theme::line), context.px(1));
  const auto& territory = context.model.territory();
  const std::string line = context.text(message("Sources: {0}", short_line(territory)));
  draw_text(list, context.fonts.small, {at.x + context.px(12), at.y + context.px(7)}, theme::secondary,
            fitted_text(context.fonts.small, line, width - context.px(24)));
  hot_area("sources", at, {width, static_cast<float>(where.height)});
  if (ImGui::IsItemHovered() && !territory.sources.empty()) tooltip(context, all_sources(territory));
  ImGui::End();
  return {};
}

}  // namespace ancrage::viewer

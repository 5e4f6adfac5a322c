// SPDX-License-Identifier: Apache-2.0
// The line under the map: where the data come from, and of which year; all of it in the tooltip.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::viewer {
namespace {

struct LayerName {
  std::string_view layer;
  const char* label;
};
constexpr std::array layer_names{
    LayerName{"communes", translatable("communes")},           LayerName{"priority_sectors", translatable("QPV")},
    LayerName{"population_cells", translatable("population")}, LayerName{"health_poles", translatable("poles")},
    LayerName{"facilities", translatable("facilities")},       LayerName{"roads", translatable("roads")}};

// The last four-digit number of a vintage; 0 without one.
int year_of(const std::string& vintage) {
  int year = 0;
  int digits = 0;
  int number = 0;
  for (const char c : vintage + " ") {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && digits == 4) year = number;
    number = digit ? number * 10 + (c - '0') : 0;
    digits = digit ? digits + 1 : 0;
  }
  return year;
}

// "© OpenStreetMap · communes 2016–2026 · poles, roads 2026 · …": first what must be named; layers of the same years
// together.
std::string short_line(const PanelContext& context) {
  struct Group {
    std::string years;
    std::string layers;
  };
  std::vector<Group> groups;
  bool openstreetmap = false;
  for (const LayerName& name : layer_names) {
    int first = 0;
    int last = 0;
    bool known = false;
    for (const auto& source : context.model.territory().sources) {
      if (source.layer != name.layer) continue;
      known = true;
      openstreetmap |= source.producer.find("OpenStreetMap") != std::string::npos;
      const int year = year_of(source.vintage);
      if (year == 0) continue;
      first = first == 0 ? year : std::min(first, year);
      last = std::max(last, year);
    }
    if (!known) continue;
    const std::string years =
        last == 0 ? "" : "\u00A0" + (first == last ? "" : std::to_string(first) + "–") + std::to_string(last);
    const std::string layer = context.text(message(name.label));
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.years == years; });
    if (same == groups.end()) {
      groups.push_back({years, layer});
    } else {
      same->layers += ", " + layer;
    }
  }
  std::string line(openstreetmap ? "© OpenStreetMap" : "");
  for (const Group& group : groups) line += (line.empty() ? "" : " · ") + group.layers + group.years;
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

std::string tooltip_text(const PanelContext& context) {
  const std::string sources = all_sources(context.model.territory());
  return sources + (sources.empty() ? "" : "\n") + context.text(context.model.assessment().travel);
}

// Two columns of text wide: all sources on one screen.
void sources_tooltip(const PanelContext& context) {
  ImGui::PushFont(context.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.px(10), context.px(8)});
  ImGui::BeginTooltip();
  const std::string text = tooltip_text(context);
  ImGui::PushTextWrapPos(context.px(720));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
  ImGui::PopFont();
}

}  // namespace

Actions draw_sources(const PanelContext& context) {
  const Rectangle& where = context.layout.sources;
  if (where.empty()) return {};
  begin_panel("##sources", where, clear);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at{static_cast<float>(where.x), static_cast<float>(where.y)};
  const auto width = static_cast<float>(where.width);
  list.AddLine(at, {at.x + width, at.y}, packed(theme::line), context.px(1));
  // A large map says itself what its minutes are.
  const std::string note = context.layout.map.empty() ? times_note(context) + ". " : std::string();
  const std::string sources = short_line(context);
  const ImFont* font = context.fonts.small;
  const float room = width - context.px(16);
  std::string line = note + context.text(message("Sources: {0}", sources));
  if (text_width(font, line) > room) line = note + sources;
  draw_fitted(list, font, {at.x + context.px(12), at.y + context.px(7)}, theme::secondary,
              fitted_text(context, font, line, room));
  hot_area("sources", at, {width, static_cast<float>(where.height)});
  if (ImGui::IsItemHovered()) sources_tooltip(context);
  ImGui::End();
  return {};
}

}  // namespace ancrage::viewer

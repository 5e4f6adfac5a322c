// SPDX-License-Identifier: Apache-2.0
// The health of the data: what each layer holds, what it lacks and where it comes from; and what whoever built the
// territory has to tell about it.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/panels/writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::viewer {
namespace {

constexpr std::size_t most_names = 4;

struct LayerLabel {
  std::string_view layer;
  const char* label;
};
constexpr std::array layer_labels{LayerLabel{"communes", translatable("Communes")},
                                  LayerLabel{"priority_sectors", translatable("Priority neighbourhoods (QPV)")},
                                  LayerLabel{"population_cells", translatable("Inhabitants by cells of 1 km")},
                                  LayerLabel{"health_poles", translatable("Health poles and centres")},
                                  LayerLabel{"facilities", translatable("Pharmacies, schools, stations…")},
                                  LayerLabel{"roads", translatable("Numbered roads")},
                                  LayerLabel{"sites", translatable("Candidate places")},
                                  LayerLabel{"practitioners", translatable("Practitioners one by one")}};

const LayerLabel* label_of(std::string_view layer) {
  const auto found = std::find_if(layer_labels.begin(), layer_labels.end(),
                                  [&](const LayerLabel& known) { return known.layer == layer; });
  return found == layer_labels.end() ? nullptr : &*found;
}

// "Génolhac, Chamborigaud and 12 others"
std::string some_names(const PanelContext& context, const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() <= most_names) return text;
  return context.text(message("{0} and {1} more", text, names.size() - most_names));
}

class HealthWriter {
 public:
  HealthWriter(const PanelContext& context, const Rectangle& where) : context_(context), where_(where) {}

  void layers() {
    begin_scroll(context_, "layers", where_);
    PanelWriter writer(context_, Region::main, where_, 24);
    writer.title(text(message("Data")));
    const auto& territory = context_.model.territory();
    for (const auto& layer : territory.health) {
      const LayerLabel* label = label_of(layer.layer);
      if (label == nullptr) continue;  // the territory's own book-keeping
      writer.fact(text(message(label->label)), number(layer.features), true);
      std::size_t missing = 0;
      std::size_t withheld = 0;
      for (const auto& field : layer.fields) {
        missing = std::max(missing, field.missing);
        withheld = std::max(withheld, field.withheld);
      }
      if (missing > 0) {
        writer.paragraph(text(message("Missing values: up to {0} of {1}, by column", missing, layer.features)),
                         theme::need);
      }
      if (withheld > 0) {
        writer.paragraph(
            text(message("Kept secret by the statistics office: up to {0} of {1}", withheld, layer.features)),
            theme::need);
      }
      const std::string source = territory.provenance(layer.layer);
      writer.paragraph(source.empty() ? layer.source : source);
      writer.skip(8);
    }
    for (const std::string& layer : territory.missing_layers) {
      const LayerLabel* label = label_of(layer);
      writer.fact(label != nullptr ? text(message(label->label)) : layer, text(message("none")), true);
      writer.paragraph(text(message("The territory has no such layer.")));
      writer.skip(8);
    }
    writer.end();
    end_scroll();
  }

  void findings() {
    begin_scroll(context_, "findings", where_);
    PanelWriter writer(context_, Region::main, where_, 24);
    findings_of(writer, Severity::error, message("Faults"));
    findings_of(writer, Severity::warning, message("To keep in mind"));
    findings_of(writer, Severity::note, message("Done when the territory was built"));
    writer.heading(message("Times"));
    writer.paragraph(text(context_.model.assessment().travel), theme::ink);
    writer.end();
    end_scroll();
  }

 private:
  std::string text(const Message& words) const { return context_.text(words); }
  std::string number(std::size_t count) const { return context_.language().number(static_cast<double>(count)); }

  void findings_of(PanelWriter& writer, Severity severity, const Message& title) {
    const Diagnostics& all = context_.model.territory().diagnostics;
    const auto count = std::count_if(all.begin(), all.end(), [&](const auto& d) { return d.severity == severity; });
    if (count == 0) return;
    writer.heading(title, number(static_cast<std::size_t>(count)));
    for (const Diagnostic& finding : all) {
      if (finding.severity != severity) continue;
      const LayerLabel* label = label_of(finding.layer);
      const std::string layer = label != nullptr ? text(message(label->label)) + " · " : std::string();
      writer.paragraph(layer + text(finding.what), theme::ink);
      if (!finding.names.empty()) writer.paragraph(some_names(context_, finding.names));
      writer.skip(6);
    }
    writer.skip(8);
  }

  const PanelContext& context_;
  Rectangle where_;
};

}  // namespace

Actions draw_data_view(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  if (where.empty()) return {};
  begin_panel("##data", where, theme::page);
  const double half = std::round(where.width / 2);
  HealthWriter(context, {where.x, where.y, half, where.height}).layers();
  HealthWriter(context, {where.x + half, where.y, where.width - half, where.height}).findings();
  ImGui::End();
  if (context.state.focus == Region::main) draw_focus_ring(context, where);
  return {};
}

}  // namespace ancrage::viewer

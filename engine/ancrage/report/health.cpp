// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/health.hpp"

#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace ancrage::report {

namespace {

using nlohmann::ordered_json;
using territory::LayerHealth;
using territory::Source;
using territory::Territory;
using Align = TextTable::Align;

std::string crs_text(const LayerHealth& layer) {
  return layer.crs_epsg == 0 ? std::string("–") : fmt::format("EPSG:{}", layer.crs_epsg);
}

template <class Count>
std::size_t total(const LayerHealth& layer, Count count) {
  std::size_t sum = 0;
  for (const auto& field : layer.fields) sum += field.*count;
  return sum;
}

std::string layers_table(const Territory& territory, const Language& language) {
  TextTable table({{language.text("Layer")},
                   {language.text("Features"), Align::right},
                   {language.text("CRS")},
                   {language.text("Repaired"), Align::right},
                   {language.text("Missing"), Align::right},
                   {language.text("Withheld"), Align::right},
                   {language.text("Duplicates"), Align::right}});
  const auto count = [&](std::size_t n) { return language.number(static_cast<double>(n)); };
  for (const LayerHealth& layer : territory.health) {
    table.add_row({layer.layer, count(layer.features), crs_text(layer), count(layer.repaired.size()),
                   count(total(layer, &LayerHealth::Field::missing)),
                   count(total(layer, &LayerHealth::Field::withheld)), count(layer.duplicates.size())});
  }
  return table.text();
}

std::string layer_details(const Territory& territory, const Language& language) {
  std::string result;
  for (const LayerHealth& layer : territory.health) {
    for (const auto& field : layer.fields) {
      result += "  " +
                language.text(message("{0}, {1}: {2} missing, {3} withheld of {4}", layer.layer, field.name,
                                      field.missing, field.withheld, layer.features)) +
                "\n";
    }
    if (!layer.repaired.empty()) {
      result += "  " + language.text(message("{0}: repaired {1}", layer.layer, joined_names(layer.repaired))) + "\n";
    }
  }
  for (const std::string& name : territory.missing_layers) {
    result += "  " + language.text(message("{0}: the territory has no such layer", name)) + "\n";
  }
  return result;
}

}  // namespace

std::string health_text(const Territory& territory, const Language& language) {
  std::string result = language.text(message("{0}: {1} communes, {2} of them in the territory, {3} candidate sites",
                                             territory.name, territory.communes.size(),
                                             std::count(territory.communes.member.begin(),
                                                        territory.communes.member.end(), std::uint8_t{1}),
                                             territory.sites.size())) +
                       "\n\n" + layers_table(territory, language) + layer_details(territory, language) + "\n" +
                       language.text("Sources") + "\n";
  TextTable sources({{language.text("Layer")},
                     {language.text("Producer")},
                     {language.text("Data set")},
                     {language.text("Vintage")},
                     {language.text("Licence")}});
  for (const Source& source : territory.sources) {
    sources.add_row({source.layer, source.producer, source.dataset, source.vintage, source.licence});
  }
  result += sources.text();
  if (territory.diagnostics.empty()) return result;
  result += "\n" + language.text("What building the territory met") + "\n";
  for (const Diagnostic& diagnostic : territory.diagnostics) {
    result += "  " + diagnostic_line(diagnostic, language) + "\n";
  }
  return result;
}

ordered_json health_json(const Territory& territory, const Language& language) {
  ordered_json layers = ordered_json::array();
  for (const LayerHealth& layer : territory.health) {
    ordered_json fields = ordered_json::array();
    for (const auto& field : layer.fields) {
      fields.push_back({{"name", field.name}, {"missing", field.missing}, {"withheld", field.withheld}});
    }
    ordered_json provenance = ordered_json::array();
    for (const Source& source : territory.sources) {
      if (source.layer != layer.layer) continue;
      provenance.push_back({{"columns", source.columns},
                            {"producer", source.producer},
                            {"dataset", source.dataset},
                            {"vintage", source.vintage},
                            {"licence", source.licence},
                            {"retrieved", source.retrieved},
                            {"transformation", source.transformation}});
    }
    layers.push_back({{"layer", layer.layer},
                      {"source", layer.source},
                      {"crs", layer.crs_epsg == 0 ? ordered_json(nullptr) : ordered_json(crs_text(layer))},
                      {"features", layer.features},
                      {"repaired", layer.repaired},
                      {"duplicates", layer.duplicates},
                      {"fields", std::move(fields)},
                      {"provenance", std::move(provenance)}});
  }
  return {{"territory", territory.name},
          {"usable", true},
          {"layers", std::move(layers)},
          {"missing_layers", territory.missing_layers},
          {"diagnostics", diagnostics_json(territory.diagnostics, language)}};
}

}  // namespace ancrage::report

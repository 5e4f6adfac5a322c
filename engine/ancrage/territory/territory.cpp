// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/territory.hpp"

#include <algorithm>

namespace ancrage::territory {

namespace {

constexpr std::array<std::string_view, 4> zone_keys{"unmatched", "none", "zac", "zip"};

}  // namespace

std::string_view zone_key(ZoneStatus status) { return zone_keys[static_cast<std::size_t>(status)]; }

std::optional<ZoneStatus> zone_from_key(std::string_view key) {
  const auto found = std::find(zone_keys.begin(), zone_keys.end(), key);
  if (found == zone_keys.end()) return std::nullopt;
  return static_cast<ZoneStatus>(found - zone_keys.begin());
}

bool is_general_practice(std::string_view pole_kind) {
  return pole_kind == "maison_de_sante" || pole_kind == "centre_de_sante";
}

namespace {

// Whether a comma-separated list names the column.
bool lists(std::string_view columns, std::string_view column) {
  while (!columns.empty()) {
    const std::size_t comma = std::min(columns.find(','), columns.size());
    std::string_view name = columns.substr(0, comma);
    while (name.starts_with(' ')) name.remove_prefix(1);
    if (name == column) return true;
    columns.remove_prefix(std::min(comma + 1, columns.size()));
  }
  return false;
}

}  // namespace

std::string Territory::provenance(std::string_view layer_or_column) const {
  const std::size_t dot = layer_or_column.find('.');
  const std::string_view layer = layer_or_column.substr(0, dot);
  const std::string_view column = dot == std::string_view::npos ? std::string_view() : layer_or_column.substr(dot + 1);
  std::string result;
  for (const Source& source : sources) {
    if (source.layer != layer) continue;
    if (!column.empty() && !source.columns.empty() && !lists(source.columns, column)) continue;
    if (!result.empty()) result += " ; ";
    result += source.producer + ", " + source.dataset;
    if (!source.vintage.empty()) result += ", " + source.vintage;
  }
  return result;
}

bool Territory::has_layer(std::string_view layer) const {
  return std::find(missing_layers.begin(), missing_layers.end(), layer) == missing_layers.end();
}

std::optional<std::size_t> Territory::commune_index(std::string_view insee_code) const {
  const auto found = std::find(communes.code.begin(), communes.code.end(), insee_code);
  if (found == communes.code.end()) return std::nullopt;
  return static_cast<std::size_t>(found - communes.code.begin());
}

}  // namespace ancrage::territory

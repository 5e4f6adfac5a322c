// SPDX-License-Identifier: Apache-2.0
// Reads the layers that territory.toml names, under our column names, checks them, and keeps what it found for the data
// health report.
#pragma once

#include "ancrage/io/feature_table.hpp"
#include "ancrage/territory/settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::territory {

class LayerReader {
 public:
  class Layer;

  // Both references are kept; sources are relative to the directory.
  LayerReader(const TerritorySettings& settings, const std::string& directory)
      : settings_(settings), directory_(directory) {}

  // Nothing when territory.toml does not name the layer (then it is a missing layer). Throws as io::read_features, and
  // wrong_input when the layer has no feature or another kind of geometry.
  std::optional<Layer> find(const std::string& name, io::GeometryKind kind);
  // As find, but throws wrong_input when the layer is not named.
  Layer require(const std::string& name, io::GeometryKind kind);

  std::vector<LayerHealth> take_health() { return std::move(health_); }
  const std::vector<std::string>& missing_layers() const { return missing_layers_; }

 private:
  const TerritorySettings& settings_;
  const std::string& directory_;
  std::vector<LayerHealth> health_;
  std::vector<std::string> missing_layers_;
};

// One layer while it is read; notes missing, withheld, repaired and repeated values in its LayerHealth.
class LayerReader::Layer {
 public:
  Layer(io::FeatureTable table, const LayerSetting& setting, std::vector<LayerHealth>& health);

  // Texts that must all be there and differ; names the repeated ones and throws wrong_input.
  std::vector<std::string> ids(std::string_view field);
  std::vector<std::string> texts(std::string_view field);
  std::vector<std::string> texts_or(std::string_view field, const std::string& fallback);
  // Numbers; all missing when there is no such column. Negative ones throw wrong_input.
  std::vector<Quantity> counts(std::string_view field);
  // Numbers; the fallback everywhere when there is no such column.
  std::vector<Quantity> quantities_or(std::string_view field, double fallback);

  geometry::PolygonSet take_polygons();  // repaired
  std::vector<geometry::Point> take_points();
  geometry::LineSet take_lines() { return std::move(table_.lines); }

  std::string where() const { return table_.source + ", " + table_.name; }
  [[noreturn]] void fail(Message what, std::size_t row, std::string_view field, Message remedy) const;

 private:
  std::string column(std::string_view field) const;
  std::string feature_name(std::size_t row) const;
  LayerHealth& health() { return health_[health_at_]; }

  io::FeatureTable table_;
  const LayerSetting& setting_;
  std::vector<LayerHealth>& health_;
  std::size_t health_at_;
  std::vector<std::string> ids_;
};

}  // namespace ancrage::territory

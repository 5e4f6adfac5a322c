// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/layer_reader.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/geometry/repair.hpp"
#include "ancrage/io/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

namespace ancrage::territory {

namespace {

Message kind_wanted(io::GeometryKind kind) {
  switch (kind) {
    case io::GeometryKind::point:
      return message("it must hold points");
    case io::GeometryKind::line:
      return message("it must hold lines");
    case io::GeometryKind::polygon:
      return message("it must hold polygons");
    case io::GeometryKind::none:
      break;
  }
  return {};
}

}  // namespace

std::optional<LayerReader::Layer> LayerReader::find(const std::string& name, io::GeometryKind kind) {
  const auto setting = settings_.layers.find(name);
  if (setting == settings_.layers.end()) {
    missing_layers_.push_back(name);
    return std::nullopt;
  }
  std::string source = setting->second.source;
  if (!source.starts_with("PG:") && std::filesystem::path(source).is_relative()) {
    source = (std::filesystem::path(directory_) / source).string();
  }
  io::ReadOptions options;
  options.layer = setting->second.layer;
  if (kind != io::GeometryKind::none) options.target_epsg = settings_.crs_epsg;
  io::FeatureTable table = io::read_features(source, options);
  const std::string where = source + ", " + table.name;
  if (table.size() == 0 && kind != io::GeometryKind::none) {
    throw Error(ErrorCode::wrong_input, message("The layer has no feature"), where,
                message("fill it, or take it out of territory.toml"));
  }
  if (kind != io::GeometryKind::none && table.kind != kind) {
    throw Error(ErrorCode::wrong_input, message("The layer has the wrong kind of geometry"), where, kind_wanted(kind));
  }
  health_.push_back({name, setting->second.source, table.source_epsg, table.size(), {}, {}, {}});
  return Layer(std::move(table), setting->second, health_);
}

LayerReader::Layer LayerReader::require(const std::string& name, io::GeometryKind kind) {
  if (auto layer = find(name, kind)) return std::move(*layer);
  throw Error(ErrorCode::wrong_input, message("territory.toml names no layer “{0}”", name), directory_,
              message("add [layers.{0}]", name));
}

LayerReader::Layer::Layer(io::FeatureTable table, const LayerSetting& setting, std::vector<LayerHealth>& health)
    : table_(std::move(table)), setting_(setting), health_(health), health_at_(health.size() - 1) {}

std::string LayerReader::Layer::column(std::string_view field) const {
  const auto renamed = setting_.fields.find(std::string(field));
  return renamed == setting_.fields.end() ? std::string(field) : renamed->second;
}

std::string LayerReader::Layer::feature_name(std::size_t row) const {
  return row < ids_.size() ? ids_[row] : fmt::format("#{}", row + 1);
}

void LayerReader::Layer::fail(Message what, std::size_t row, std::string_view field, Message remedy) const {
  throw Error(ErrorCode::wrong_input, std::move(what), fmt::format("{}, {}, {}", where(), feature_name(row), field),
              std::move(remedy));
}

std::vector<std::string> LayerReader::Layer::ids(std::string_view field) {
  ids_ = table_.texts(column(field));
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    if (ids_[i].empty()) fail(message("The identifier is empty"), i, field, message("give every feature its own"));
    if (!seen.insert(ids_[i]).second) health().duplicates.push_back(ids_[i]);
  }
  if (!health().duplicates.empty()) {
    throw Error(
        ErrorCode::wrong_input,
        message("Identifiers occur more than once: {0}", fmt::format("{}", fmt::join(health().duplicates, ", "))),
        where() + ", " + std::string(field), message("give every feature its own"));
  }
  return ids_;
}

std::vector<std::string> LayerReader::Layer::texts(std::string_view field) { return table_.texts(column(field)); }

std::vector<std::string> LayerReader::Layer::texts_or(std::string_view field, const std::string& fallback) {
  if (table_.find(column(field)) == nullptr) return std::vector<std::string>(table_.size(), fallback);
  return texts(field);
}

std::vector<Quantity> LayerReader::Layer::counts(std::string_view field) {
  std::vector<Quantity> values(table_.size());
  if (table_.find(column(field)) != nullptr) values = table_.quantities(column(field));
  LayerHealth::Field state{std::string(field)};
  for (std::size_t i = 0; i < values.size(); ++i) {
    state.missing += values[i].state() == Quantity::State::missing;
    state.withheld += values[i].state() == Quantity::State::withheld;
    if (values[i].is_number() && values[i].value() < 0) {
      fail(message("A count is negative: {0}", fmt::format("{}", values[i].value())), i, field,
           message("correct it, or leave it empty when it is not known"));
    }
  }
  if (state.missing + state.withheld > 0) health().fields.push_back(state);
  return values;
}

std::vector<Quantity> LayerReader::Layer::quantities_or(std::string_view field, double fallback) {
  if (table_.find(column(field)) == nullptr) return std::vector<Quantity>(table_.size(), fallback);
  return table_.quantities(column(field));
}

geometry::PolygonSet LayerReader::Layer::take_polygons() {
  geometry::PolygonSet polygons = std::move(table_.polygons);
  for (const std::uint32_t i : geometry::repair(polygons)) health().repaired.push_back(feature_name(i));
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    if (!(geometry::area(polygons, i) > 0)) {
      fail(message("The polygon is empty"), i, "geometry", message("draw it, or leave the feature out"));
    }
  }
  return polygons;
}

std::vector<geometry::Point> LayerReader::Layer::take_points() {
  for (std::size_t i = 0; i < table_.points.size(); ++i) {
    if (!std::isfinite(table_.points[i].x) || !std::isfinite(table_.points[i].y)) {
      fail(message("The place has no position"), i, "geometry", message("place it, or leave the feature out"));
    }
  }
  return std::move(table_.points);
}

}  // namespace ancrage::territory

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/settings.hpp"

#include "ancrage/io/toml_reader.hpp"

#include <algorithm>

namespace ancrage::territory {

namespace {

using io::TomlReader;

int read_crs(const TomlReader& reader, const toml::table& parent) {
  const std::string crs = reader.text(parent, "crs");
  int code = 0;
  if (crs.starts_with("EPSG:")) {
    const auto digits = std::string_view(crs).substr(5);
    for (const char c : digits) code = c >= '0' && c <= '9' && code < 1000000 ? code * 10 + (c - '0') : 1000000;
    if (code < 1000000 && code > 0) return code;
  }
  reader.fail(message("“{0}” is no coordinate system", crs), parent.get("crs"), message("write it as EPSG:2154"));
}

LayerSetting read_layer(const TomlReader& reader, const toml::node& node, std::string_view name) {
  const toml::table& table = reader.table(node, name);
  reader.allow_only(table, {"source", "layer", "fields"});
  LayerSetting layer{reader.text(table, "source"), {}, {}};
  if (table.contains("layer")) layer.layer = reader.text(table, "layer");
  if (const toml::node* fields = table.get("fields")) {
    for (const auto& [ours, theirs] : reader.table(*fields, "fields")) {
      layer.fields[std::string(ours.str())] = reader.text(*fields->as_table(), ours.str());
    }
  }
  return layer;
}

CriterionSetting read_criterion(const TomlReader& reader, const toml::node& node, std::string_view score,
                                std::string_view id) {
  const toml::table& table = reader.table(node, id);
  reader.allow_only(table, {"weight", "value"});
  CriterionSetting criterion{std::string(id), std::string(score), 0.0, {}};
  const toml::node* weight = table.get("weight");
  const toml::node* value = table.get("value");
  if (weight == nullptr || value == nullptr) {
    reader.fail(message("The criterion “{0}” needs a weight and a value function", id), &node);
  }
  criterion.weight = reader.number(*weight, "weight");
  if (criterion.weight < 0) reader.fail(message("A weight is negative or no number"), weight);
  const auto bad_points = [&](const toml::node& at) {
    reader.fail(message("The value function of “{0}” must be points [raw value, 0 to 1]", id), &at,
                message("write them as [[0, 1.0], [30, 0.0]]"));
  };
  if (!value->is_array() || value->as_array()->empty()) bad_points(*value);
  for (const toml::node& point : *value->as_array()) {
    if (!point.is_array() || point.as_array()->size() != 2) bad_points(point);
    const double raw = reader.number(*point.as_array()->get(0), "value");
    const double utility = reader.number(*point.as_array()->get(1), "value");
    if (utility < 0 || utility > 1) bad_points(point);
    if (!criterion.value.empty() && raw <= criterion.value.back().first) {
      reader.fail(message("The raw values of “{0}” must increase from point to point", id), &point);
    }
    criterion.value.emplace_back(raw, utility);
  }
  return criterion;
}

AccessSetting read_access(const TomlReader& reader, const toml::table& table) {
  reader.allow_only(table, {"decay", "acts", "practitioners_year", "consumption"});
  AccessSetting access;
  if (table.contains("decay")) access.decay = reader.text(table, "decay");
  if (const toml::node* acts = table.get("acts")) {
    access.acts = reader.number(*acts, "acts");
    if (!(access.acts > 0)) reader.fail(message("“{0}” must be above 0", "acts"), acts);
  }
  if (const toml::node* year = table.get("practitioners_year")) {
    const double value = reader.number(*year, "practitioners_year");
    if (!(value >= 1900 && value <= 2200)) reader.fail(message("“{0}” must be a year", "practitioners_year"), year);
    access.practitioners_year = static_cast<int>(value);
  }
  if (const toml::node* node = table.get("consumption")) {
    const toml::table& by_age = reader.table(*node, "consumption");
    reader.allow_only(by_age, {age_columns.begin(), age_columns.end()});
    for (const std::string_view column : age_columns) {
      const toml::node* value = by_age.get(column);
      if (value == nullptr) reader.fail(message("The key “{0}” is missing", column), node);
      access.consumption.push_back(reader.number(*value, column));
      if (access.consumption.back() < 0) reader.fail(message("“{0}” must not be negative", column), value);
    }
  }
  return access;
}

// toml++ sorts its tables; the order of the file is that of the source lines.
void read_criteria(const TomlReader& reader, const toml::table& root, std::string_view score,
                   std::vector<CriterionSetting>& criteria) {
  const toml::node* group = root.get(score);
  if (group == nullptr) return;
  std::vector<std::pair<toml::source_index, CriterionSetting>> found;
  for (const auto& [id, node] : reader.table(*group, score)) {
    found.emplace_back(node.source().begin.line, read_criterion(reader, node, score, id.str()));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [line, criterion] : found) criteria.push_back(std::move(criterion));
}

}  // namespace

TerritorySettings read_settings(const std::string& toml_path) {
  const TomlReader reader(toml_path, message("No such territory"),
                          message("name a directory that holds territory.toml, or build one with “ancrage build”"));
  const toml::table& root = reader.root();
  reader.allow_only(root, {"territory", "layers", "times", "access", "need", "attractiveness"});
  if (!root.contains("territory")) reader.fail(message("The key “{0}” is missing", "territory"), nullptr);
  const toml::table& head = reader.table(*root.get("territory"), "territory");
  reader.allow_only(head, {"name", "code", "crs", "catchment_minutes"});

  TerritorySettings settings;
  settings.name = reader.text(head, "name");
  if (head.contains("code")) settings.code = reader.text(head, "code");
  if (head.contains("crs")) settings.crs_epsg = read_crs(reader, head);
  if (const toml::node* minutes = head.get("catchment_minutes")) {
    settings.catchment_minutes = reader.number(*minutes, "catchment_minutes");
    if (!(settings.catchment_minutes > 0 && settings.catchment_minutes <= 120)) {
      reader.fail(message("“{0}” must lie above 0 and not above 120", "catchment_minutes"), minutes);
    }
  }
  if (const toml::node* layers = root.get("layers")) {
    for (const auto& [name, node] : reader.table(*layers, "layers")) {
      settings.layers[std::string(name.str())] = read_layer(reader, node, name.str());
    }
  }
  if (const toml::node* times = root.get("times")) {
    reader.allow_only(reader.table(*times, "times"), {"source"});
    settings.times_source = reader.text(*times->as_table(), "source");
  }
  if (const toml::node* access = root.get("access")) {
    settings.access = read_access(reader, reader.table(*access, "access"));
  }
  read_criteria(reader, root, "need", settings.criteria);
  read_criteria(reader, root, "attractiveness", settings.criteria);
  return settings;
}

}  // namespace ancrage::territory

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/toml_reader.hpp"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

namespace ancrage::access {

namespace {

using io::TomlReader;

// Keys of each kind of change; the places first.
std::vector<std::string> keys_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::retire:
      return {"age", "year"};
    case ChangeKind::close:
      return {"pole", "gps"};
    case ChangeKind::move:
      return {"from", "to", "gps", "acts"};
    case ChangeKind::remove:
    case ChangeKind::add:
    case ChangeKind::open:
      break;
  }
  return {"place", "gps", "acts"};
}

std::string place(const TomlReader& reader, const toml::table& table, std::string_view key) {
  std::string text = reader.text(table, key);
  if (text.find_first_not_of(' ') == std::string::npos) reader.fail(message("A place is missing"), table.get(key));
  return text;
}

std::optional<double> positive(const TomlReader& reader, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  const double value = reader.number(*node, key);
  if (!(value > 0)) reader.fail(message("“{0}” must be above 0", key), node);
  return value;
}

double needed(const TomlReader& reader, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) reader.fail(message("The key “{0}” is missing", key), &table);
  return reader.number(*node, key);
}

Change read_change(const TomlReader& reader, const toml::node& node, ChangeKind kind) {
  const toml::table& table = reader.table(node, change_key(kind));
  reader.allow_only(table, keys_of(kind));
  Change change{.kind = kind, .origin = fmt::format("{}:{}", reader.path(), node.source().begin.line)};
  if (kind == ChangeKind::retire) {
    change.age = needed(reader, table, "age");
    if (!(change.age > 0 && change.age <= 120)) {
      reader.fail(message("The age must lie above 0 and not above 120"), table.get("age"));
    }
    const double year = needed(reader, table, "year");
    if (year != std::floor(year) || year < 1900 || year > 2200) {
      reader.fail(message("The year must lie between {0} and {1}", "1900", "2200"), table.get("year"));
    }
    change.year = static_cast<int>(year);
    return change;
  }
  change.place = place(reader, table, keys_of(kind).front());
  if (kind == ChangeKind::move) change.to = place(reader, table, "to");
  change.gps = positive(reader, table, "gps");
  change.acts = positive(reader, table, "acts");
  return change;
}

}  // namespace

Scenario read_scenario(const std::string& path) {
  const TomlReader reader(path, message("No such scenario"), message("name a scenario file (TOML)"));
  const toml::table& root = reader.root();
  std::vector<std::string> keys{"name", "note", "time_factor", "decay"};
  keys.insert(keys.end(), change_keys.begin(), change_keys.end());
  reader.allow_only(root, keys);
  Scenario scenario;
  if (root.contains("name")) scenario.name = reader.text(root, "name");
  if (root.contains("note")) scenario.note = reader.text(root, "note");
  if (const toml::node* factor = root.get("time_factor")) {
    scenario.time_factor = reader.number(*factor, "time_factor");
    if (!(scenario.time_factor > 0 && scenario.time_factor <= 10)) {
      reader.fail(message("The factor on times must lie above 0 and not above 10"), factor,
                  message("write 1.15 for 15 % longer"));
    }
  }
  if (const toml::node* decay = root.get("decay")) {
    const std::string text = reader.text(root, "decay");
    try {
      scenario.decay = parse_decay(text);
    } catch (const Error& fault) {
      reader.fail(fault.message(), decay, fault.remedy());
    }
  }
  for (std::size_t k = 0; k < change_keys.size(); ++k) {
    const toml::node* changes = root.get(change_keys[k]);
    if (changes == nullptr) continue;
    if (!changes->is_array()) {
      reader.fail(message("“{0}” must be a list", change_keys[k]), changes,
                  message("write each one under [[{0}]]", change_keys[k]));
    }
    for (const toml::node& node : *changes->as_array()) {
      scenario.changes.push_back(read_change(reader, node, static_cast<ChangeKind>(k)));
    }
  }
  if (scenario.name.empty()) scenario.name = std::filesystem::path(path).stem().string();
  settle(scenario);
  return scenario;
}

}  // namespace ancrage::access

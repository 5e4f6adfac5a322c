// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/known_towns.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/toml_reader.hpp"
#include "ancrage/territory/embedded.hpp"

#include <cmath>
#include <filesystem>
#include <system_error>

namespace ancrage::territory {

namespace {

namespace fs = std::filesystem;

double degrees(const io::TomlReader& reader, const toml::table& town, std::string_view key, double most) {
  const toml::node* node = town.get(key);
  if (node == nullptr) reader.fail(message("The key “{0}” is missing", key), &town);
  const double value = reader.number(*node, key);
  if (std::abs(value) > most) reader.fail(message("A longitude or latitude is out of its bounds"), node);
  return value;
}

std::vector<fs::path> candidate_files(const std::string& territory_path) {
  std::vector<fs::path> files{fs::path(territory_path) / "places.toml"};
  try {
    files.push_back(fs::path(embedded_territory_directory()).parent_path() / "places.toml");
  } catch (const Error&) {
    // A program that was taken out of its installation knows no towns.
  }
  return files;
}

}  // namespace

std::vector<KnownTown> read_known_towns(const std::string& path) {
  const io::TomlReader reader(path, message("The towns outside were not found"));
  reader.allow_only(reader.root(), {"place"});
  std::vector<KnownTown> towns;
  const toml::node* list = reader.root().get("place");
  if (list == nullptr) return towns;
  if (!list->is_array()) {
    reader.fail(message("“{0}” must be a list of tables", "place"), list, message("write [[place]]"));
  }
  for (const toml::node& node : *list->as_array()) {
    const toml::table& table = reader.table(node, "place");
    reader.allow_only(table, {"name", "lon", "lat", "source"});
    towns.push_back({reader.text(table, "name"), degrees(reader, table, "lon", 180), degrees(reader, table, "lat", 90),
                     reader.text(table, "source")});
  }
  return towns;
}

std::optional<KnownTown> find_known_town(const std::string& territory_path, std::string_view name) {
  const std::string wanted = search_key(name);
  std::error_code failed;
  for (const fs::path& file : candidate_files(territory_path)) {
    if (!fs::is_regular_file(file, failed)) continue;
    for (KnownTown& town : read_known_towns(file.string())) {
      if (search_key(town.name) == wanted) return std::move(town);
    }
  }
  return std::nullopt;
}

}  // namespace ancrage::territory

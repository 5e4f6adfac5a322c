// SPDX-License-Identifier: Apache-2.0
#include "viewer/settings.hpp"

#include "ancrage/io/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace ancrage::viewer {
namespace {

bool read_flag(const io::TomlReader& reader, std::string_view key) {
  const toml::node* node = reader.root().get(key);
  if (node == nullptr) return false;
  if (!node->is_boolean()) reader.fail(message("“{0}” must be true or false", key), node);
  return node->as_boolean()->get();
}

}  // namespace

std::string settings_text(const Settings& settings) {
  return fmt::format("scale = {}\nhigh_contrast = {}\nreduced_motion = {}\n", settings.scale, settings.high_contrast,
                     settings.reduced_motion);
}

Settings read_settings(const std::string& path) {
  Settings settings;
  if (!std::filesystem::is_regular_file(path)) return settings;
  const io::TomlReader reader(path, message("No such settings"));
  reader.allow_only(reader.root(), {"scale", "high_contrast", "reduced_motion"});
  if (const toml::node* scale = reader.root().get("scale")) {
    settings.scale = std::clamp(reader.number(*scale, "scale"), least_scale, most_scale);
  }
  settings.high_contrast = read_flag(reader, "high_contrast");
  settings.reduced_motion = read_flag(reader, "reduced_motion");
  return settings;
}

std::string state_directory() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0') {
    return (std::filesystem::path(state) / "ancrage").string();
  }
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return (std::filesystem::path(home) / ".local" / "state" / "ancrage").string();
}

std::string output_directory() {
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return ".";
  const std::filesystem::path documents = std::filesystem::path(home) / "Documents";
  std::error_code ignored;
  const auto& parent = std::filesystem::is_directory(documents, ignored) ? documents : documents.parent_path();
  return (parent / "Ancrage").string();
}

}  // namespace ancrage::viewer

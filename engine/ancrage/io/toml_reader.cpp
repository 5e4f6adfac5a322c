// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/toml_reader.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

namespace ancrage::io {

TomlReader::TomlReader(std::string path, Message no_such_file, Message remedy) : path_(std::move(path)) {
  if (!std::filesystem::is_regular_file(path_)) {
    throw Error(ErrorCode::unreadable_input, std::move(no_such_file), path_, std::move(remedy));
  }
  try {
    root_ = toml::parse_file(path_);
  } catch (const toml::parse_error& fault) {
    throw Error(ErrorCode::wrong_input, message("Syntax error: {0}", fault.description()),
                fmt::format("{}:{}", path_, fault.source().begin.line));
  }
}

void TomlReader::fail(Message what, const toml::node* node, Message remedy) const {
  const std::string where =
      node != nullptr && node->source().begin ? fmt::format("{}:{}", path_, node->source().begin.line) : path_;
  throw Error(ErrorCode::wrong_input, std::move(what), where, std::move(remedy));
}

void TomlReader::allow_only(const toml::table& table, const std::vector<std::string>& keys) const {
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    fail(message("Unknown key “{0}”", name), &value,
         message("nearest: {0}; known here: {1}", fmt::format("{}", fmt::join(nearest_texts(name, keys), ", ")),
                 fmt::format("{}", fmt::join(keys, ", "))));
  }
}

const toml::table& TomlReader::table(const toml::node& node, std::string_view key) const {
  if (!node.is_table()) fail(message("“{0}” must be a table", key), &node);
  return *node.as_table();
}

std::string TomlReader::text(const toml::table& parent, std::string_view key) const {
  const toml::node* node = parent.get(key);
  if (node == nullptr) fail(message("The key “{0}” is missing", key), &parent);
  if (!node->is_string()) fail(message("“{0}” must be text in quotes", key), node);
  return node->as_string()->get();
}

double TomlReader::number(const toml::node& node, std::string_view key) const {
  const auto value = node.value<double>();
  if (!node.is_number() || !value || !std::isfinite(*value)) fail(message("“{0}” must be a number", key), &node);
  return *value;
}

}  // namespace ancrage::io

// SPDX-License-Identifier: Apache-2.0
// A TOML file whose every key is accounted for: settings, profiles, scenarios, rules. Faults name file and line, and an
// unknown key the nearest known ones. Not installed: toml++ stays inside the library.
//
//   const TomlReader reader(path, message("No such profile"), message("name a file, or one of …"));
//   reader.allow_only(reader.root(), {"name", "weights"});
//   const std::string name = reader.text(reader.root(), "name");
#pragma once

#include "ancrage/base/message.hpp"

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

namespace ancrage::io {

class TomlReader {
 public:
  // Throws Error: unreadable_input with the given words when there is no such file, wrong_input with the line of a
  // syntax error.
  TomlReader(std::string path, Message no_such_file, Message remedy = {});

  const toml::table& root() const { return root_; }
  const std::string& path() const { return path_; }

  // Throws wrong_input at the node's line; at the file when the node is null or has no line.
  [[noreturn]] void fail(Message what, const toml::node* node, Message remedy = {}) const;

  // The following throw as fail() does.
  // Every key of the table is one of these.
  void allow_only(const toml::table& table, const std::vector<std::string>& keys) const;
  const toml::table& table(const toml::node& node, std::string_view key) const;
  // Keys that must be there.
  std::string text(const toml::table& parent, std::string_view key) const;
  // The node as a finite number; `key` names it in the fault.
  double number(const toml::node& node, std::string_view key) const;

 private:
  std::string path_;
  toml::table root_;
};

}  // namespace ancrage::io

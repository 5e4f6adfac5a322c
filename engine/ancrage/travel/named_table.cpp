// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/named_table.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/raw_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ancrage::travel {

namespace {

constexpr std::array<std::string_view, 5> number_columns{"minutes", "x", "y", "lon", "lat"};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

io::FeatureTable read_named_table(const std::string& path, std::initializer_list<std::string_view> wanted) {
  const io::DelimitedTable cells = io::read_delimited(path);
  io::FeatureTable table;
  table.source = path;
  table.resize(cells.rows.size());
  for (std::size_t column = 0; column < cells.header.size(); ++column) {
    std::vector<std::string> texts;
    texts.reserve(cells.rows.size());
    for (const auto& row : cells.rows) texts.push_back(trimmed(row[column]));
    table.add_text(trimmed(cells.header[column]), std::move(texts));
  }
  for (const std::string_view name : wanted) {
    const auto& texts = table.texts(name);
    if (std::find(number_columns.begin(), number_columns.end(), name) != number_columns.end()) continue;
    const auto empty = std::find(texts.begin(), texts.end(), std::string());
    if (empty == texts.end()) continue;
    throw Error(ErrorCode::wrong_input, message("Row {0} has no “{1}”", empty - texts.begin() + 1, name), path,
                message("name every place"));
  }
  return table;
}

std::uint32_t NameIndex::number(const std::string& name, std::vector<std::string>& names) {
  const auto [entry, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names.size()));
  if (added) names.push_back(name);
  return entry->second;
}

std::optional<std::uint32_t> NameIndex::find(const std::string& name) const {
  const auto entry = numbers_.find(name);
  if (entry == numbers_.end()) return std::nullopt;
  return entry->second;
}

}  // namespace ancrage::travel

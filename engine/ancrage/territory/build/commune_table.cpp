// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/commune_table.hpp"

#include "ancrage/territory/build/raw_files.hpp"

#include <utility>

namespace ancrage::territory::build {

CommuneTable::CommuneTable(io::DelimitedTable table, std::size_t code_column)
    : table_(std::move(table)), code_column_(code_column) {
  constexpr std::size_t code_width = 5;
  for (std::size_t row = 0; row < table_.rows.size(); ++row) {
    row_of_.try_emplace(padded(table_.rows[row][code_column_], code_width), row);
  }
}

std::vector<std::size_t> CommuneTable::rows(const std::string& code, const CurrentCommune& commune) const {
  std::vector<std::size_t> result;
  const auto add = [&](const std::string& key) {
    if (const auto at = row_of_.find(key); at != row_of_.end()) result.push_back(at->second);
  };
  add(code);
  for (const std::string& former : commune.former_codes) add(former);
  return result;
}

Quantity CommuneTable::number(std::size_t row, std::size_t column) const {
  return raw_number(table_.rows[row][column], table_.source, table_.rows[row][code_column_], table_.header[column]);
}

Quantity CommuneTable::sum(const std::string& code, const CurrentCommune& commune, std::size_t column) const {
  const std::vector<std::size_t> found = rows(code, commune);
  if (found.empty()) return Quantity::missing();
  double total = 0.0;
  for (const std::size_t row : found) {
    const Quantity value = number(row, column);
    if (!value.is_number()) return value;
    total += value.value();
  }
  return total;
}

Quantity CommuneTable::only(const std::string& code, const CurrentCommune& commune, std::size_t column) const {
  const std::vector<std::size_t> found = rows(code, commune);
  return found.size() == 1 ? number(found.front(), column) : Quantity::missing();
}

}  // namespace ancrage::territory::build

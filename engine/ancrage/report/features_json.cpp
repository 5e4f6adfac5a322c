// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/features_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace ancrage::report {

namespace {

using nlohmann::ordered_json;

bool is_marked(const std::vector<std::uint8_t>& marks, std::size_t row) { return !marks.empty() && marks[row] != 0; }

ordered_json cell_json(const io::Column& column, std::size_t row) {
  if (is_marked(column.withheld, row)) return "NS";
  if (is_marked(column.null, row)) return nullptr;
  if (column.type == io::ColumnType::text) return column.texts[row];
  if (column.type == io::ColumnType::integer) return std::llround(column.numbers[row]);
  return column.numbers[row];
}

}  // namespace

ordered_json features_json(const io::FeatureTable& table) {
  ordered_json rows = ordered_json::array();
  for (std::size_t row = 0; row < table.size(); ++row) {
    ordered_json object = ordered_json::object();
    for (const io::Column& column : table.columns()) object[column.name] = cell_json(column, row);
    rows.push_back(std::move(object));
  }
  return rows;
}

}  // namespace ancrage::report

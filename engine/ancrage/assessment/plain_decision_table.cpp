// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/plain_decision_table.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/plain_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ancrage::assessment {

std::vector<std::string> criterion_labels(const io::DelimitedTable& table) {
  if (table.header.size() < 2) {
    throw Error(ErrorCode::wrong_input, message("The decision table has no criterion"), table.source,
                message("after the column of ids, give one column for each criterion"));
  }
  std::vector<std::string> labels;
  for (std::size_t column = 1; column < table.header.size(); ++column) {
    std::string label(io::trimmed(table.header[column]));
    if (label.empty()) {
      throw Error(ErrorCode::wrong_input, message("Column {0} has no label", column + 1), table.source,
                  message("name each criterion in the first line"));
    }
    if (std::find(labels.begin(), labels.end(), label) != labels.end()) {
      io::fail_in_column(table.source, label, message("Two columns have the same label"),
                         message("give every criterion a label of its own"));
    }
    labels.push_back(std::move(label));
  }
  return labels;
}

decision::DecisionTable plain_decision_table(const io::DelimitedTable& table, std::span<const std::string> criteria) {
  decision::DecisionTable result;
  std::vector<std::size_t> columns;
  const std::vector<std::string> labels = criterion_labels(table);
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (std::find(criteria.begin(), criteria.end(), labels[k]) == criteria.end()) continue;
    columns.push_back(k + 1);
    result.criteria.push_back(labels[k]);
  }
  result.ids = io::unique_ids(table, 0);
  result.directions.assign(result.columns(), decision::Direction::maximise);
  for (std::size_t row = 0; row < result.rows(); ++row) {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      result.values.push_back(
          io::parse_quantity(table.source, result.criteria[k], row + 1, table.rows[row][columns[k]]));
    }
  }
  for (std::size_t k = 0; k < result.columns(); ++k) {
    bool known = false;
    for (std::size_t row = 0; row < result.rows(); ++row) known = known || result.at(row, k).is_number();
    if (known) continue;
    io::fail_in_column(table.source, result.criteria[k], message("No alternative has a value of this criterion"),
                       message("fill the column, or give the criterion no weight"));
  }
  return result;
}

}  // namespace ancrage::assessment

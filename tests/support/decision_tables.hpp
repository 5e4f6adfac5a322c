// SPDX-License-Identifier: Apache-2.0
// Small decision tables for tests: alternatives a, b, c, …, criteria x1, x2, …
#pragma once

#include "ancrage/decision/decision_table.hpp"

#include <random>
#include <string>
#include <vector>

namespace ancrage::test {

inline decision::DecisionTable decision_table(const std::vector<std::vector<Quantity>>& rows) {
  decision::DecisionTable table;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    table.ids.push_back(row < 26 ? std::string(1, static_cast<char>('a' + row)) : "r" + std::to_string(row));
    table.values.insert(table.values.end(), rows[row].begin(), rows[row].end());
  }
  for (std::size_t k = 0; k < rows.front().size(); ++k) table.criteria.push_back("x" + std::to_string(k + 1));
  table.directions.assign(table.columns(), decision::Direction::maximise);
  return table;
}

inline decision::DecisionTable utility_table(const std::vector<std::vector<Quantity>>& rows) {
  decision::DecisionTable table = decision_table(rows);
  table.bounds.assign(table.columns(), {0.0, 1.0});
  return table;
}

inline decision::DecisionTable random_utilities(std::mt19937& random, std::size_t rows, std::size_t columns,
                                                double missing_share = 0.0) {
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  std::vector<std::vector<Quantity>> values(rows, std::vector<Quantity>(columns));
  for (auto& row : values) {
    for (Quantity& value : row) {
      const double drawn = uniform(random);
      if (uniform(random) >= missing_share) value = drawn;
    }
  }
  return utility_table(values);
}

}  // namespace ancrage::test

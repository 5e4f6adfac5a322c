// SPDX-License-Identifier: Apache-2.0
// A raw table with one row a commune, asked for communes of today: where the table still has the communes that a
// commune of today was made of, counts are summed.
#pragma once

#include "ancrage/base/quantity.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/territory/build/administrative.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace ancrage::territory::build {

class CommuneTable {
 public:
  // `code_column` holds INSEE codes, also without their leading zero.
  CommuneTable(io::DelimitedTable table, std::size_t code_column);

  const io::DelimitedTable& table() const { return table_; }
  // Rows of the commune itself and of the former communes that are part of it.
  std::vector<std::size_t> rows(const std::string& code, const CurrentCommune& commune) const;
  // Missing without a row; missing or withheld as soon as one of the rows is.
  Quantity sum(const std::string& code, const CurrentCommune& commune, std::size_t column) const;
  // For what cannot be summed: the number of the only row, missing when there are several.
  Quantity only(const std::string& code, const CurrentCommune& commune, std::size_t column) const;

 private:
  Quantity number(std::size_t row, std::size_t column) const;

  io::DelimitedTable table_;
  std::size_t code_column_;
  std::map<std::string, std::size_t> row_of_;
};

}  // namespace ancrage::territory::build

// SPDX-License-Identifier: Apache-2.0
// Cells of the tables that people write for the match command: ids, and faults named by file, column and row.
#pragma once

#include "ancrage/base/message.hpp"
#include "ancrage/io/plain_cells.hpp"
#include "ancrage/io/raw_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::assessment {

// Throws wrong_input at "file, column".
[[noreturn]] void fail_cell(const std::string& file, std::string_view column, Message what, Message remedy);

using io::trimmed;
// The parts between separators, trimmed; none of an empty text.
std::vector<std::string> parts_of(std::string_view text, char separator);

// The column "id", a row each; throws wrong_input when there are no rows, or an id is empty or repeated.
std::vector<std::string> read_ids(const io::DelimitedTable& table);

// Columns that may be left out: the cell, trimmed; empty without the column.
std::optional<std::size_t> find_column(const io::DelimitedTable& table, std::string_view label);
std::string_view cell_of(const io::DelimitedTable& table, std::size_t row, std::optional<std::size_t> column);

}  // namespace ancrage::assessment

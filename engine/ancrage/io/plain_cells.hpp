// SPDX-License-Identifier: Apache-2.0
// What plain tables of ids and numbers have in common: how a cell is read, and how a fault names file, column and row
// (from 1, below the header).
#pragma once

#include "ancrage/base/message.hpp"
#include "ancrage/base/quantity.hpp"
#include "ancrage/io/raw_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::io {

// Without the blanks at both ends.
std::string_view trimmed(std::string_view text);

// The parts between separators, trimmed; none of an empty text.
std::vector<std::string> parts_of(std::string_view text, char separator);

// Columns that may be left out: the cell, trimmed; empty without the column.
std::optional<std::size_t> find_column(const DelimitedTable& table, std::string_view label);
std::string_view cell_of(const DelimitedTable& table, std::size_t row, std::optional<std::size_t> column);

// Throws Error(wrong_input) about a column of a file.
[[noreturn]] void fail_in_column(const std::string& file, std::string_view column, Message what, Message remedy);

// The ids of a column, trimmed. Throws wrong_input when there is no row, or an id is empty or repeated.
std::vector<std::string> unique_ids(const DelimitedTable& table, std::size_t column);

// A cell's number, with a decimal point; missing when it is empty, withheld when it is NS. Throws wrong_input when it
// is no finite number.
Quantity parse_quantity(const std::string& file, std::string_view column, std::size_t row, std::string_view cell);

}  // namespace ancrage::io

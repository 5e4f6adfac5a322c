// SPDX-License-Identifier: Apache-2.0
// Texts and delimited tables as published: plain, gzipped (.gz) or inside a zip archive, with the habits of open data
// (title rows, semicolons, byte-order marks, repeated labels). Bytes are kept; nothing is guessed.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::io {

// The whole content; gunzips when the name ends in .gz. Throws unreadable_input.
std::string read_text(const std::string& path);

// Names of the files inside a zip archive, sorted. Throws unreadable_input.
std::vector<std::string> zip_entries(const std::string& archive);
std::string read_zip_entry(const std::string& archive, const std::string& entry);

struct DelimitedOptions {
  char delimiter = ',';
  int title_rows = 0;  // lines before the header
};

// Cells as text, row by row; a byte-order mark is dropped, quoted cells may hold delimiters and line ends.
struct DelimitedTable {
  std::string source;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;

  // Index of the column of that label (the nth such, from 0); throws wrong_input naming source and column.
  std::size_t column(std::string_view label, std::size_t nth = 0) const;
};
// Throws unreadable_input, or wrong_input when there is no header or a row has another number of cells than it.
DelimitedTable read_delimited(const std::string& path, const DelimitedOptions& options = {});

// The same row by row, for tables too large to keep cell by cell: `on_header` gets the labels, then `on_row` each row's
// number from 1 (the header and blank lines do not count) and its cells, which last until it returns. Pipes are read
// too. Holds the text of the whole file.
using Cells = std::vector<std::string>;
void read_rows(const std::string& path, const DelimitedOptions& options,
               const std::function<void(const Cells& labels)>& on_header,
               const std::function<void(std::size_t row, const Cells& cells)>& on_row);

}  // namespace ancrage::io

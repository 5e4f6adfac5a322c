// SPDX-License-Identifier: Apache-2.0
// Where the raw files lie, and numbers as raw tables write them.
#pragma once

#include "ancrage/base/quantity.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::territory::build {

class RawFiles {
 public:
  // Throws unreadable_input when the directory is not there.
  explicit RawFiles(std::string directory);

  // Path of a file; throws unreadable_input when it is not there.
  std::string path(std::string_view relative) const;
  bool has(std::string_view relative) const;

 private:
  std::string directory_;
};

// A number, missing ("", "N/A") or withheld ("NS"); throws wrong_input naming the source, the row and the column.
Quantity raw_number(std::string_view text, const std::string& source, std::string_view row, std::string_view column);

// A code whose leading zeros were lost, brought back to `width` characters.
std::string padded(std::string_view code, std::size_t width);

// The pieces of a text between separators, without blanks at their ends; empty pieces are left out.
std::vector<std::string> pieces(std::string_view text, char separator);

}  // namespace ancrage::territory::build

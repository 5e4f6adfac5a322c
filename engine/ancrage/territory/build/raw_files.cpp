// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/raw_files.hpp"

#include "ancrage/base/error.hpp"

#include <charconv>
#include <cmath>
#include <filesystem>
#include <utility>

namespace ancrage::territory::build {

RawFiles::RawFiles(std::string directory) : directory_(std::move(directory)) {
  std::error_code ignored;
  if (std::filesystem::is_directory(directory_, ignored)) return;
  throw Error(ErrorCode::unreadable_input, message("There is no such directory of raw files"), directory_,
              message("Name the directory that holds administrative/, communes/, finess/ and the others"));
}

std::string RawFiles::path(std::string_view relative) const {
  const std::string full = (std::filesystem::path(directory_) / relative).string();
  if (has(relative)) return full;
  throw Error(ErrorCode::unreadable_input, message("A raw file is missing"), full,
              message("Put it there under that name, as SOURCES.md describes it"));
}

bool RawFiles::has(std::string_view relative) const {
  std::error_code ignored;
  return std::filesystem::is_regular_file(std::filesystem::path(directory_) / relative, ignored);
}

Quantity raw_number(std::string_view text, const std::string& source, std::string_view row, std::string_view column) {
  if (text.empty() || text == "N/A") return Quantity::missing();
  if (text == "NS") return Quantity::withheld();
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault == std::errc{} && end == text.data() + text.size() && std::isfinite(value)) return value;
  throw Error(ErrorCode::wrong_input, message("“{0}” is not a number", text),
              source + ", " + std::string(row) + ", " + std::string(column),
              message("Check that the file is the one that was published"));
}

std::string padded(std::string_view code, std::size_t width) {
  return code.size() >= width ? std::string(code) : std::string(width - code.size(), '0') + std::string(code);
}

std::vector<std::string> pieces(std::string_view text, char separator) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
    if (!piece.empty()) result.emplace_back(piece);
  }
  return result;
}

}  // namespace ancrage::territory::build

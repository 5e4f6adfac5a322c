// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/raw_text.hpp"

#include "ancrage/io/gdal_support.hpp"

#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>

namespace ancrage::io {

namespace {

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, CloseFile>;

std::string virtual_name(const std::string& path) {
  return path.ends_with(".gz") && !path.starts_with("/vsi") ? "/vsigzip/" + path : path;
}

// The braces keep an archive's own name apart from the entry's, whatever their extensions.
std::string archive_name(const std::string& archive) { return "/vsizip/{" + archive + "}"; }

void require_file(const std::string& path) {
  refuse_network(path);
  VSIStatBufL status;
  const GdalReports reports;
  if (VSIStatL(path.c_str(), &status) == 0 && !VSI_ISDIR(status.st_mode)) return;
  throw Error(ErrorCode::unreadable_input, message("There is no such file"), path,
              message("Check the path, also the case of its letters"));
}

[[noreturn]] void throw_unreadable(const std::string& path, const GdalReports& reports) {
  throw Error(ErrorCode::unreadable_input, message("The file cannot be read: {0}", reports.text()), path,
              message("Check that the file is whole and that you may read it"));
}

File opened(const std::string& name, const std::string& shown, const GdalReports& reports) {
  File file(VSIFOpenL(name.c_str(), "rb"));
  if (!file) throw_unreadable(shown, reports);
  return file;
}

std::string content(const std::string& name, const std::string& shown) {
  const GdalReports reports;
  const File file = opened(name, shown, reports);
  std::string text;
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const std::size_t count = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
    text.append(buffer.data(), count);
    if (count < buffer.size()) break;
  }
  if (reports.failed()) throw_unreadable(shown, reports);
  return text;
}

// A file of the bytes of `text`, which lives as long. GDAL's line reader steps back after every line, which costs calls
// of the system on a file and is not there on a pipe.
File opened_in_memory(std::string& text, const GdalReports& reports, const std::string& shown) {
  static std::atomic<unsigned> count{0};
  const std::string name = fmt::format("/vsimem/ancrage_text_{}", count++);
  File file(VSIFileFromMemBuffer(name.c_str(), reinterpret_cast<GByte*>(text.data()), text.size(), FALSE));
  VSIUnlink(name.c_str());
  if (!file) throw_unreadable(shown, reports);
  return file;
}

// One record; false at the end of the file. The reader of GDAL's own CSV driver.
bool next_row(VSILFILE* file, char delimiter, std::vector<std::string>& cells) {
  constexpr std::size_t longest_line = 10'000'000;
  const std::array<char, 2> delimiters{delimiter, '\0'};
  const CPLStringList list(CSVReadParseLine3L(file, longest_line, delimiters.data(), true, false, false, true));
  if (list.List() == nullptr) return false;
  // Assigned, so that a row takes over the memory of the one before.
  cells.resize(static_cast<std::size_t>(list.size()));
  for (int i = 0; i < list.size(); ++i) cells[static_cast<std::size_t>(i)] = list[i];
  return true;
}

}  // namespace

std::string read_text(const std::string& path) {
  require_file(path);
  return content(virtual_name(path), path);
}

std::vector<std::string> zip_entries(const std::string& archive) {
  require_file(archive);
  const GdalReports reports;
  const CPLStringList list(VSIReadDirRecursive(archive_name(archive).c_str()));
  if (list.List() == nullptr) throw_unreadable(archive, reports);
  std::vector<std::string> names;
  for (int i = 0; i < list.size(); ++i) {
    if (std::string name = list[i]; !name.ends_with('/')) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_zip_entry(const std::string& archive, const std::string& entry) {
  require_file(archive);
  return content(archive_name(archive) + "/" + entry, archive + ", " + entry);
}

std::size_t DelimitedTable::column(std::string_view label, std::size_t nth) const {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i] == label && nth-- == 0) return i;
  }
  std::string names;
  for (const std::string& name : header) names += (names.empty() ? "" : ", ") + name;
  throw Error(ErrorCode::wrong_input, message("The column “{0}” is missing", label), source,
              message("The columns there are: {0}", names));
}

DelimitedTable read_delimited(const std::string& path, const DelimitedOptions& options) {
  DelimitedTable table;
  table.source = path;
  read_rows(
      path, options, [&](const Cells& labels) { table.header = labels; },
      [&](std::size_t, const Cells& cells) { table.rows.push_back(cells); });
  return table;
}

void read_rows(const std::string& path, const DelimitedOptions& options,
               const std::function<void(const Cells& labels)>& on_header,
               const std::function<void(std::size_t row, const Cells& cells)>& on_row) {
  require_file(path);
  const GdalReports reports;
  std::string text = content(virtual_name(path), path);
  const File file = opened_in_memory(text, reports, path);
  Cells header;
  for (int i = 0; i < options.title_rows; ++i) next_row(file.get(), options.delimiter, header);
  header.clear();
  if (!next_row(file.get(), options.delimiter, header)) {
    if (reports.failed()) throw_unreadable(path, reports);
    throw Error(ErrorCode::wrong_input, message("The table has no header"), path,
                message("Give it a first line with the names of the columns"));
  }
  on_header(header);
  Cells cells;
  std::size_t row = 0;
  while (next_row(file.get(), options.delimiter, cells)) {
    if (cells.empty()) continue;
    ++row;
    if (cells.size() != header.size()) {
      throw Error(ErrorCode::wrong_input,
                  message("Row {0} has {1} cells where the header has {2}", row, cells.size(), header.size()), path,
                  message("Check the delimiter, and that the file is whole"));
    }
    on_row(row, cells);
  }
  if (reports.failed()) throw_unreadable(path, reports);
}

}  // namespace ancrage::io

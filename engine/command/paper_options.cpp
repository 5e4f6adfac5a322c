// SPDX-License-Identifier: Apache-2.0
#include "command/paper_options.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"

#include <charconv>
#include <filesystem>
#include <string_view>

namespace ancrage::command {

namespace {

using report::paper::PaperFormat;

constexpr double css_points_per_pixel = 72.0 / 96.0;
constexpr double most_points = 14'400.0;  // of a side of a PDF page

bool read_number(std::string_view text, double& value) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && value > 0;
}

}  // namespace

PaperFormat paper_format(const std::string& file) {
  const std::string extension = search_key(std::filesystem::path(file).extension().string());
  if (extension == "pdf") return PaperFormat::pdf;
  if (extension == "svg") return PaperFormat::svg;
  if (extension == "png") return PaperFormat::png;
  throw Error(ErrorCode::usage, message("“{0}” is no file that can be drawn", file), "-o",
              message("name a file that ends in .pdf, .svg or .png"));
}

PaperSize parse_size(const std::string& text) {
  std::string_view rest = text;
  double points = report::paper::points_per_mm;
  if (rest.ends_with("px")) points = css_points_per_pixel;
  if (rest.ends_with("px") || rest.ends_with("mm")) rest.remove_suffix(2);
  const std::size_t by = rest.find('x');
  PaperSize size;
  const bool read = by != std::string_view::npos && read_number(rest.substr(0, by), size.width) &&
                    read_number(rest.substr(by + 1), size.height);
  size.width *= points;
  size.height *= points;
  constexpr double least_points = 150.0;
  if (!read || size.width < least_points || size.height < least_points || size.width > most_points ||
      size.height > most_points) {
    throw Error(ErrorCode::usage, message("“{0}” is no size of a map", text), "--size",
                message("write 210x297 (millimetres) or 1280x800px, each side between {0} and {1} millimetres",
                        DecimalArgument{least_points / report::paper::points_per_mm, 0},
                        DecimalArgument{most_points / report::paper::points_per_mm, 0}));
  }
  return size;
}

std::string premises_note(const LoadedAssessment& loaded, const Language& language) {
  std::string note = heading(loaded, language);
  while (!note.empty() && note.back() == '\n') note.pop_back();
  return note;
}

}  // namespace ancrage::command

// SPDX-License-Identifier: Apache-2.0
// What map and sheet have in common: the file that they write, and what it says of the choices behind it.
#pragma once

#include "ancrage/report/paper/map.hpp"
#include "command/assessment_options.hpp"

#include <string>

namespace ancrage::command {

// By the extension of the file: .pdf, .svg, .png. Throws usage on another one, or without a file.
report::paper::PaperFormat paper_format(const std::string& file);

struct PaperSize {
  double width = report::paper::a4_width;  // points
  double height = report::paper::a4_height;
};
// "210x297" or "210x297mm", "1280x800px" (96 to the inch). Throws usage.
PaperSize parse_size(const std::string& text);

// What the drawing rests on besides the territory, scenario, profile and limits; empty without them.
std::string premises_note(const LoadedAssessment& loaded, const Language& language);

}  // namespace ancrage::command

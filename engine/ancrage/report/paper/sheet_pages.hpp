// SPDX-License-Identifier: Apache-2.0
// The pages of a sheet, each drawn onto the current page of a canvas of A4.
#pragma once

#include "ancrage/report/paper/canvas.hpp"
#include "ancrage/report/paper/sheet.hpp"

namespace ancrage::report::paper {

// What the pages share; outlives them.
struct SheetContext {
  Canvas& canvas;
  const territory::Territory& territory;
  const assessment::Assessment& assessment;
  const Classification& classification;
  const SheetOptions& options;
  const Language& language;
  std::size_t pages = 0;  // of the whole document
};

inline constexpr double page_margin = 40.0;
inline constexpr double page_width = a4_width - 2 * page_margin;
inline constexpr TextStyle foot_note_style{.size = 6.2, .color = palette::secondary, .width = page_width};
inline constexpr double page_foot = a4_height - 34.0;  // bottom of what a page holds

// Head line and foot line; returns where the page begins.
double draw_page_frame(const SheetContext& sheet, std::size_t page);
// Small text whose last line stands just above the foot line; returns its top.
double draw_foot_note(const SheetContext& sheet, const std::string& text);
double draw_section(const SheetContext& sheet, Point at, const std::string& title);

void draw_site_scores(const SheetContext& sheet, std::size_t site, const SiteFacts& facts, std::size_t page);
void draw_site_map(const SheetContext& sheet, std::size_t site, std::size_t page);
void draw_comparison(const SheetContext& sheet, std::span<const std::size_t> sites, std::span<const SiteFacts> facts,
                     std::size_t page);

}  // namespace ancrage::report::paper

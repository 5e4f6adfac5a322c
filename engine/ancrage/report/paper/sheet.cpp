// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/sheet.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/report/paper/map.hpp"
#include "ancrage/report/paper/sheet_pages.hpp"
#include "ancrage/report/place_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ancrage::report::paper {

namespace {

using assessment::Assessment;
using territory::Territory;

constexpr TextStyle frame_style{.size = 7.2, .color = palette::secondary};

void check_sites(const Territory& territory, std::span<const std::size_t> sites) {
  if (sites.empty() || sites.size() > most_sheet_sites) {
    throw Error(ErrorCode::usage, message("A sheet is of one to {0} sites, not {1}", most_sheet_sites, sites.size()));
  }
  for (std::size_t i = 0; i < sites.size(); ++i) {
    if (std::find(sites.begin(), sites.begin() + static_cast<std::ptrdiff_t>(i), sites[i]) !=
        sites.begin() + static_cast<std::ptrdiff_t>(i)) {
      throw Error(ErrorCode::usage, message("The site “{0}” is named twice", territory.sites.name[sites[i]]), {},
                  message("name different sites"));
    }
  }
}

}  // namespace

std::string weights_code(const Assessment& assessment) {
  std::string weights;
  for (const auto& criterion : assessment.criteria) {
    weights += fmt::format("{}{}.{}={}", weights.empty() ? "" : ",", assessment::score_key(criterion.score),
                           criterion.id, criterion.weight);
  }
  return "--weights " + weights;
}

double draw_page_frame(const SheetContext& sheet, std::size_t page) {
  Canvas& canvas = sheet.canvas;
  const double right = page_margin + page_width;
  canvas.text({page_margin, 26}, "Ancrage", {.size = 8.5, .bold = true, .color = palette::accent});
  canvas.text({page_margin + 40, 26.8}, sheet.territory.name, {.size = 8.0, .color = palette::secondary});
  TextStyle style = frame_style;
  style.align = Align::right;
  canvas.text({right, 27}, date_text(sheet.options.date, sheet.language), style);
  canvas.line({page_margin, 40}, {right, 40}, {palette::line, 0.6});
  canvas.text({right, page_foot + 4}, sheet.language.text(message("page {0} of {1}", page, sheet.pages)), style);
  TextStyle premises = frame_style;
  premises.width = page_width - 60;
  premises.size = 6.0;
  canvas.text({page_margin, page_foot + 4},
              sheet.language.text(sheet.assessment.travel) + ". " +
                  sheet.language.text("Indicative (≈ estimated). No patient data is used."),
              premises);
  return 50;
}

double draw_foot_note(const SheetContext& sheet, const std::string& text) {
  if (text.empty()) return page_foot;
  const double top = page_foot - sheet.canvas.measure(text, foot_note_style).height;
  sheet.canvas.text({page_margin, top}, text, foot_note_style);
  sheet.canvas.line({page_margin, top - 3}, {page_margin + page_width, top - 3}, {palette::line, 0.6});
  return top - 6;
}

double draw_section(const SheetContext& sheet, Point at, const std::string& title) {
  return at.y + sheet.canvas.text(at, title, {.size = 10.5, .bold = true}).height + 2;
}

std::string sheet_file(const Territory& territory, const Assessment& assessment, std::span<const std::size_t> sites,
                       const SheetOptions& options, const Language& language) {
  check_sites(territory, sites);
  const Classification classification = map_theme(options.theme, territory, assessment);
  const auto facts = site_facts(territory, sites, options.scenario);
  std::vector<std::string> names;
  for (const std::size_t site : sites) names.push_back(territory.sites.name[site]);
  Canvas canvas(PaperFormat::pdf, a4_width, a4_height,
                {.title = enumeration(names, language), .language = language.tag(), .created = options.date});
  SheetContext sheet{canvas, territory, assessment, classification, options, language};
  sheet.pages = 2 * sites.size() + (sites.size() > 1 ? 1 : 0);
  std::size_t page = 0;
  const auto turn = [&] {
    if (page++ > 0) canvas.next_page();
    return page;
  };
  if (sites.size() > 1) draw_comparison(sheet, sites, facts, turn());
  for (std::size_t i = 0; i < sites.size(); ++i) {
    draw_site_scores(sheet, sites[i], facts[i], turn());
    draw_site_map(sheet, sites[i], turn());
  }
  return canvas.finish();
}

}  // namespace ancrage::report::paper

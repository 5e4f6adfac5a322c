// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/limits.hpp"
#include "ancrage/report/paper/map.hpp"
#include "ancrage/report/paper/score_block.hpp"
#include "ancrage/report/paper/sheet_pages.hpp"
#include "ancrage/report/paper/table.hpp"
#include "ancrage/report/place_words.hpp"
#include "ancrage/report/site_aids.hpp"
#include "ancrage/report/site_description.hpp"
#include "ancrage/report/site_report.hpp"

#include <algorithm>
#include <array>

namespace ancrage::report::paper {

namespace {

using assessment::Score;
using territory::AidStatus;
using territory::ZoneStatus;

constexpr TextStyle text_style{.size = 8.8, .width = page_width};
constexpr TextStyle quiet_style{.size = 7.4, .color = palette::secondary};
constexpr double section_gap = 11.0;

TextStyle within(TextStyle style, double width) {
  style.width = width;
  return style;
}

// "ZIP" in its frame at the right end; nothing outside the zones.
void draw_zone_badge(const SheetContext& sheet, std::size_t site, double top) {
  const ZoneStatus zone = commune_zone(sheet.territory, sheet.territory.sites.commune_code[site]);
  if (zone != ZoneStatus::zip && zone != ZoneStatus::zac) return;
  const Color color = zone == ZoneStatus::zip ? palette::zip_text : palette::zac;
  const TextStyle style{.size = 10.0, .bold = true, .color = color, .align = Align::center};
  const std::string text = sheet.language.text(zone_label(zone));
  const double width = sheet.canvas.measure(text, style).width + 14;
  const Rectangle frame{page_margin + page_width - width, top, width, 18};
  sheet.canvas.add_rectangle(frame, 4);
  sheet.canvas.stroke({color, 1.0});
  sheet.canvas.text({frame.x + width / 2, top + 2.6}, text, style);
}

double draw_title(const SheetContext& sheet, std::size_t site, double y) {
  const auto& sites = sheet.territory.sites;
  draw_zone_badge(sheet, site, y + 3);
  const TextStyle title{.size = 19.0, .bold = true, .width = page_width - 60};
  y += sheet.canvas.text({page_margin, y}, sites.name[site], title).height;
  const std::string situation =
      capitalised(sheet.language.text(message("{0}.", site_situation(sheet.territory, site, sheet.language))));
  y += sheet.canvas.text({page_margin, y}, situation, within(quiet_style, page_width)).height;
  const std::string out = exclusion_text(sheet.assessment, site, sheet.language);
  if (!out.empty()) {
    y += 2 + sheet.canvas.text({page_margin, y + 2}, capitalised(out), {.size = 8.6, .bold = true, .width = page_width})
                 .height;
  }
  if (!sheet.options.note.empty()) {
    y += 2 + sheet.canvas.text({page_margin, y + 2}, sheet.options.note, within(quiet_style, page_width)).height;
  }
  return y + section_gap;
}

Cell strong(std::string text) { return {std::move(text), {.size = 8.0, .bold = true}}; }
Cell quiet(std::string text) { return {std::move(text), {.size = 7.6, .color = palette::secondary}}; }

double draw_people(const SheetContext& sheet, Point at, double width, const SiteFacts& facts) {
  const Language& language = sheet.language;
  double y = draw_section(sheet, at, language.text("Who lives and practises around"));
  const double column = (width - 92) / 3;
  Table table({{92}, {column, Align::right}, {column, Align::right}, {column + Table::gap, Align::right}});
  std::vector<std::string> heading{language.text("by car, in")};
  for (const Reach& reach : facts.reach) {
    heading.push_back(language.text(message("{0} min", DecimalArgument{reach.minutes, 0})));
  }
  table.add_heading(heading);
  const auto add = [&](const std::string& label, auto value, int decimals, bool important) {
    std::vector<Cell> cells{important ? strong(label) : quiet(label)};
    for (const Reach& reach : facts.reach) {
      std::string text = language.number(value(reach), decimals);
      cells.push_back(important ? strong(std::move(text)) : Cell{std::move(text)});
    }
    table.add_row(std::move(cells));
  };
  add(
      language.text("Inhabitants"), [](const Reach& r) { return r.people; }, 0, true);
  for (std::size_t g = 0; g < age_group_starts.size(); ++g) {
    add(
        language.text(age_group_label(g)), [g](const Reach& r) { return r.by_age[g]; }, 0, false);
  }
  if (facts.reach.back().age_unknown >= 0.5) {
    add(
        language.text("age not published"), [](const Reach& r) { return r.age_unknown; }, 0, false);
  }
  add(
      language.text("General practitioners"), [](const Reach& r) { return r.gps; }, 1, true);
  add(
      language.text("of whom 60 and over"), [](const Reach& r) { return r.gps_60_plus; }, 1, false);
  y += table.draw(sheet.canvas, {at.x, y});
  return y;
}

double draw_nearest(const SheetContext& sheet, Point at, double width, const SiteFacts& facts) {
  const Language& language = sheet.language;
  double y = draw_section(sheet, at, language.text("Nearest, by car"));
  Table table({{108}, {48, Align::right}, {width - 108 - 48 + Table::gap}});
  table.add_heading({"", language.text("minutes"), ""});
  for (const NearestPlace& place : facts.nearest) {
    const bool known = place.minutes.is_number();
    table.add_row({quiet(language.text(place.label)),
                   strong(known ? "≈\u202F" + language.number(place.minutes.value()) : language.text("> 120")),
                   {place.name, {.size = 7.0, .color = palette::secondary}}});
  }
  y += table.draw(sheet.canvas, {at.x, y});
  return y;
}

Table aids_table(const SheetContext& sheet, std::size_t site) {
  const Language& language = sheet.language;
  constexpr double benefit = 112;
  constexpr double state = 128;
  Table table({{page_width - benefit - state}, {benefit}, {state + Table::gap}});
  table.add_heading({language.text("Aid, conditions, source"), language.text("Amount"),
                     language.text(message("on {0}", date_text(sheet.options.date, language)))});
  for (const auto& entry : aids_by_status(sheet.territory, sheet.options.aids, site, sheet.options.date)) {
    const territory::Aid& aid = sheet.options.aids[entry.aid];
    const bool open = entry.status == AidStatus::applies;
    std::string what = territory::in_language(aid.title, language.tag());
    const std::string conditions = territory::in_language(aid.conditions, language.tag());
    if (!conditions.empty()) what += " · " + conditions;
    what += " (" + aid.source + ")";
    const std::string status = entry.status == AidStatus::unknown ? language.text("to be checked: zone not known")
                                                                  : language.text(aid_status_label(entry.status));
    const TextStyle plain{.size = 7.2, .color = open ? palette::ink : palette::secondary};
    TextStyle bold = plain;
    bold.bold = open;
    table.add_row({{what, plain},
                   {aid_benefit(aid, language), bold},
                   {language.text(message("{0} ({1}). {2}", capitalised(status), aid_zone_label(entry.zone),
                                          aid_validity(aid, language))),
                    plain}});
  }
  return table;
}

// Line breaks after commas and blanks only, so that nothing is hyphenated that will be typed again.
std::string broken_at_commas(const Canvas& canvas, const std::string& text, const TextStyle& style) {
  TextStyle one_line = style;
  one_line.width = 0;
  std::string result;
  std::string line;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of(", ", start), text.size() - 1) + 1;
    const std::string word = text.substr(start, end - start);
    if (!line.empty() && canvas.measure(line + word, one_line).width > page_width) {
      result += line + "\n";
      line.clear();
    }
    line += word;
    start = end;
  }
  return result + line;
}

std::string zone_line(const SheetContext& sheet, std::size_t site) {
  const auto& territory = sheet.territory;
  const std::string& code = territory.sites.commune_code[site];
  std::string text = sheet.language.text(message("Commune: {0}, {1}.", commune_name(territory, code),
                                                 sheet.language.text(zone_label(commune_zone(territory, code)))));
  const auto sector = territory::priority_sector_at(territory, territory.sites.position[site]);
  if (sector) {
    text += " " + sheet.language.text(message("In the priority sector {0}.", territory.priority_sectors.name[*sector]));
  }
  const auto commune = territory.commune_index(code);
  if (commune && !territory.communes.rural_class[*commune].empty()) {
    text += " " + sheet.language.text(message("Rural revitalisation: {0}.", territory.communes.rural_class[*commune]));
  }
  return text + " " + sheet.language.text("Aids to be confirmed by the CPAM / the ARS.");
}

}  // namespace

void draw_site_scores(const SheetContext& sheet, std::size_t site, const SiteFacts& facts, std::size_t page) {
  SourceNotes notes(sheet.territory);
  double y = draw_title(sheet, site, draw_page_frame(sheet, page));
  for (const Score which : {Score::need, Score::attractiveness}) {
    y += draw_score(sheet.canvas, {page_margin, y}, page_width, sheet.assessment, which, site, notes, sheet.language);
    y += section_gap;
  }
  y = draw_section(sheet, {page_margin, y}, sheet.language.text("In words"));
  for (const std::string& sentence : score_sentences(sheet.assessment, site, sheet.language)) {
    y += sheet.canvas.text({page_margin, y}, sentence, text_style).height + 2.5;
  }
  y += section_gap - 2;
  constexpr double left_width = 222;
  constexpr double between = 22;
  draw_people(sheet, {page_margin, y}, left_width, facts);
  draw_nearest(sheet, {page_margin + left_width + between, y}, page_width - left_width - between, facts);
  notes.marks(sheet.territory.provenance("population_cells"));
  notes.marks(sheet.territory.provenance("facilities"));
  draw_foot_note(sheet, sheet.language.text(message("Sources: {0}", notes.text())));
}

void draw_site_map(const SheetContext& sheet, std::size_t site, std::size_t page) {
  const Language& language = sheet.language;
  double y = draw_page_frame(sheet, page);
  const std::string line = "ancrage rank " + language.text("TERRITORY") + " " + weights_code(sheet.assessment) +
                           (sheet.options.choices.empty() ? "" : " " + sheet.options.choices);
  const double foot =
      draw_foot_note(sheet, language.text("The weights of this sheet; this line makes its ranking again:") + "\n" +
                                broken_at_commas(sheet.canvas, line, foot_note_style));
  const Table aids = aids_table(sheet, site);
  const std::string zone = zone_line(sheet, site);
  const double zone_height = sheet.canvas.measure(zone, text_style).height;
  const double below = 17 + zone_height + 4 + aids.height(sheet.canvas) + section_gap;
  const Rectangle map{page_margin, y, page_width, foot - below - y - section_gap};
  MapOptions options;
  options.heading =
      language.text(message("{0}: {1}", sheet.territory.sites.name[site], language.text(sheet.classification.title)));
  if (sheet.options.scenario != nullptr) options.time_factor = sheet.options.scenario->time_factor;
  draw_map(sheet.canvas, map, sheet.territory, sheet.assessment, sheet.classification, std::array{site}, options,
           language);
  y = draw_section(sheet, {page_margin, map.bottom() + section_gap}, language.text("Zone and aids"));
  y += sheet.canvas.text({page_margin, y}, zone, text_style).height + 4;
  aids.draw(sheet.canvas, {page_margin, y});
}

}  // namespace ancrage::report::paper

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/map.hpp"
#include "ancrage/report/paper/map_layers.hpp"
#include "ancrage/report/paper/sheet_pages.hpp"
#include "ancrage/report/paper/table.hpp"
#include "ancrage/report/place_words.hpp"
#include "ancrage/report/site_report.hpp"

#include <algorithm>

namespace ancrage::report::paper {

namespace {

using assessment::Score;
using territory::AidStatus;

constexpr double label_width = 140.0;

struct Comparison {
  const SheetContext& sheet;
  std::span<const std::size_t> sites;
  std::span<const SiteFacts> facts;
  Table& table;
};

Cell label(std::string text) { return {std::move(text), {.size = 7.6, .color = palette::secondary}}; }

// Marks the best of a row by sign and weight of the letters; several that are equally good all have it.
void add_marked(const Comparison& comparison, std::string row, const std::vector<std::string>& texts,
                const std::vector<Quantity>& points) {
  Quantity best;
  bool differ = false;
  for (const Quantity& value : points) {
    if (!value.is_number()) continue;
    differ = differ || (best.is_number() && best.value() != value.value());
    if (!best.is_number() || value.value() > best.value()) best = value;
  }
  std::vector<Cell> cells{label(std::move(row))};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool is_best = differ && points[i].is_number() && points[i].value() == best.value();
    cells.push_back({(is_best ? "★ " : "") + texts[i], {.size = 7.6, .bold = is_best}});
  }
  comparison.table.add_row(std::move(cells));
}

void add_plain(const Comparison& comparison, std::string row, const std::vector<std::string>& texts) {
  std::vector<Cell> cells{label(std::move(row))};
  for (const std::string& text : texts) cells.push_back({text, {.size = 7.6}});
  comparison.table.add_row(std::move(cells));
}

void add_score(const Comparison& comparison, Score which) {
  const auto& [sheet, sites, facts, table] = comparison;
  const auto& assessment = sheet.assessment;
  std::vector<Cell> totals{{sheet.language.text(score_label(which)), {.size = 8.6, .bold = true}}};
  for (const std::size_t site : sites) {
    const auto& score = assessment.score(which, site);
    std::string text = sheet.language.number(score.score, 1);
    if (score.rank > 0) text = sheet.language.text(message("{0} (rank {1})", text, score.rank));
    totals.push_back({std::move(text),
                      {.size = 8.6, .bold = true, .color = which == Score::need ? hex(0xA03A0C) : palette::accent}});
  }
  table.add_row(std::move(totals));
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    const auto& criterion = assessment.criteria[k];
    if (criterion.score != which) continue;
    std::vector<std::string> texts;
    std::vector<Quantity> points;
    for (const std::size_t site : sites) {
      const auto& at_site = assessment.at(site, k);
      const std::string value = value_text(criterion, at_site.value, sheet.language);
      if (!at_site.value.is_number()) {
        texts.push_back(value);
        points.push_back({});
        continue;
      }
      texts.push_back(value + " (+" + sheet.language.number(at_site.contribution, 1) + ")");
      points.push_back(at_site.contribution);
    }
    add_marked(comparison, sheet.language.text(criterion.label), texts, points);
  }
}

void add_facts(const Comparison& comparison) {
  const auto& [sheet, sites, facts, table] = comparison;
  const Language& language = sheet.language;
  const std::size_t last = reach_minutes.size() - 1;
  const auto collect = [&](auto text) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < sites.size(); ++i) texts.push_back(text(i));
    return texts;
  };
  const std::string within = language.number(reach_minutes[last]);
  add_plain(comparison, language.text(message("Inhabitants within {0} min", within)),
            collect([&](std::size_t i) { return language.number(facts[i].reach[last].people); }));
  add_plain(comparison, language.text(message("GPs within {0} min, of whom 60 and over", within)),
            collect([&](std::size_t i) {
              return language.text(message("{0}, of whom {1}", DecimalArgument{facts[i].reach[last].gps, 1},
                                           DecimalArgument{facts[i].reach[last].gps_60_plus, 1}));
            }));
  for (std::size_t n = 0; n < facts.front().nearest.size(); ++n) {
    if (facts.front().nearest[n].kind != "town") continue;
    add_plain(comparison, language.text(message("To {0}", language.text(facts.front().nearest[n].label))),
              collect([&](std::size_t i) {
                const Quantity& minutes = facts[i].nearest[n].minutes;
                return minutes.is_number() ? language.text(message("≈ {0} min", DecimalArgument{minutes.value(), 0}))
                                           : language.text("more than two hours");
              }));
  }
  add_plain(
      comparison, language.text("Zone"), collect([&](std::size_t i) {
        return language.text(zone_label(commune_zone(sheet.territory, sheet.territory.sites.commune_code[sites[i]])));
      }));
  add_plain(comparison, language.text(message("Aids on {0}, to be confirmed", date_text(sheet.options.date, language))),
            collect([&](std::size_t i) {
              std::vector<std::string> amounts;
              for (const auto& entry : aids_at(sheet.territory, sheet.options.aids, sites[i], sheet.options.date)) {
                const auto& aid = sheet.options.aids[entry.aid];
                if (entry.status != AidStatus::applies) continue;
                amounts.push_back(aid.amount_eur ? language.text(message("€{0}", DecimalArgument{*aid.amount_eur, 0}))
                                                 : territory::in_language(aid.benefit, language.tag()));
              }
              return amounts.empty() ? std::string("–") : enumeration(amounts, language);
            }));
}

}  // namespace

void draw_comparison(const SheetContext& sheet, std::span<const std::size_t> sites, std::span<const SiteFacts> facts,
                     std::size_t page) {
  const Language& language = sheet.language;
  double y = draw_page_frame(sheet, page);
  y += sheet.canvas.text({page_margin, y}, language.text("Places side by side"), {.size = 19.0, .bold = true}).height +
       2;
  if (!sheet.options.note.empty()) {
    y +=
        sheet.canvas
            .text({page_margin, y}, sheet.options.note, {.size = 7.4, .color = palette::secondary, .width = page_width})
            .height;
  }
  y += 6;
  const double column = (page_width - label_width) / static_cast<double>(sites.size());
  std::vector<Table::Column> columns{{label_width}};
  for (std::size_t i = 0; i < sites.size(); ++i) columns.push_back({column});
  columns.back().width += Table::gap;
  Table table(columns);
  std::vector<Cell> names{{""}};
  for (std::size_t i = 0; i < sites.size(); ++i) {
    names.push_back({site_letter(i, sites.size()) + " · " + sheet.territory.sites.name[sites[i]],
                     {.size = sites.size() > 3 ? 8.0 : 9.0, .bold = true}});
  }
  table.add_row(std::move(names));
  const Comparison comparison{sheet, sites, facts, table};
  add_score(comparison, Score::need);
  add_score(comparison, Score::attractiveness);
  add_facts(comparison);
  y += table.draw(sheet.canvas, {page_margin, y});
  y += sheet.canvas
           .text({page_margin, y + 2},
                 language.text("★ the most points of the row; points of the score in brackets; ≈ estimated"),
                 {.size = 6.8, .color = palette::secondary})
           .height +
       10;
  MapOptions options;
  options.isochrones = false;
  draw_map(sheet.canvas, {page_margin, y, page_width, page_foot - y - 4}, sheet.territory, sheet.assessment,
           sheet.classification, sites, options, language);
}

}  // namespace ancrage::report::paper

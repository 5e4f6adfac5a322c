// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/score_block.hpp"

#include "ancrage/report/paper/map_layers.hpp"
#include "ancrage/report/paper/table.hpp"
#include "ancrage/report/site_report.hpp"

#include <cmath>

namespace ancrage::report::paper {

namespace {

using assessment::Assessment;
using assessment::Score;

constexpr double bar_height = 11.0;
constexpr double swatch = 8.0;

// From the score's colour to pale, one shade a criterion.
Color shade(Score score, std::size_t index, std::size_t count) {
  const Color base = score == Score::need ? palette::need : palette::accent;
  const double share = count < 2 ? 0.0 : 0.8 * static_cast<double>(index) / static_cast<double>(count - 1);
  const auto mix = [&](std::uint8_t c) { return static_cast<std::uint8_t>(std::lround(c + (255 - c) * share)); };
  return {mix(base.red), mix(base.green), mix(base.blue)};
}

void draw_number(Canvas& canvas, const Rectangle& where, std::size_t number, Color on) {
  canvas.text({where.x + where.width / 2, where.y + where.height / 2 - 4.1}, std::to_string(number),
              {.size = 6.2, .bold = true, .color = readable_on(on), .align = Align::center});
}

void draw_bar(Canvas& canvas, const Rectangle& bar, const Assessment& assessment, Score which, std::size_t site,
              const std::vector<std::size_t>& order) {
  canvas.add_rectangle(bar);
  canvas.fill(palette::track);
  double x = bar.x;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double width = assessment.at(site, order[i]).contribution / 100 * bar.width;
    if (width <= 0) continue;
    const Rectangle segment{x, bar.y, width, bar.height};
    const Color color = shade(which, i, order.size());
    canvas.add_rectangle(segment);
    canvas.fill_and_stroke(color, {palette::white, 0.6});
    if (width > 8) draw_number(canvas, segment, i + 1, color);
    x += width;
  }
  canvas.add_rectangle(bar);
  canvas.stroke({palette::line, 0.4});
}

std::string score_text(const Assessment& assessment, Score which, std::size_t site, const Language& language) {
  const auto& score = assessment.score(which, site);
  if (!score.score.is_number()) return language.text("no criterion has a value here");
  const DecimalArgument points{score.score.value(), 1};
  std::string text = language.text(
      assessment.is_in(site) ? message("{0} out of 100, rank {1} of {2}", points, score.rank, assessment.sites_in())
                             : message("{0} out of 100, without a rank", points));
  if (score.weight_share < 0.9995) {
    text += " · " + language.text(message("on {0} % of the weight", DecimalArgument{100 * score.weight_share, 0}));
  }
  return text;
}

}  // namespace

double draw_score(Canvas& canvas, Point top_left, double width, const Assessment& assessment, Score which,
                  std::size_t site, SourceNotes& notes, const Language& language) {
  const auto order = criteria_by_contribution(assessment, which, site);
  double y = top_left.y;
  canvas.text({top_left.x, y}, language.text(score_label(which)), {.size = 10.5, .bold = true});
  canvas.text({top_left.x + width, y + 0.5}, score_text(assessment, which, site, language),
              {.size = 9.5,
               .bold = true,
               .color = which == Score::need ? hex(0xA03A0C) : palette::accent,
               .align = Align::right});
  y += 16;
  draw_bar(canvas, {top_left.x, y, width, bar_height}, assessment, which, site, order);
  y += bar_height + 3;

  Table table(
      {{14}, {160}, {108, Align::right}, {width - 14 - 160 - 108 - 58 - 48}, {58}, {48 + Table::gap, Align::right}});
  table.add_heading({"", language.text("Criterion"), language.text("Value"), language.text("Refers to"),
                     language.text("Source"), language.text("Points")});
  for (const std::size_t k : order) {
    const auto& criterion = assessment.criteria[k];
    const auto& at_site = assessment.at(site, k);
    const std::string points =
        at_site.value.is_number() ? "+" + language.number(at_site.contribution, 1) : std::string("–");
    table.add_row({{""},
                   {language.text(criterion.label)},
                   {value_text(criterion, at_site.value, language)},
                   {at_site.detail, {.size = 7.2, .color = palette::secondary}},
                   {notes.marks(criterion.source), {.size = 7.0, .color = palette::secondary}},
                   {points, {.size = 8.0, .bold = true}}});
  }
  std::vector<double> tops;
  y += table.draw(canvas, {top_left.x, y}, &tops);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Rectangle box{top_left.x, tops[i + 1] + 2.4, swatch, swatch};
    const Color color = shade(which, i, order.size());
    canvas.add_rectangle(box, 1.2);
    canvas.fill_and_stroke(color, {palette::secondary, 0.3});
    draw_number(canvas, box, i + 1, color);
  }
  return y - top_left.y;
}

}  // namespace ancrage::report::paper

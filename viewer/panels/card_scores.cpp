// SPDX-License-Identifier: Apache-2.0
// The two scores: a bar of what each criterion brings, its value and points, and the same in sentences.
#include "ancrage/report/site_report.hpp"
#include "viewer/panels/card_parts.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

using assessment::Score;

// Shades of the score's colour from dark to pale, one per criterion.
Color shade(Score score, std::size_t index, std::size_t count) {
  const Color base = score == Score::need ? theme::need : theme::accent;
  const double share = count < 2 ? 0.0 : 0.78 * static_cast<double>(index) / static_cast<double>(count - 1);
  auto mix = [&](std::uint8_t c) { return static_cast<std::uint8_t>(std::lround(c + (255 - c) * share)); };
  return {mix(base.red), mix(base.green), mix(base.blue)};
}

class ScoreWriter {
 public:
  explicit ScoreWriter(CardWriter& card)
      : context_(card.context()),
        card_(card),
        list_(card.list()),
        left_(card.left()),
        right_(card.right()),
        y_(card.y()) {}

  void score(Score which, std::size_t site) {
    const auto& assessment = context_.assessment();
    const auto& score = assessment.score(which, site);
    const Color color = which == Score::need ? theme::need : theme::accent;
    const Color text_color = which == Score::need ? hex(0xB4470F) : theme::accent;
    draw_text(list_, context_.fonts.bold, {left_, y_}, theme::ink,
              context_.text(which == Score::need ? message("Need of the territory") : message("Attractiveness")));
    std::string value = value_text(context_.language(), score.score, 0, message("/ 100"));
    draw_text_right(list_, context_.fonts.bold, {right_, y_}, text_color, value);
    if (score.rank > 0) {
      const std::string rank = context_.text(
          message("{0} of {1}", ordinal(context_.language(), score.rank), assessment.ranking(which).size()));
      draw_text_right(list_, context_.fonts.small,
                      {right_ - text_width(context_.fonts.bold, value) - context_.px(10), y_ + context_.px(1)},
                      theme::secondary, rank);
    }
    skip(20);
    stacked_bar(which, site, color);
    skip(8);
    contributions(which, site);
    if (score.score.is_number() && score.weight_share < 0.9995) {
      skip(2);
      paragraph(context_.text(message("Rests on {0} % of the weights: the other values are missing.",
                                      DecimalArgument{100 * score.weight_share, 0})));
    }
    card_.skip_pixels(y_ - card_.y());
  }

 private:
  void skip(double units) { y_ += context_.px(units); }
  void paragraph(const std::string& text) {
    y_ += draw_wrapped(list_, context_.fonts.small, {left_, y_}, right_ - left_, theme::secondary, text);
  }

  void stacked_bar(Score which, std::size_t site, Color) {
    const auto& assessment = context_.assessment();
    const float height = context_.px(9);
    list_.AddRectFilled({left_, y_}, {right_, y_ + height}, packed(theme::track));
    const auto order = report::criteria_by_contribution(assessment, which, site);
    double at = 0.0;
    for (std::size_t index = 0; index < order.size(); ++index) {
      const double points = assessment.at(site, order[index]).contribution;
      const auto x0 = left_ + static_cast<float>(at / 100) * (right_ - left_);
      at += points;
      const auto x1 = left_ + static_cast<float>(at / 100) * (right_ - left_);
      if (points > 0) list_.AddRectFilled({x0, y_}, {x1, y_ + height}, packed(shade(which, index, order.size())));
    }
    y_ += height;
  }

  // In the order of the stacked bar, the largest first.
  void contributions(Score which, std::size_t site) {
    const auto& assessment = context_.assessment();
    const auto order = report::criteria_by_contribution(assessment, which, site);
    for (std::size_t index = 0; index < order.size(); ++index) {
      const std::size_t c = order[index];
      contribution(assessment.criteria[c], assessment.at(site, c), shade(which, index, order.size()), c);
    }
  }

  void contribution(const assessment::Criterion& criterion, const assessment::Contribution& part, Color color,
                    std::size_t id) {
    const float row = context_.px(20);
    ImGui::PushID(static_cast<int>(id));
    hot_area("criterion", {left_ - context_.px(6), y_ - context_.px(2)}, {right_ - left_ + context_.px(12), row});
    if (ImGui::IsItemHovered()) {
      list_.AddRectFilled({left_ - context_.px(6), y_ - context_.px(2)},
                          {right_ + context_.px(6), y_ + row - context_.px(2)}, packed(theme::hovered), context_.px(4));
      explain(criterion, part);
    }
    ImGui::PopID();
    const float size = context_.px(9);
    list_.AddRectFilled({left_, y_ + context_.px(4)}, {left_ + size, y_ + context_.px(4) + size}, packed(color),
                        context_.px(2));
    list_.AddRect({left_, y_ + context_.px(4)}, {left_ + size, y_ + context_.px(4) + size}, packed(theme::line),
                  context_.px(2));
    const Language& language = context_.language();
    const std::string points = part.value.is_number() ? "+" + language.number(part.contribution, 0) : std::string("–");
    draw_text_right(list_, context_.fonts.bold, {right_, y_}, part.value.is_number() ? theme::ink : theme::secondary,
                    points);
    const float points_left = right_ - context_.px(34);
    const float label_left = left_ + context_.px(17);
    const std::string label = language.text(criterion.label);
    const float room = points_left - context_.px(8) - label_left - text_width(context_.fonts.text, label);
    std::string value = value_text(language, criterion, part.value, criterion.unit);
    // A long unit gives way to the label; the tooltip has it.
    if (text_width(context_.fonts.small, value) > room) {
      value = value_text(language, criterion, part.value, short_unit(criterion.unit));
    }
    const float value_width = text_width(context_.fonts.small, value);
    draw_text_right(list_, context_.fonts.small, {points_left, y_ + context_.px(1)}, theme::secondary, value);
    const float label_width = points_left - value_width - context_.px(8) - label_left;
    const float height = draw_wrapped(list_, context_.fonts.text, {label_left, y_}, label_width, theme::ink, label);
    y_ += std::max(row, height + context_.px(4));
  }

  static Message short_unit(const Message& unit) {
    return unit.pattern == "%" || unit.pattern == "min" ? unit : Message{};
  }

  void explain(const assessment::Criterion& criterion, const assessment::Contribution& part) const {
    const Language& language = context_.language();
    std::string text =
        language.text(criterion.label) + "\n" + value_text(language, part.value, criterion.decimals, criterion.unit);
    if (!part.detail.empty()) text += " · " + part.detail;
    text += "\n" + language.text(criterion.method) + "\n";
    text += language.text(message("{0} of {1} points at most", DecimalArgument{part.contribution, 1},
                                  DecimalArgument{most_points(criterion), 1}));
    if (!criterion.source.empty()) text += "\n" + language.text(message("Sources: {0}", criterion.source));
    tooltip(context_, text);
  }

  double most_points(const assessment::Criterion& criterion) const {
    double total = 0.0;
    for (const auto& other : context_.assessment().criteria) {
      if (other.score == criterion.score) total += other.weight;
    }
    return total > 0 ? 100 * criterion.weight / total : 0.0;
  }

  const PanelContext& context_;
  CardWriter& card_;
  ImDrawList& list_;
  float left_;
  float right_;
  float y_;
};

}  // namespace

void write_score(CardWriter& card, Score which, std::size_t site) { ScoreWriter(card).score(which, site); }

void write_score_words(CardWriter& card, std::size_t site) {
  const PanelContext& context = card.context();
  const auto& sentences = context.state.score_words.of(context.model, context.state.results, site);
  if (sentences.empty()) return;
  card.skip(6);
  card.heading(message("In words"));
  for (const std::string& sentence : sentences) {
    card.paragraph(sentence, theme::ink);
    card.skip(4);
  }
}

}  // namespace ancrage::viewer

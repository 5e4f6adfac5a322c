// SPDX-License-Identifier: Apache-2.0
// Why one of the compared sites stands before the other, what would turn it round, and how ranks change from the
// territory's own weights to those of this profile.
#include "viewer/panels/compare_columns.hpp"
#include "viewer/panels/writer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ancrage::viewer {
namespace {

using assessment::Score;

// The words of the last computation, while it was about the same sites: they follow a slider at a short distance.
void write_sureness(const PanelContext& context, PanelWriter& writer) {
  const auto wanted = wanted_sureness(context.state);
  const auto& known = context.state.sureness;
  if (!wanted) return;
  writer.skip(4);
  writer.heading(message("With other weights"));
  if (!known || known->key.sites != wanted->sites || known->key.score != wanted->score) {
    writer.paragraph(context.text(message("Computing…")));
    return;
  }
  const auto& compared = context.state.interview.compared;
  for (std::size_t i = 0; i < known->sites.size(); ++i) {
    const std::size_t site = known->key.sites[i];
    const auto column = static_cast<std::size_t>(std::find(compared.begin(), compared.end(), site) - compared.begin());
    const float badge = context.px(9);
    draw_site_badge(context, writer.list(), {writer.left() + badge, writer.y() + badge}, column);
    const float x = writer.left() + 2 * badge + context.px(8);
    const float room = writer.right() - x;
    const std::string words =
        context.text(message("{0}: {1}", context.model.territory().sites.name[site], known->sites[i].words));
    writer.skip_pixels(draw_wrapped(writer.list(), context.fonts.text, {x, writer.y()}, room, theme::ink, words));
    writer.skip(4);
    draw_bar(writer.list(), {x, writer.y()}, {room, context.px(6)}, known->sites[i].first, site_colors[column]);
    writer.skip(14);
  }
  writer.paragraph(known->basis);
}

Actions write_sentences(const PanelContext& context, const Rectangle& where) {
  Actions actions;
  begin_scroll(context, "sentences", where);
  PanelWriter writer(context, Region::main, where, 20);
  const Score score = context.state.weighed;
  const auto pressed =
      writer.pills({{"reasons doctor", context.text(message("for the doctor")), score == Score::attractiveness},
                    {"reasons territory", context.text(message("for the territory")), score == Score::need}});
  if (pressed) actions.emplace_back(WeighScore{*pressed == 0 ? Score::attractiveness : Score::need});
  writer.skip(4);
  const auto& separations = context.state.comparison.separations(context.model, context.state.results,
                                                                 context.state.interview.compared, score);
  if (separations.empty()) {
    writer.paragraph(context.text(message("Two places with a score are needed to say what separates them.")));
  }
  for (const Separation& separation : separations) {
    writer.sentence(separation.who);
    if (!separation.because.empty()) writer.paragraph(separation.because, theme::ink);
    writer.paragraph(separation.otherwise);
    writer.skip(10);
  }
  write_sureness(context, writer);
  writer.end();
  end_scroll();
  return actions;
}

// Ranks with the territory's weights on the left, with those of the profile on the right; a line a site.
class SlopeChart {
 public:
  SlopeChart(const PanelContext& context, const Rectangle& where)
      : context_(context), list_(*ImGui::GetWindowDrawList()), where_(where), score_(context.state.weighed) {}

  void draw() {
    const auto x = static_cast<float>(where_.x) + context_.px(20);
    const float right = static_cast<float>(where_.x + where_.width) - context_.px(20);
    auto y = static_cast<float>(where_.y) + context_.px(14);
    draw_fitted(list_, context_.fonts.bold, {x, y}, theme::ink,
                fitted_text(context_, context_.fonts.bold, context_.text(message("Rank by the weights")), right - x));
    y += context_.px(20);
    if (context_.state.interview.weights == first_interview(context_.model).weights) {
      draw_fitted(list_, context_.fonts.small, {x, y}, theme::secondary,
                  fitted_text(context_, context_.fonts.small,
                              context_.text(message("The weights are the territory’s: move a slider of the profile.")),
                              right - x));
    }
    y += context_.px(24);
    const float names = std::min(context_.px(170), (right - x) * 0.32F);
    left_line_ = x + names;
    right_line_ = right - names;
    const std::string before = context_.text(message("territory’s own"));
    const std::string after = context_.text(message("this profile"));
    draw_text_right(list_, context_.fonts.small, {left_line_, y}, theme::secondary, before);
    draw_text(list_, context_.fonts.small, {right_line_, y}, theme::secondary, after);
    top_ = y + context_.px(28);
    bottom_ = static_cast<float>(where_.y + where_.height) - context_.px(18);
    if (bottom_ - top_ < context_.px(60)) return;
    for (const float line : {left_line_, right_line_}) {
      list_.AddLine({line, top_}, {line, bottom_}, packed(theme::line), context_.px(1));
    }
    ranked_ = std::max<std::size_t>(2, context_.assessment().ranking(score_).size());
    for (std::size_t site = 0; site < context_.model.territory().sites.size(); ++site) {
      if (column_of(site) < most_compared) continue;
      line(site, theme::line, 1.0);
    }
    const auto& compared = context_.state.interview.compared;
    for (std::size_t i = 0; i < compared.size(); ++i) line(compared[i], site_colors[i], 2.4);
    labels(true);
    labels(false);
  }

 private:
  std::size_t rank(std::size_t site, bool before) const {
    const auto& assessment = before ? context_.model.assessment() : context_.assessment();
    return assessment.score(score_, site).rank;
  }
  float at(std::size_t rank) const {
    return top_ + (bottom_ - top_) * static_cast<float>(rank - 1) / static_cast<float>(ranked_ - 1);
  }
  std::size_t column_of(std::size_t site) const {
    const auto& compared = context_.state.interview.compared;
    const auto found = std::find(compared.begin(), compared.end(), site);
    return found == compared.end() ? most_compared : static_cast<std::size_t>(found - compared.begin());
  }

  void line(std::size_t site, Color color, double width) {
    const std::size_t before = rank(site, true);
    const std::size_t after = rank(site, false);
    if (before == 0 || after == 0) return;
    list_.AddLine({left_line_, at(before)}, {right_line_, at(after)}, packed(color), context_.px(width));
  }

  // "3 · Génolhac", apart from each other.
  void labels(bool before) {
    const auto& compared = context_.state.interview.compared;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < compared.size(); ++i) {
      if (rank(compared[i], before) > 0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return rank(compared[a], before) < rank(compared[b], before);
    });
    const float step = context_.px(30);  // two small lines
    float free = top_ - step;
    std::vector<float> place;
    for (const std::size_t i : order) place.push_back(free = std::max(at(rank(compared[i], before)), free + step));
    for (std::size_t k = order.size(); k-- > 0;) {
      const float most = bottom_ - static_cast<float>(order.size() - 1 - k) * step;
      place[k] = std::min(place[k], most);
      label(order[k], place[k], before);
    }
  }

  void label(std::size_t column, float y, bool before) {
    const std::size_t site = context_.state.interview.compared[column];
    const std::size_t place = rank(site, before);
    const float out = before ? -1.0F : 1.0F;
    const float line_x = before ? left_line_ : right_line_;
    list_.AddCircleFilled({line_x, at(place)}, context_.px(4), packed(site_colors[column]));
    draw_site_badge(context_, list_, {line_x + out * context_.px(18), y}, column);
    const float room = (before ? left_line_ - static_cast<float>(where_.x)
                               : static_cast<float>(where_.x + where_.width) - right_line_) -
                       context_.px(36);
    const FittedText text =
        fitted_text(context_, context_.fonts.text,
                    ordinal(context_.language(), place) + " " + context_.model.territory().sites.name[site], room, 2);
    const float text_y = y - context_.fonts.text->FontSize / 2;
    if (before) {
      draw_fitted_right(list_, context_.fonts.text, {line_x - context_.px(31), text_y}, theme::ink, text);
    } else {
      draw_fitted(list_, context_.fonts.text, {line_x + context_.px(31), text_y}, theme::ink, text);
    }
  }

  const PanelContext& context_;
  ImDrawList& list_;
  Rectangle where_;
  Score score_;
  float left_line_ = 0.0F;
  float right_line_ = 0.0F;
  float top_ = 0.0F;
  float bottom_ = 0.0F;
  std::size_t ranked_ = 2;
};

}  // namespace

Actions draw_compare_reasons(const PanelContext& context, const CompareColumns& columns) {
  const Rectangle& main = context.layout.main;
  const double height = main.y + main.height - columns.body;
  const double text = std::round(main.width * 0.46);
  Actions actions = write_sentences(context, {main.x, columns.body, text, height});
  SlopeChart(context, {main.x + text, columns.body, main.width - text, height}).draw();
  return actions;
}

}  // namespace ancrage::viewer

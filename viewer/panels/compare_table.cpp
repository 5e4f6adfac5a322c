// SPDX-License-Identifier: Apache-2.0
// The values of the compared sites, criterion by criterion, all bars of a row on the same scale; the best one carries a
// star and the word.
#include "viewer/panels/compare_columns.hpp"
#include "viewer/panels/writer.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

using assessment::Score;

constexpr double row_units = 28;

void draw_star(ImDrawList& list, ImVec2 middle, float radius, Color color) {
  constexpr int points = 5;
  constexpr float turn = 3.14159265F / points;
  const auto corner = [&](int i) {
    const float r = i % 2 == 0 ? radius : radius * 0.42F;
    const float angle = turn * static_cast<float>(i) - 3.14159265F / 2;
    return ImVec2{middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)};
  };
  // A star is not convex: a triangle a point, and the middle.
  for (int i = 0; i < 2 * points; i += 2) {
    list.AddTriangleFilled(corner(i), corner(i + 1), corner(i + 2 * points - 1), packed(color));
    list.AddTriangleFilled(middle, corner(i + 1), corner(i + 2 * points - 1), packed(color));
  }
}

class TableWriter {
 public:
  TableWriter(const PanelContext& context, const CompareColumns& columns)
      : context_(context),
        columns_(columns),
        list_(*ImGui::GetWindowDrawList()),
        start_(ImGui::GetCursorScreenPos().y),
        y_(start_) {}

  void write() {
    for (const Score which : {Score::need, Score::attractiveness}) {
      score(which);
      const auto [first, last] = context_.model.columns_of(which);
      for (std::size_t k = first; k < last; ++k) criterion(k);
      y_ += context_.px(10);
    }
    ImGui::SetCursorScreenPos({columns_.left, start_});
    ImGui::Dummy({1, y_ - start_ + context_.px(8)});
  }

 private:
  const std::vector<std::size_t>& sites() const { return context_.state.interview.compared; }

  void score(Score which) {
    const float height = context_.px(34);
    const Color color = which == Score::need ? theme::need : theme::accent;
    list_.AddRectFilled({columns_.left - context_.px(6), y_}, {columns_.right, y_ + height - context_.px(4)},
                        packed(theme::hovered), context_.px(4));
    const float middle = y_ + height / 2 - context_.px(2);
    const std::string label =
        context_.text(which == Score::need ? message("Need of the territory") : message("Attractiveness"));
    draw_fitted(list_, context_.fonts.bold, {columns_.left, middle - context_.fonts.bold->FontSize / 2}, theme::ink,
                fitted_text(context_, context_.fonts.bold, label, columns_.label - context_.px(10)));
    const auto best = best_of(context_.assessment(), sites(), which);
    for (std::size_t i = 0; i < sites().size(); ++i) {
      const auto& result = context_.assessment().score(which, sites()[i]);
      std::string value = value_text(context_.language(), result.score, 0, message("/ 100"));
      if (result.rank > 0) value += " · " + ordinal(context_.language(), result.rank);
      cell(i, middle, value, best[i], result.score.value_or(0.0) / 100, result.score.is_number(), color,
           context_.fonts.bold);
    }
    y_ += height;
  }

  void criterion(std::size_t k) {
    const auto& criterion = context_.assessment().criteria[k];
    const float height = context_.px(row_units);
    const float middle = y_ + height / 2;
    const std::string label = context_.text(criterion.label);
    const FittedText shown = fitted_text(context_, context_.fonts.text, label, columns_.label - context_.px(10), 2);
    draw_fitted(list_, context_.fonts.text, {columns_.left, middle - context_.fonts.text->FontSize / 2}, theme::ink,
                shown);
    ImGui::PushID(static_cast<int>(k));
    hot_area("criterion", {columns_.left, y_}, {columns_.label - context_.px(10), height});
    if (ImGui::IsItemHovered()) {
      tooltip(context_,
              label + "\n" + context_.text(criterion.method) +
                  (criterion.source.empty() ? std::string()
                                            : "\n" + context_.text(message("Sources: {0}", criterion.source))));
    }
    ImGui::PopID();
    double most = 0.0;
    for (const std::size_t site : sites()) most = std::max(most, context_.assessment().at(site, k).utility);
    const auto best = best_of(context_.assessment(), sites(), k);
    const Color color = criterion.score == Score::need ? theme::need : theme::accent;
    for (std::size_t i = 0; i < sites().size(); ++i) {
      const auto& part = context_.assessment().at(sites()[i], k);
      const Message unit =
          criterion.unit.pattern == "%" || criterion.unit.pattern == "min" ? criterion.unit : Message{};
      cell(i, middle, value_text(context_.language(), criterion, part.value, unit), best[i], part.utility,
           part.value.is_number(), color, context_.fonts.text);
    }
    list_.AddLine({columns_.left, y_ + height}, {columns_.right, y_ + height}, packed(theme::line), context_.px(0.6));
    y_ += height;
  }

  // Value, then star and word where it is the best; the bar under them, on the scale of the whole row.
  void cell(std::size_t column, float middle, const std::string& value, bool best, double share, bool known,
            Color color, const ImFont* font) {
    const float x = columns_.x(column);
    const float width = columns_.width();
    const ImFont* used = best ? context_.fonts.bold : font;
    const float y = middle - used->FontSize / 2 - context_.px(3);
    draw_fitted(list_, used, {x, y}, known ? theme::ink : theme::secondary, fitted_text(context_, used, value, width));
    if (best) {
      float at = x + text_width(used, value) + context_.px(12);
      if (at + context_.px(6) < x + width) {
        draw_star(list_, {at, y + used->FontSize / 2}, context_.px(6), color);
        at += context_.px(10);
        const std::string word = context_.text(message("best"));
        if (at + text_width(context_.fonts.small, word) <= x + width) {
          draw_text(list_, context_.fonts.small, {at, y + context_.px(1)}, theme::ink, word);
        }
      }
    }
    if (known) draw_bar(list_, {x, middle + context_.px(7)}, {width, context_.px(4)}, share, color);
  }

  const PanelContext& context_;
  const CompareColumns& columns_;
  ImDrawList& list_;
  float start_;
  float y_;
};

}  // namespace

Actions draw_compare_table(const PanelContext& context, const CompareColumns& columns) {
  const Rectangle& main = context.layout.main;
  begin_scroll(context, "values", {main.x, columns.body, main.width, main.y + main.height - columns.body});
  TableWriter(context, columns).write();
  end_scroll();
  return {};
}

}  // namespace ancrage::viewer

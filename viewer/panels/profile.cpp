// SPDX-License-Identifier: Apache-2.0
// The profile: what counts, as sliders that share 100 points between them, one set a score.
#include "viewer/panels/controls.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

using assessment::Score;

constexpr double slider_height = 36;

Color score_color(Score score) { return score == Score::need ? theme::need : theme::accent; }

class ProfileWriter {
 public:
  ProfileWriter(const PanelContext& context, const Rectangle& where)
      : context_(context),
        list_(*ImGui::GetWindowDrawList()),
        left_(static_cast<float>(where.x) + context.px(16)),
        right_(static_cast<float>(where.x + where.width) - context.px(18)),
        y_(ImGui::GetCursorScreenPos().y + context.px(2)) {}

  Actions write() {
    const float start = ImGui::GetCursorScreenPos().y;
    weights();
    ImGui::SetCursorScreenPos({left_, start});
    ImGui::Dummy({1, y_ - start + context_.px(12)});
    return std::move(actions_);
  }

 private:
  void weights() {
    const Score score = context_.state.weighed;
    draw_text(list_, context_.fonts.bold, {left_, y_}, theme::ink, context_.text(message("What counts")));
    draw_text_right(list_, context_.fonts.small, {right_, y_ + context_.px(1)}, theme::secondary,
                    context_.text(message("total 100")));
    y_ += context_.px(24);
    const float half = (right_ - left_ - context_.px(8)) / 2;
    score_pill(Score::attractiveness, message("for the doctor"), left_, half);
    score_pill(Score::need, message("for the territory"), left_ + half + context_.px(8), half);
    y_ += context_.px(36);
    const auto shown = shown_weights(context_.model, context_.state.interview);
    const auto [first, last] = context_.model.columns_of(score);
    for (std::size_t k = first; k < last; ++k) slider(k, shown[k], score_color(score));
    if (first == last) {
      y_ += draw_wrapped(list_, context_.fonts.small, {left_, y_}, right_ - left_, theme::secondary,
                         context_.text(message("This territory has no criterion for this score.")));
      return;
    }
    const auto own = context_.model.assessment().criteria;
    const auto& now = context_.state.interview.weights;
    const bool changed = std::any_of(own.begin(), own.end(), [&, k = std::size_t{0}](const auto& criterion) mutable {
      const std::size_t at = k++;
      return at >= first && at < last && now[at] != criterion.weight;
    });
    y_ += context_.px(4);
    if (changed) {
      const std::string words = context_.text(message("Weights of the territory again"));
      if (text_button(context_, Region::left, "reset", {left_, y_},
                      fitted_text(context_, context_.fonts.text, words, right_ - left_))) {
        actions_.emplace_back(ResetWeights{score});
      }
    }
    y_ += context_.px(26);
  }

  void score_pill(Score score, const Message& label, float x, float width) {
    const bool chosen = context_.state.weighed == score;
    if (pill(context_, Region::left, label.pattern, {x, y_}, width, context_.text(label), chosen)) {
      actions_.emplace_back(WeighScore{score});
    }
  }

  void slider(std::size_t k, int percent, Color color) {
    const auto& criterion = context_.assessment().criteria[k];
    const float height = context_.px(slider_height);
    const ControlUse use =
        context_.controls.use(context_, Region::left, "weight " + criterion.id, {left_ - context_.px(4), y_},
                              {right_ - left_ + context_.px(8), height - context_.px(2)}, ControlKind::slider);
    if (use.held) {
      const double share = (ImGui::GetIO().MousePos.x - left_) / (right_ - left_);
      const int wanted = std::clamp(static_cast<int>(std::lround(100 * share)), 0, 100);
      if (wanted != percent) actions_.emplace_back(SetWeight{k, wanted, true});
    }
    if (use.released) actions_.emplace_back(EndGesture{});
    if (use.steps != 0) actions_.emplace_back(SetWeight{k, std::clamp(percent + use.steps, 0, 100)});
    if (use.hovered || use.held) {
      list_.AddRectFilled({left_ - context_.px(6), y_}, {right_ + context_.px(6), y_ + height - context_.px(2)},
                          packed(theme::hovered), context_.px(6));
    }
    const std::string number = std::to_string(percent);
    const std::string label = context_.text(criterion.label);
    const FittedText fits = fitted_text(context_, context_.fonts.text, label, right_ - left_ - context_.px(36));
    draw_fitted(list_, context_.fonts.text, {left_, y_ + context_.px(3)}, theme::ink, fits);
    draw_text_right(list_, context_.fonts.bold, {right_, y_ + context_.px(3)}, theme::ink, number);
    draw_slider(context_, list_, {left_, y_ + context_.px(26)}, right_ - left_, percent / 100.0, color);
    if (use.hovered && !use.held) tooltip(context_, explanation(criterion, fits.cut ? label : ""));
    y_ += height;
  }

  std::string explanation(const assessment::Criterion& criterion, const std::string& label) const {
    std::string text = label.empty() ? "" : label + "\n";
    text += context_.text(criterion.method);
    if (!criterion.source.empty()) text += "\n" + context_.text(message("Sources: {0}", criterion.source));
    return text;
  }

  const PanelContext& context_;
  ImDrawList& list_;
  float left_;
  float right_;
  float y_;
  Actions actions_;
};

}  // namespace

Actions draw_profile(const PanelContext& context, const Rectangle& where) {
  Actions actions = write_wishes(context, where);
  append(actions, ProfileWriter(context, where).write());
  return actions;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/plan_chart.hpp"

#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::viewer {
namespace {

using planning::PlanObjective;
using planning::PlanStep;
using planning::PractitionerPlan;

constexpr double dot_units = 3.2;
constexpr double greedy_units = 3.6;  // half of a square
constexpr double filled_units = 5.0;  // half of a diamond

enum class Sign { proven, bounded, greedy, filled };

void draw_sign(const PanelContext& context, ImDrawList& list, Sign sign, ImVec2 at) {
  const float dot = context.px(dot_units);
  switch (sign) {
    case Sign::proven:
      list.AddCircleFilled(at, dot, packed(theme::accent));
      return;
    case Sign::bounded:
      list.AddCircleFilled(at, dot, packed(theme::panel));
      list.AddCircle(at, dot, packed(theme::accent), 0, context.px(1.4));
      return;
    case Sign::greedy: {
      const float half = context.px(greedy_units);
      list.AddRectFilled({at.x - half, at.y - half}, {at.x + half, at.y + half}, packed(theme::panel));
      list.AddRect({at.x - half, at.y - half}, {at.x + half, at.y + half}, packed(theme::need), 0, 0, context.px(1.3));
      return;
    }
    case Sign::filled: {
      const float half = context.px(filled_units);
      list.AddQuadFilled({at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y},
                         packed(theme::ink));
      list.AddQuad({at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y},
                   packed(theme::panel), context.px(1.2));
      return;
    }
  }
}

class PlanChart {
 public:
  PlanChart(const PanelContext& context, ImDrawList& list, const Rectangle& where)
      : context_(context), list_(list), plan_(context.state.planner.result->plan) {
    fit_values();
    const ImFont* small = context.fonts.small;
    const float labels = std::max(text_width(small, value_label(low_)), text_width(small, value_label(high_)));
    left_ = static_cast<float>(where.x) + labels + context.px(8);
    right_ = static_cast<float>(where.x + where.width) - context.px(8);
    top_ = static_cast<float>(where.y) + context.px(8);
    bottom_ = static_cast<float>(where.y + where.height) - context.px(20);
  }

  std::optional<std::size_t> draw() {
    axes();
    const std::size_t step = context_.state.planner.step;
    const float x = x_of(step);
    list_.AddLine({x, top_}, {x, bottom_}, packed(theme::ink, 0.35), context_.px(1));
    line(plan_.greedy, theme::need, true);
    line(plan_.frontier, theme::accent, false);
    for (std::size_t k = 0; k < plan_.frontier.size(); ++k) bound(plan_.frontier[k], k + first());
    for (std::size_t k = 0; k < plan_.greedy.size(); ++k) point(Sign::greedy, value(plan_.greedy[k]), k + first());
    for (std::size_t k = 0; k < plan_.frontier.size(); ++k) {
      point(plan_.frontier[k].proven ? Sign::proven : Sign::bounded, value(plan_.frontier[k]), k + first());
    }
    if (step > 0) point(Sign::filled, plan_.objective_of(plan_.filled[step - 1]), step);
    return pressed();
  }

 private:
  std::size_t count() const { return plan_.order.size(); }
  std::size_t first() const { return count() + 1 - plan_.frontier.size(); }
  double value(const PlanStep& step) const { return plan_.objective_of(step.figures); }

  void fit_values() {
    const bool minutes = plan_.objective == PlanObjective::mean_time;
    low_ = high_ = plan_.objective_of(plan_.today);
    const auto reach = [&](double v) {
      low_ = std::min(low_, v);
      high_ = std::max(high_, v);
    };
    for (const PlanStep& step : plan_.frontier) {
      reach(value(step));
      if (!step.proven) reach(step.bound);
    }
    for (const PlanStep& step : plan_.greedy) reach(value(step));
    tick_ = nice((high_ - low_) / 3);
    low_ = minutes ? std::floor(low_ / tick_) * tick_ : 0.0;
    high_ = std::max(std::ceil(high_ / tick_) * tick_, low_ + tick_);
  }

  // 1, 2 or 5 times a power of ten, at least as much.
  static double nice(double value) {
    if (!(value > 0)) return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
      if (value <= factor * power * 1.0000001) return factor * power;
    }
    return 10 * power;
  }

  std::string value_label(double value) const {
    const int decimals = tick_ >= 1 ? 0 : tick_ >= 0.1 ? 1 : 2;
    return context_.language().number(value, decimals);
  }

  float x_of(std::size_t number) const {
    return left_ + (right_ - left_) * static_cast<float>(number) / static_cast<float>(count());
  }
  float y_of(double value) const {
    return bottom_ - (bottom_ - top_) * static_cast<float>((value - low_) / (high_ - low_));
  }

  void axes() {
    const ImFont* small = context_.fonts.small;
    for (double value = low_; value <= high_ + tick_ / 2; value += tick_) {
      const float y = y_of(value);
      list_.AddLine({left_, y}, {right_, y}, packed(theme::line), context_.px(1));
      draw_text_right(list_, small, {left_ - context_.px(8), y - small->FontSize / 2}, theme::secondary,
                      value_label(value));
    }
    const std::size_t every = count() <= 10 ? 1 : count() <= 14 ? 2 : 5;
    for (std::size_t number = 0; number <= count(); ++number) {
      const float x = x_of(number);
      if (number % every != 0 && number != count()) continue;
      list_.AddLine({x, bottom_}, {x, bottom_ + context_.px(3)}, packed(theme::box_edge), context_.px(1));
      const std::string text = std::to_string(number);
      draw_text(list_, small, {x - text_width(small, text) / 2, bottom_ + context_.px(5)}, theme::secondary, text);
    }
  }

  void line(const std::vector<PlanStep>& steps, Color color, bool dashed) {
    ImVec2 from{x_of(0), y_of(plan_.objective_of(plan_.today))};
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const ImVec2 to{x_of(k + first()), y_of(value(steps[k]))};
      if (dashed) {
        dashes(from, to, color);
      } else {
        list_.AddLine(from, to, packed(color), context_.px(1.6));
      }
      from = to;
    }
  }

  void dashes(ImVec2 from, ImVec2 to, Color color) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float dash = context_.px(4);
    for (float at = 0; at < length; at += 2 * dash) {
      const float end = std::min(at + dash, length);
      const ImVec2 a{from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length};
      const ImVec2 b{from.x + (to.x - from.x) * end / length, from.y + (to.y - from.y) * end / length};
      list_.AddLine(a, b, packed(color), context_.px(1.3));
    }
  }

  // From the best found to what no plan passes.
  void bound(const PlanStep& step, std::size_t number) {
    if (step.proven) return;
    const float x = x_of(number);
    const float y = y_of(step.bound);
    const float half = context_.px(3.5);
    list_.AddLine({x, y_of(value(step))}, {x, y}, packed(theme::accent, 0.6), context_.px(1.2));
    list_.AddLine({x - half, y}, {x + half, y}, packed(theme::accent, 0.6), context_.px(1.2));
  }

  void point(Sign sign, double value, std::size_t number) {
    draw_sign(context_, list_, sign, {x_of(number), y_of(value)});
  }

  std::optional<std::size_t> pressed() const {
    hot_area("chart", {left_ - context_.px(8), top_}, {right_ - left_ + context_.px(16), bottom_ - top_});
    if (!ImGui::IsItemActive()) return std::nullopt;
    const double share = (ImGui::GetIO().MousePos.x - left_) / (right_ - left_);
    const auto number = std::lround(share * static_cast<double>(count()));
    return static_cast<std::size_t>(std::clamp<long>(number, 1, static_cast<long>(count())));
  }

  const PanelContext& context_;
  ImDrawList& list_;
  const PractitionerPlan& plan_;
  double low_ = 0.0;
  double high_ = 0.0;
  double tick_ = 1.0;
  float left_ = 0.0F;
  float right_ = 0.0F;
  float top_ = 0.0F;
  float bottom_ = 0.0F;
};

}  // namespace

std::optional<std::size_t> draw_plan_chart(const PanelContext& context, ImDrawList& list, const Rectangle& where) {
  return PlanChart(context, list, where).draw();
}

float draw_plan_chart_legend(const PanelContext& context, ImDrawList& list, ImVec2 at, float width) {
  const auto& frontier = context.state.planner.result->plan.frontier;
  const bool all = std::all_of(frontier.begin(), frontier.end(), [](const PlanStep& step) { return step.proven; });
  const bool none = std::none_of(frontier.begin(), frontier.end(), [](const PlanStep& step) { return step.proven; });
  const ImFont* small = context.fonts.small;
  const float row = small->FontSize + context.px(5);
  const float second = at.x + std::round(width * 0.62F);
  ImVec2 left = at;
  ImVec2 right{second, at.y};
  const auto entry = [&](ImVec2& where, float room, Sign sign, const Message& words) {
    draw_sign(context, list, sign, {where.x + context.px(7), where.y + small->FontSize / 2 + context.px(1)});
    draw_fitted(list, small, {where.x + context.px(18), where.y}, theme::ink,
                fitted_text(context, small, context.text(words), room - context.px(20)));
    where.y += row;
  };
  const float left_room = second - at.x;
  if (!none) entry(left, left_room, Sign::proven, message("proven optimum"));
  if (!all) entry(left, left_room, Sign::bounded, message("best found, and its bound"));
  entry(right, width - left_room, Sign::greedy, message("greedy choice"));
  entry(right, width - left_room, Sign::filled, message("on the map"));
  return std::max(left.y, right.y) - at.y;
}

}  // namespace ancrage::viewer

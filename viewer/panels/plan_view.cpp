// SPDX-License-Identifier: Apache-2.0
// Where the next doctors would do most good: what is asked for, the frontier of what each number can bring, and the
// places of the plan in the order to fill them, on the map step by step.
#include "ancrage/base/plural_message.hpp"
#include "viewer/panels/controls.hpp"
#include "viewer/panels/plan_chart.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/panels/writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::viewer {
namespace {

using access::PeopleGroup;
using planning::PlanFigures;
using planning::PlanObjective;
using planning::PractitionerPlan;

constexpr double chart_units = 156;
constexpr double row_units = 25;
constexpr std::size_t most_at_place = 5;  // above: as many as wanted
constexpr std::size_t most_communes = 6;

Message objective_words(PlanObjective objective) {
  switch (objective) {
    case PlanObjective::priority:
      return message("Most inhabitants of a QPV or a ZIP commune lifted over 2.5 consultations a year");
    case PlanObjective::mean_time:
      return message("The least mean time by car to the nearest GP");
    case PlanObjective::lifted:
      break;
  }
  return message("Most inhabitants lifted over 2.5 consultations a year");
}

class PlanWriter {
 public:
  PlanWriter(const PanelContext& context, const Rectangle& where)
      : context_(context), writer_(context, Region::main, where) {}

  Actions write() {
    writer_.title(context_.text(message("The next doctors")));
    inputs();
    effort();
    if (board().result) {
      writer_.rule();
      result();
    }
    writer_.end();
    return std::move(actions_);
  }

 private:
  const PlanBoard& board() const { return context_.state.planner; }
  const PlanInputs& wanted() const { return context_.state.interview.plan; }
  const PractitionerPlan& plan() const { return board().result->plan; }
  std::string text(const Message& words) const { return context_.text(words); }
  std::string number(double value, int decimals = 0) const { return context_.language().number(value, decimals); }

  void inputs() {
    PlanInputs next = wanted();
    constexpr double span = most_planned - 1;
    const SliderUse doctors =
        writer_.slider("plan doctors", text(message("Number of GPs who come")), std::to_string(next.doctors),
                       static_cast<double>(next.doctors - 1) / span, theme::accent);
    const int steps = static_cast<int>(next.doctors) + doctors.steps;
    next.doctors = static_cast<std::size_t>(std::clamp<int>(steps, 1, most_planned));
    if (doctors.share) next.doctors = 1 + static_cast<std::size_t>(std::lround(*doctors.share * span));
    writer_.skip(4);
    constexpr std::array objectives{PlanObjective::lifted, PlanObjective::priority, PlanObjective::mean_time};
    const std::array labels{message("All"), message("Priority"), message("Minutes")};
    constexpr std::array ids{"plan lifted", "plan priority", "plan minutes"};
    std::vector<PanelWriter::Pill> pills;
    for (std::size_t i = 0; i < objectives.size(); ++i) {
      pills.push_back({ids[i], text(labels[i]), next.objective == objectives[i]});
    }
    if (const auto pressed = writer_.pills(pills)) next.objective = objectives[*pressed];
    writer_.paragraph(text(objective_words(next.objective)));
    if (next.objective != PlanObjective::mean_time) most_per_place(next);
    if (next != wanted()) actions_.emplace_back(SetPlanInputs{next, doctors.share.has_value()});
    if (doctors.released) actions_.emplace_back(EndGesture{});
  }

  void most_per_place(PlanInputs& next) {
    const std::size_t most = next.most_per_place.value_or(most_at_place + 1);
    const std::string value = next.most_per_place ? std::to_string(most) : text(message("no limit"));
    const int by = writer_.stepper("plan most", text(message("Per place at most")), value);
    if (by == 0) return;
    const auto moved = std::clamp<int>(static_cast<int>(most) + by, 1, most_at_place + 1);
    next.most_per_place =
        moved > static_cast<int>(most_at_place) ? std::nullopt : std::optional(static_cast<std::size_t>(moved));
  }

  void effort() {
    const double seconds = board().seconds;
    const Message words = seconds < 60 ? message("{0} s", DecimalArgument{seconds, 0})
                                       : message("{0} min", DecimalArgument{seconds / 60, 0});
    if (const int by = writer_.stepper("plan effort", text(message("Search at most")), text(words))) {
      const auto at = std::find(plan_efforts.begin(), plan_efforts.end(), seconds) - plan_efforts.begin();
      const auto next = std::clamp<std::ptrdiff_t>(at + by, 0, std::ssize(plan_efforts) - 1);
      actions_.emplace_back(SetPlanEffort{plan_efforts[static_cast<std::size_t>(next)]});
    }
    if (board().asked) {
      under_way();
    } else if (writer_.pills({{"plan compute", text(message("Compute")), true}})) {
      actions_.emplace_back(ComputePlan{});
    }
    if (!context_.state.interview.changes.empty()) {
      writer_.paragraph(text(message("On the territory as it is, without the scenario.")));
    }
  }

  void under_way() {
    const std::string doing = board().doing.empty() ? text(message("Computing…")) : text(board().doing);
    writer_.paragraph(doing);
    draw_bar(writer_.list(), {writer_.left(), writer_.y()}, {writer_.width(), context_.px(8)}, board().share,
             theme::accent);
    writer_.skip(14);
    if (writer_.button("plan cancel", text(message("Cancel")))) actions_.emplace_back(CancelPlan{});
  }

  void result() {
    const PlanInputs& inputs = board().result->request.inputs;
    if (inputs != wanted()) {
      writer_.paragraph(text(plural_message("Computed for the earlier choices: {0} GP.",
                                            "Computed for the earlier choices: {0} GPs.", inputs.doctors)),
                        hex(0xB4470F));
    }
    frontier();
    steps();
    figures();
    places();
    communes();
    basis();
  }

  Message axis_words() const {
    switch (plan().objective) {
      case PlanObjective::priority:
        return message("priority inhabitants lifted");
      case PlanObjective::mean_time:
        return message("minutes, estimated");
      case PlanObjective::lifted:
        break;
    }
    return message("inhabitants lifted over 2.5");
  }

  void frontier() {
    writer_.heading(message("By number of GPs"), text(axis_words()));
    const Rectangle where{writer_.left(), writer_.y(), writer_.width(), context_.px(chart_units)};
    if (const auto pressed = draw_plan_chart(context_, writer_.list(), where)) {
      actions_.emplace_back(ShowPlanStep{*pressed});
    }
    writer_.skip(chart_units + 6);
    writer_.skip_pixels(
        draw_plan_chart_legend(context_, writer_.list(), {writer_.left(), writer_.y()}, writer_.width()));
    writer_.skip(2);
    proof();
  }

  void proof() {
    const auto& frontier = plan().frontier;
    const auto open = static_cast<std::size_t>(
        std::count_if(frontier.begin(), frontier.end(), [](const auto& step) { return !step.proven; }));
    if (open == 0) {
      writer_.paragraph(text(message("For every number the optimum is proven.")));
      return;
    }
    writer_.paragraph(
        text(message("The optimum is proven for {0} numbers of {1}; of {2} GPs no plan does more than "
                     "{3} % better.",
                     frontier.size() - open, frontier.size(), plan().order.size(),
                     DecimalArgument{100 * plan().gap(frontier.back()), 1})));
  }

  void steps() {
    const std::size_t count = plan().order.size();
    const double span = static_cast<double>(count) - 1;
    writer_.skip(2);
    const SliderUse use =
        writer_.slider("plan step", text(message("Step by step")), text(message("{0} of {1}", board().step, count)),
                       span > 0 ? static_cast<double>(board().step - 1) / span : 1.0, theme::ink);
    auto step = std::clamp<int>(static_cast<int>(board().step) + use.steps, 1, static_cast<int>(count));
    if (use.share) step = 1 + static_cast<int>(std::lround(*use.share * span));
    if (static_cast<std::size_t>(step) != board().step) {
      actions_.emplace_back(ShowPlanStep{static_cast<std::size_t>(step)});
    }
    const WhatIfMap map = board().map;
    if (const auto pressed =
            writer_.pills({{"plan map access", text(message("Access")), map == WhatIfMap::access},
                           {"plan map difference", text(message("Change")), map == WhatIfMap::difference}})) {
      actions_.emplace_back(ShowPlanMap{*pressed == 0 ? WhatIfMap::access : WhatIfMap::difference});
    }
  }

  void figures() {
    const PlanFigures& now = plan().filled[board().step - 1];
    writer_.skip(4);
    writer_.heading(plural_message("With {0} GP more", "With {0} GPs more", board().step));
    writer_.fact(text(message("lifted over {0} consultations a year", DecimalArgument{2.5, 1})), number(now.lifted),
                 true);
    writer_.fact(text(message("of them in a QPV or a ZIP commune")), number(now.priority_lifted));
    writer_.fact(text(message("still under {0}", DecimalArgument{2.5, 1})), number(plan().people_under - now.lifted));
    writer_.fact(text(message("mean minutes to the nearest GP, estimated")),
                 number(plan().today.mean_minutes, 2) + " → " + number(now.mean_minutes, 2));
    const double losing = board().effect->change().group(PeopleGroup::all).losing;
    if (losing >= 0.5) writer_.fact(text(message("lose access")), number(losing));
    if (writer_.button("plan to scenario", text(message("Try these in “What if…”")))) {
      actions_.emplace_back(PlanToScenario{});
    }
  }

  // The text twin of the map's numbers: each row shows its step.
  void places() {
    writer_.skip(4);
    const bool minutes = plan().objective == PlanObjective::mean_time;
    writer_.heading(message("Places in the order to fill them"),
                    text(minutes ? message("mean minutes by then") : message("lifted by then")));
    const auto& territory = context_.model.territory();
    for (std::size_t k = 0; k < plan().order.size(); ++k) {
      const std::uint32_t site = plan().order[k];
      const float height = context_.px(row_units);
      const ImVec2 at{writer_.left() - context_.px(4), writer_.y()};
      const ControlUse use = context_.controls.use(context_, Region::main, "plan row " + std::to_string(k + 1), at,
                                                   {writer_.width() + context_.px(8), height});
      if (use.clicked) {
        actions_.emplace_back(ShowPlanStep{k + 1});
        actions_.emplace_back(SelectFeature{context_.model.feature_of_site(site), true});
      }
      row(k, territory.sites.name[site], use.hovered);
    }
    writer_.skip(2);
    if (writer_.button("plan table", text(message("Take the places away (CSV)")))) {
      actions_.emplace_back(AskFor{TakeAway::What::plan});
    }
    if (writer_.button("plan words", text(message("Take the plan away in words (text)")))) {
      actions_.emplace_back(AskFor{TakeAway::What::plan_words});
    }
  }

  void row(std::size_t k, const std::string& name, bool hovered) {
    const bool shown = k < board().step;
    const float height = context_.px(row_units);
    const float y = writer_.y();
    ImDrawList& list = writer_.list();
    if (hovered || k + 1 == board().step) {
      list.AddRectFilled({writer_.left() - context_.px(4), y}, {writer_.right() + context_.px(4), y + height},
                         packed(hovered ? theme::hovered : theme::marked), context_.px(6));
    }
    const Color color = shown ? theme::ink : theme::secondary;
    const ImFont* font = context_.fonts.text;
    const float line = y + (height - font->FontSize) / 2;
    draw_text_right(list, shown ? context_.fonts.bold : font, {writer_.left() + context_.px(18), line}, color,
                    std::to_string(k + 1));
    const bool minutes = plan().objective == PlanObjective::mean_time;
    const std::string value = number(plan().objective_of(plan().filled[k]), minutes ? 2 : 0);
    const float room = writer_.width() - context_.px(30) - text_width(font, value) - context_.px(10);
    draw_fitted(list, font, {writer_.left() + context_.px(30), line}, color, fitted_text(context_, font, name, room));
    draw_text_right(list, font, {writer_.right(), line}, color, value);
    writer_.skip(row_units);
  }

  void communes() {
    const auto& territory = context_.model.territory();
    const access::AccessChange& change = board().effect->change();
    const PlanCommunes communes = plan_communes(territory, change);
    const auto list = [&](const Message& heading, const std::vector<std::size_t>& which) {
      writer_.skip(4);
      writer_.heading(heading, which.empty() ? text(message("none")) : number(static_cast<double>(which.size())));
      for (std::size_t i = 0; i < std::min(which.size(), most_communes); ++i) {
        const auto& commune = change.communes[which[i]];
        writer_.fact(territory.communes.name[which[i]], context_.language().number(commune.before, 2) + " → " +
                                                            context_.language().number(commune.after, 2));
      }
      if (which.size() > most_communes) {
        writer_.paragraph(
            text(plural_message("and {0} more commune", "and {0} more communes", which.size() - most_communes)));
      }
    };
    list(message("Communes that stay under 2.5"), communes.behind);
    list(message("Communes lifted over 2.5"), communes.lifted);
  }

  void basis() {
    writer_.rule();
    writer_.paragraph(text(context_.model.travel().statement()));
    writer_.paragraph(text(message("Each GP who comes offers {0} consultations a year; those of today stay.",
                                   DecimalArgument{context_.model.territory().access.acts, 0})));
  }

  const PanelContext& context_;
  PanelWriter writer_;
  Actions actions_;
};

}  // namespace

Actions draw_plan_view(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  if (where.empty()) return {};
  begin_panel("##plan", where, clear);
  begin_scroll(context, "plan", where);
  Actions actions = PlanWriter(context, where).write();
  end_scroll();
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
#include "viewer/actions/what_if_actions.hpp"

#include "ancrage/access/live_what_if.hpp"
#include "ancrage/base/plural_message.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ancrage::viewer {
namespace {

using access::Change;
using access::ChangeKind;

constexpr std::uint64_t retirement_gesture = 2'000'000;
constexpr std::size_t most_changes = 200;

Interview with_changes(const State& state, std::vector<Change> changes) {
  access::Scenario scenario;
  scenario.changes = std::move(changes);
  access::settle(scenario);
  Interview changed = state.interview;
  changed.changes = std::move(scenario.changes);
  return changed;
}

// Without the one that is in hand.
std::vector<Change> lying_changes(const State& state) {
  std::vector<Change> changes = state.interview.changes;
  if (!state.workbench.lifted) return changes;
  const auto found = std::find(changes.begin(), changes.end(), *state.workbench.lifted);
  if (found != changes.end()) changes.erase(found);
  return changes;
}

Message added_text(const Change& change) {
  switch (change.kind) {
    case ChangeKind::add:
      return message("a doctor who comes");
    case ChangeKind::remove:
      return message("a doctor who leaves");
    case ChangeKind::open:
      return message("a pole that opens");
    case ChangeKind::close:
      return message("a pole that closes");
    case ChangeKind::retire:
      return message("retirements");
    case ChangeKind::move:
      return message("a doctor who moves");
  }
  return {};
}

// The one that is taken up, or one as the tool makes them, without its place.
std::optional<Change> change_in_hand(const Workbench& bench) {
  if (bench.lifted) return bench.lifted;
  switch (bench.tool) {
    case Tool::none:
      return std::nullopt;
    case Tool::add:
      return Change{.kind = ChangeKind::add, .gps = bench.gps};
    case Tool::remove:
      return Change{.kind = ChangeKind::remove, .gps = bench.gps};
    case Tool::open:
      return Change{.kind = ChangeKind::open, .gps = bench.gps};
    case Tool::close:
      return Change{.kind = ChangeKind::close, .gps = bench.gps};
  }
  return std::nullopt;
}

}  // namespace

const Change* retirement_of(const Interview& interview) {
  const auto found = std::find_if(interview.changes.begin(), interview.changes.end(),
                                  [](const Change& change) { return change.kind == ChangeKind::retire; });
  return found == interview.changes.end() ? nullptr : &*found;
}

Message change_text(const Change& change, const std::string& place) {
  const auto gps = static_cast<int>(std::lround(change.gps.value_or(1.0)));
  const auto pole_gps = static_cast<int>(std::lround(change.gps.value_or(access::usual_pole_gps)));
  switch (change.kind) {
    case ChangeKind::add:
      return plural_message("+{0} GP · {1}", "+{0} GPs · {1}", gps, place);
    case ChangeKind::remove:
      return plural_message("−{0} GP · {1}", "−{0} GPs · {1}", gps, place);
    case ChangeKind::open:
      return message("Pole opens, +{0} GPs · {1}", pole_gps, place);
    case ChangeKind::close:
      return message("Pole closes, −{0} GPs · {1}", pole_gps, place);
    case ChangeKind::retire:
      return message("GPs of {0} have left by {1}", DecimalArgument{change.age, 0}, std::to_string(change.year));
    case ChangeKind::move:
      return message("{0} GP moves from {1}", gps, place);
  }
  return {};
}

std::optional<Change> change_at(const State& state, const Model& model, Feature feature, geometry::Point ground) {
  const auto& territory = model.territory();
  const std::optional<Change> wanted = change_in_hand(state.workbench);
  if (!wanted) return std::nullopt;
  Change change = *wanted;
  switch (change.kind) {
    case ChangeKind::retire:
    case ChangeKind::move:
      return std::nullopt;
    case ChangeKind::remove: {
      const auto commune = model.commune_of(feature);
      if (!commune) return std::nullopt;
      change.place = territory.communes.code[*commune];
      return change;
    }
    case ChangeKind::close:
      if (feature.kind != Feature::Kind::pole) return std::nullopt;
      change.place = territory.health_poles.id[feature.index];
      return change;
    case ChangeKind::add:
    case ChangeKind::open:
      change.place.clear();
      if (feature.kind == Feature::Kind::site) change.place = territory.sites.id[feature.index];
      if (feature.kind == Feature::Kind::pole) change.place = territory.health_poles.id[feature.index];
      if (change.place.empty()) change.place = model.access().row_id[access::nearest_row(model.access(), ground)];
      return change;
  }
  return std::nullopt;
}

bool can_be_lifted(const Change& change) {
  return change.kind != ChangeKind::retire && change.kind != ChangeKind::move;
}

void act(const ChooseTool& action, const ActionContext& context) {
  State& state = context.state;
  const bool down = state.workbench.tool == action.tool;
  state.workbench.tool = down ? Tool::none : action.tool;
  const bool pole = action.tool == Tool::open || action.tool == Tool::close;
  if (!down) state.workbench.gps = pole ? access::usual_pole_gps : 1.0;
  act(TryChange{}, context);
}

void act(const SetToolGps& action, const ActionContext& context) {
  context.state.workbench.gps = std::clamp(action.gps, 1.0, most_tool_gps);
}

void act(const ShowWhatIfMap& action, const ActionContext& context) {
  context.state.workbench.map = action.map;
  context.state.legend = {};
}

void act(const TryChange& action, const ActionContext& context) {
  State& state = context.state;
  if (action.change == state.workbench.trial) return;
  state.workbench.trial = action.change;
  if (state.what_if.ready()) state.what_if.follow(context.model, lying_changes(state), state.workbench.trial);
}

void act(const AddChange& action, const ActionContext& context) {
  State& state = context.state;
  std::vector<Change> changes = state.interview.changes;
  if (changes.size() >= most_changes) return;
  changes.push_back(action.change);
  state.workbench.trial.reset();
  decide(context, with_changes(state, std::move(changes)), added_text(action.change));
}

void act(const LiftChange& action, const ActionContext& context) {
  State& state = context.state;
  const auto& changes = state.interview.changes;
  if (action.index >= changes.size() || !can_be_lifted(changes[action.index])) return;
  state.workbench.lifted = changes[action.index];
  act(TryChange{state.workbench.lifted}, context);
}

void act(const DropChange&, const ActionContext& context) {
  State& state = context.state;
  if (!state.workbench.lifted) return;
  std::vector<Change> changes = lying_changes(state);
  const std::optional<Change> to = state.workbench.trial;
  const bool moves = to && to != state.workbench.lifted && !state.what_if.trial_fault();
  state.workbench.lifted.reset();
  state.workbench.trial.reset();
  if (moves) {
    changes.push_back(*to);
    decide(context, with_changes(state, std::move(changes)), message("a change of the scenario that moves"));
  } else if (state.what_if.ready()) {
    state.what_if.follow(context.model, state.interview.changes, std::nullopt);
  }
}

void act(const RemoveChange& action, const ActionContext& context) {
  std::vector<Change> changes = context.state.interview.changes;
  if (action.index >= changes.size()) return;
  changes.erase(changes.begin() + static_cast<std::ptrdiff_t>(action.index));
  decide(context, with_changes(context.state, std::move(changes)), message("a change of the scenario that goes"));
}

void act(const SetRetirement& action, const ActionContext& context) {
  State& state = context.state;
  const int counted = context.model.territory().access.practitioners_year;
  state.workbench.retirement_age = std::clamp<double>(action.age, retirement_ages.front(), retirement_ages.back());
  std::vector<Change> changes = state.interview.changes;
  std::erase_if(changes, [](const Change& change) { return change.kind == ChangeKind::retire; });
  if (counted != 0 && action.year > counted) {
    changes.push_back({.kind = ChangeKind::retire,
                       .age = state.workbench.retirement_age,
                       .year = std::min(action.year, std::max(last_retirement_year, counted))});
  }
  decide(context, with_changes(state, std::move(changes)), message("retirements"),
         action.dragged ? retirement_gesture : 0);
}

void act(const ClearScenario&, const ActionContext& context) {
  decide(context, with_changes(context.state, {}), message("an empty scenario"));
}

void act(const CountScenario& action, const ActionContext& context) {
  Interview changed = context.state.interview;
  changed.scenario_counts = action.counts;
  decide(context, std::move(changed), message("the scenario in the ranking"));
}

void act(const UseScenario& action, const ActionContext& context) {
  State& state = context.state;
  if (action.changes != counted_changes(state.interview)) return;
  state.results.rest_on(context.model, action.values, action.changes, state.interview);
  if (state.selected) follow_in_list(context, state.selected);
}

}  // namespace ancrage::viewer

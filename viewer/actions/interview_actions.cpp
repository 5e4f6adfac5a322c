// SPDX-License-Identifier: Apache-2.0
#include "viewer/actions/interview_actions.hpp"

#include "ancrage/assessment/apply_profile.hpp"
#include "ancrage/base/error.hpp"
#include "viewer/weights.hpp"

#include <algorithm>
#include <span>

namespace ancrage::viewer {
namespace {

// Gestures by what they change: weights from 1, notes from there on.
constexpr std::uint64_t note_gestures = 1'000'000;
constexpr std::uint64_t wish_gestures = 3'000'000;

std::span<const double> weights_of(const Interview& interview, std::pair<std::size_t, std::size_t> columns) {
  return std::span(interview.weights).subspan(columns.first, columns.second - columns.first);
}

// Only where something asks for it: the first time takes a full run.
void follow_scenario(const ActionContext& context, const Interview& interview) {
  State& state = context.state;
  const bool shown = state.view == View::what_if || !interview.changes.empty();
  const bool other = state.what_if.ready() && state.what_if.changes() != interview.changes;
  if (state.workbench.lifted) {  // what was in hand may be no more
    state.workbench.lifted.reset();
    state.workbench.trial.reset();
  }
  if (other || (shown && !state.what_if.ready())) {
    state.what_if.follow(context.model, interview.changes, state.workbench.trial);
  }
  // What a scenario makes of the ranking comes from the background; without one it is there.
  if (counted_changes(interview).empty() && !state.results.changes().empty()) {
    state.results.rest_on(context.model, nullptr, {}, interview);
  }
}

void say(const ActionContext& context, const Message& pattern) {
  const std::string text = context.model.language().text(pattern);
  context.state.notices.push_back({text, false, context.now});
}

}  // namespace

void decide(const ActionContext& context, Interview changed, Message what, std::uint64_t gesture) {
  State& state = context.state;
  if (changed == state.interview) return;
  follow_scenario(context, changed);
  state.results.follow(context.model, changed);
  state.history.record(state.interview, std::move(what), gesture);
  state.interview = std::move(changed);
  if (state.selected) follow_in_list(context, state.selected);
}

std::vector<int> shown_weights(const Model& model, const Interview& interview) {
  std::vector<int> result;
  for (const auto score : {assessment::Score::need, assessment::Score::attractiveness}) {
    const auto part = whole_percentages(weights_of(interview, model.columns_of(score)));
    result.insert(result.end(), part.begin(), part.end());
  }
  return result;
}

void act(const SetWeight& action, const ActionContext& context) {
  const auto& criteria = context.model.assessment().criteria;
  if (action.criterion >= criteria.size()) return;
  const auto columns = context.model.columns_of(criteria[action.criterion].score);
  const std::uint64_t gesture = action.dragged ? 1 + action.criterion : 0;
  const Interview* base = context.state.history.gesture_base(gesture);
  if (base == nullptr) base = &context.state.interview;
  Interview changed = context.state.interview;
  const auto shared = with_weight(weights_of(*base, columns), action.criterion - columns.first, action.percent);
  std::copy(shared.begin(), shared.end(), changed.weights.begin() + static_cast<std::ptrdiff_t>(columns.first));
  const std::string label = context.model.language().text(criteria[action.criterion].label);
  decide(context, std::move(changed), message("weight of “{0}”", label), gesture);
}

void act(const EndGesture&, const ActionContext& context) { context.state.history.end_gesture(); }

void act(const ResetWeights& action, const ActionContext& context) {
  const auto [first, last] = context.model.columns_of(action.score);
  Interview changed = context.state.interview;
  for (std::size_t k = first; k < last; ++k) changed.weights[k] = context.model.assessment().criteria[k].weight;
  decide(context, std::move(changed), message("weights of the territory"));
}

void act(const UseProfile& action, const ActionContext& context) {
  const assessment::Profile profile = assessment::read_profile(action.path);
  Interview changed = context.state.interview;
  changed.weights = assessment::profile_weights(context.model.assessment(), context.model.territory(), profile);
  changed.profile = profile.name;
  changed.wishes.clear();
  for (const auto& limit : profile.limits) {
    changed.wishes.push_back({limit.kind, limit.place, limit.lon_lat, limit.minutes, limit.zac});
  }
  decide(context, std::move(changed), message("profile “{0}”", profile.name));
}

void act(const SetWish& action, const ActionContext& context) {
  Interview changed = context.state.interview;
  // One town to drive to and one of the partner: another place takes the room of the first.
  const auto same = [&](const Wish& wish) { return wish.kind == action.wish.kind; };
  const auto found = std::find_if(changed.wishes.begin(), changed.wishes.end(), same);
  if (!action.kept) {
    std::erase_if(changed.wishes, same);
    if (action.wish.kind == assessment::LimitKind::partner) context.state.partner_place = action.wish.place;
  } else if (found != changed.wishes.end()) {
    *found = action.wish;
  } else {
    changed.wishes.push_back(action.wish);
  }
  const auto gesture = wish_gestures + static_cast<std::uint64_t>(action.wish.kind);
  decide(context, std::move(changed), message("limits"), action.dragged ? gesture : 0);
}

void act(const NameDrivePlace& action, const ActionContext& context) {
  context.state.drive_place = action.place;
  const auto& wishes = context.state.interview.wishes;
  const auto found = std::find_if(wishes.begin(), wishes.end(),
                                  [](const Wish& wish) { return wish.kind == assessment::LimitKind::within; });
  if (found == wishes.end() || action.place.empty()) return;
  Wish there = *found;
  there.place = action.place;
  there.lon_lat.reset();
  try {
    act(SetWish{there, true, true}, context);
  } catch (const Error&) {
    // Not a place yet: the limit stays as it was.
  }
}

void act(const NamePartnerPlace& action, const ActionContext& context) { context.state.partner_place = action.place; }

void act(const ToggleCompared& action, const ActionContext& context) {
  const auto& sites = context.model.territory().sites;
  if (action.site >= sites.size()) return;
  Interview changed = context.state.interview;
  auto& compared = changed.compared;
  const auto found = std::find(compared.begin(), compared.end(), action.site);
  if (found != compared.end()) {
    compared.erase(found);
  } else {
    if (compared.size() == most_compared) compared.erase(compared.begin());
    compared.push_back(action.site);
  }
  decide(context, std::move(changed), message("comparison with {0}", sites.name[action.site]));
}

void act(const SetNote& action, const ActionContext& context) {
  const auto& sites = context.model.territory().sites;
  if (action.site >= sites.size()) return;
  Interview changed = context.state.interview;
  if (action.text.empty()) {
    changed.notes.erase(sites.id[action.site]);
  } else {
    changed.notes[sites.id[action.site]] = action.text;
  }
  decide(context, std::move(changed), message("note on {0}", sites.name[action.site]), note_gestures + action.site);
}

void follow_interview(const ActionContext& context) {
  State& state = context.state;
  follow_scenario(context, state.interview);
  state.results.follow(context.model, state.interview);
  if (state.selected) follow_in_list(context, state.selected);
}

void act(const Undo&, const ActionContext& context) {
  State& state = context.state;
  if (!state.history.can_undo()) return;
  const std::string what = context.model.language().text(state.history.undo_label());
  state.history.undo(state.interview);
  follow_interview(context);
  say(context, message("Taken back: {0}", what));
}

void act(const Redo&, const ActionContext& context) {
  State& state = context.state;
  if (!state.history.can_redo()) return;
  const std::string what = context.model.language().text(state.history.redo_label());
  state.history.redo(state.interview);
  follow_interview(context);
  say(context, message("Done again: {0}", what));
}

}  // namespace ancrage::viewer

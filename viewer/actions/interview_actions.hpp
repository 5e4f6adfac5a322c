// SPDX-License-Identifier: Apache-2.0
// Deciding: weights, sites to compare, notes; and taking decisions back.
#pragma once

#include "viewer/actions/context.hpp"

#include <optional>

namespace ancrage::viewer {

// The other weights of its score share the rest. While a slider is dragged, they share it in the proportions that they
// had when the drag began.
struct SetWeight {
  std::size_t criterion;  // column
  int percent;
  bool dragged = false;
};
// A slider was let go.
struct EndGesture {};
// Back to the territory's own weights of a score.
struct ResetWeights {
  assessment::Score score;
};
// Weights and limits of a profile file, in place of those that there are.
struct UseProfile {
  std::string path;
};
// In place of the limit of the same kind.
struct SetWish {
  Wish wish;
  bool kept = true;  // false: the limit goes
  bool dragged = false;
};
// What is typed; a limit only once it has minutes. One that there is goes there as soon as it is a place.
struct NameDrivePlace {
  std::string place;
};
struct NamePartnerPlace {
  std::string place;
};
// Puts a site beside the others, or takes it away; the first gives way to a fifth.
struct ToggleCompared {
  std::size_t site;
};
struct SetNote {
  std::size_t site;
  std::string text;
};
struct Undo {};
struct Redo {};

void act(const SetWeight& action, const ActionContext& context);
void act(const EndGesture& action, const ActionContext& context);
void act(const ResetWeights& action, const ActionContext& context);
void act(const UseProfile& action, const ActionContext& context);
void act(const SetWish& action, const ActionContext& context);
void act(const NameDrivePlace& action, const ActionContext& context);
void act(const NamePartnerPlace& action, const ActionContext& context);
void act(const ToggleCompared& action, const ActionContext& context);
void act(const SetNote& action, const ActionContext& context);
void act(const Undo& action, const ActionContext& context);
void act(const Redo& action, const ActionContext& context);

// Weights of the criteria as the profile shows and the engine takes them: whole percentages, per score.
std::vector<int> shown_weights(const Model& model, const Interview& interview);

}  // namespace ancrage::viewer

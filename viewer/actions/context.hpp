// SPDX-License-Identifier: Apache-2.0
// What every action is carried out on. One header a group of actions: the structs, and an overload of act() for each.
#pragma once

#include "viewer/state.hpp"

#include <cstdint>

namespace ancrage::viewer {

struct ActionContext {
  State& state;
  const Model& model;
  const Layout& layout;  // of the frame in which the action was made
  double now = 0.0;      // seconds
};

// Makes `changed` the interview, and the results follow; remembers what it was for undo under the name `what`. Changes
// of one gesture (a slider that is dragged) are one step. Nothing happens when nothing has changed. Throws what the
// results throw, and then nothing has changed.
void decide(const ActionContext& context, Interview changed, Message what, std::uint64_t gesture = 0);

// What rests on the interview follows it, after it was exchanged as a whole.
void follow_interview(const ActionContext& context);

// Puts the cursor of the ranking on the row of a feature.
void follow_in_list(const ActionContext& context, Feature feature);

}  // namespace ancrage::viewer

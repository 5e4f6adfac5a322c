// SPDX-License-Identifier: Apache-2.0
// Files: the menu of what is taken away, interviews that are saved, opened and begun anew; and how the viewer is liked.
#pragma once

#include "viewer/actions/context.hpp"

#include <string>

namespace ancrage::viewer {

// Looks for interviews in the folder, proposes a free name for the next one.
struct ShowMenu {
  bool shown;
};
struct NameInterview {
  std::string name;
};
// Written in the background; the path is made of the folder and the name in the menu, or of what is selected.
struct AskFor {
  TakeAway::What what;
};
// What has come from the background: it was written, or could not be.
struct TakenAway {
  std::uint64_t number;
};
// In the place of the one under way, which can be taken back. Tells what has changed in the data since.
struct OpenInterview {
  std::string path;
};
struct NewInterview {};
struct ChangeSettings {
  Settings settings;
};

void act(const ShowMenu& action, const ActionContext& context);
void act(const NameInterview& action, const ActionContext& context);
void act(const AskFor& action, const ActionContext& context);
void act(const TakenAway& action, const ActionContext& context);
void act(const OpenInterview& action, const ActionContext& context);
void act(const NewInterview& action, const ActionContext& context);
void act(const ChangeSettings& action, const ActionContext& context);

// What the sheet is about: the compared sites where they are looked at, else the selected one, else the compared ones.
std::vector<std::size_t> sites_to_take(const State& state, const Model& model);
// Where such a file goes.
std::string take_away_path(const State& state, const Model& model, TakeAway::What what);

}  // namespace ancrage::viewer

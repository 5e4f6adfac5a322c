// SPDX-License-Identifier: Apache-2.0
// Everything a user can do, and the one place where it is done.
#pragma once

#include "viewer/actions/file_actions.hpp"
#include "viewer/actions/interview_actions.hpp"
#include "viewer/actions/view_actions.hpp"
#include "viewer/actions/what_if_actions.hpp"

#include <variant>
#include <vector>

namespace ancrage::viewer {

using Action = std::variant<
    // view_actions.hpp
    SelectFeature, ToggleSecond, AddIsochrone, HoverFeature, ShowView, ShowLeft, ColorBy, SortBy, WeighScore, ToggleLayer, MoveCamera, FitTerritory,
    ShowComparePage, MoveBoard, SetFocus, FocusControl, MoveListCursor, SetSearch, MoveSearchCursor, ScrollCard, ShowHelp, ShowPanels, Notify,
    CloseNotice,
    // interview_actions.hpp
    SetWeight, EndGesture, ResetWeights, ToggleCompared, SetNote, Undo, Redo,
    // what_if_actions.hpp
    ChooseTool, SetToolGps, ShowWhatIfMap, TryChange, AddChange, RemoveChange, SetRetirement, ClearScenario,
    CountScenario, UseScenario,
    // file_actions.hpp
    ShowMenu, NameInterview, AskFor, TakenAway, OpenInterview, NewInterview, ChangeSettings>;
using Actions = std::vector<Action>;

inline void append(Actions& to, const Actions& from) { to.insert(to.end(), from.begin(), from.end()); }

// `now` in seconds; `layout` of the frame in which the action was made. A fault of the engine becomes a notice; the
// state is then as before.
void apply(const Action& action, State& state, const Model& model, const Layout& layout, double now);

}  // namespace ancrage::viewer

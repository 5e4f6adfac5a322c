// SPDX-License-Identifier: Apache-2.0
// The scenario of an interview: practitioners who come and leave, poles that open and close, years that pass. Its
// changes are decisions; what is tried out and which map shows it are not.
#pragma once

#include "viewer/actions/context.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace ancrage::viewer {

// What a click on the map does; the same again puts it down.
struct ChooseTool {
  Tool tool;
};
// How many practitioners the next change brings or takes, 1 to most_tool_gps.
struct SetToolGps {
  double gps;
};
struct ShowWhatIfMap {
  WhatIfMap map;
};
// The mouse points somewhere: the effect of a click there is shown.
struct TryChange {
  std::optional<access::Change> change;
};
struct AddChange {
  access::Change change;
};
// The mouse takes a change up, of which the trial is where it would go; then it lays it there, or back where it cannot
// go.
struct LiftChange {
  std::size_t index;
};
struct DropChange {};
struct RemoveChange {
  std::size_t index;
};
// Everybody of that age leaves by that year and nobody comes; the year that ages are of: nobody leaves.
struct SetRetirement {
  double age;
  int year;
  bool dragged = false;
};
struct ClearScenario {};
// Ranking and maps are those of the scenario, or of the territory as it is.
struct CountScenario {
  bool counts;
};
// What has come from the background: the criteria's values under these changes.
struct UseScenario {
  std::vector<access::Change> changes;
  std::shared_ptr<const assessment::Assessment> values;
};

void act(const ChooseTool& action, const ActionContext& context);
void act(const SetToolGps& action, const ActionContext& context);
void act(const ShowWhatIfMap& action, const ActionContext& context);
void act(const TryChange& action, const ActionContext& context);
void act(const AddChange& action, const ActionContext& context);
void act(const LiftChange& action, const ActionContext& context);
void act(const DropChange& action, const ActionContext& context);
void act(const RemoveChange& action, const ActionContext& context);
void act(const SetRetirement& action, const ActionContext& context);
void act(const ClearScenario& action, const ActionContext& context);
void act(const CountScenario& action, const ActionContext& context);
void act(const UseScenario& action, const ActionContext& context);

inline constexpr double most_tool_gps = 9.0;
inline constexpr int last_retirement_year = 2036;
inline constexpr std::array retirement_ages{60, 72};

// The retirement of a scenario, where it has one.
const access::Change* retirement_of(const Interview& interview);
// What the change in hand or the chosen tool would do at a feature, or at a point of the ground where it points at
// nothing; nothing where it can do nothing.
std::optional<access::Change> change_at(const State& state, const Model& model, Feature feature,
                                        geometry::Point ground);
// Retirements have no place of theirs.
bool can_be_lifted(const access::Change& change);
// "1 doctor more in Génolhac": one line of a list.
Message change_text(const access::Change& change, const std::string& place);

}  // namespace ancrage::viewer

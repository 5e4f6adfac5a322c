// SPDX-License-Identifier: Apache-2.0
// One score of an assessment as the methods of decision/ read it: sites in rows, the criteria of that score in columns,
// in the order of the assessment. What robustness, stability and the other rankings of a territory stand on.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/decision/decision_table.hpp"
#include "ancrage/decision/value_function.hpp"

#include <vector>

namespace ancrage::assessment {

// The value functions of its criteria.
std::vector<decision::ValueFunction> value_functions(const Assessment& assessment, Score which);

// Utilities as the score uses them: to be maximised, 0..1.
decision::DecisionTable utility_table(const territory::Territory& territory, const Assessment& assessment, Score which);
// Of the sites that meet all limits.
decision::DecisionTable utility_table_in(const territory::Territory& territory, const Assessment& assessment,
                                         Score which);

// Raw values within the ends of their value functions, which are the bounds: outside them the function is constant, and
// so is what the other methods see. A criterion is to be minimised when its value function falls from end to end. Where
// it rises and falls between its ends, raw values have no direction and the utilities stand in.
decision::DecisionTable decision_table(const territory::Territory& territory, const Assessment& assessment,
                                       Score which);

}  // namespace ancrage::assessment

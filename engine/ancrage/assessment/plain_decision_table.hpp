// SPDX-License-Identifier: Apache-2.0
// A decision table as comma-separated text with a header: the first column holds the ids of the alternatives, whatever
// it is called, each other one a criterion. Empty cells are missing values, NS withheld ones.
#pragma once

#include "ancrage/decision/decision_table.hpp"
#include "ancrage/io/raw_text.hpp"

#include <span>
#include <string>
#include <vector>

namespace ancrage::assessment {

// The labels of the criteria. Throws wrong_input naming file and column when there is none, or one has no label or that
// of another.
std::vector<std::string> criterion_labels(const io::DelimitedTable& table);

// The named criteria, which must be among the labels, in the order of the file, all to be maximised, without bounds;
// other columns may hold anything. Throws wrong_input naming file, column and row for an id that is empty or repeated
// and a cell that is no number, and file and column where no alternative has a value.
decision::DecisionTable plain_decision_table(const io::DelimitedTable& table, std::span<const std::string> criteria);

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
// A score of a site on paper: its points out of 100 and its rank, a bar of the contributions one after the other, and a
// row for each with value, unit, what it refers to, source and points. Segments are numbered, so that the bar is read
// in grey.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/report/paper/canvas.hpp"
#include "ancrage/report/paper/source_notes.hpp"

namespace ancrage::report::paper {

// Draws downwards and returns the height.
double draw_score(Canvas& canvas, Point top_left, double width, const assessment::Assessment& assessment,
                  assessment::Score which, std::size_t site, SourceNotes& notes, const Language& language);

}  // namespace ancrage::report::paper

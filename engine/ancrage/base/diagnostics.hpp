// SPDX-License-Identifier: Apache-2.0
// Faults that do not stop the work: data, counted, in every report.
#pragma once

#include "ancrage/base/message.hpp"

#include <string>
#include <vector>

namespace ancrage {

enum class Severity { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::note;
  std::string layer;               // "communes"; empty when it concerns the whole territory
  Message what;                    // one sentence, without the names
  std::vector<std::string> names;  // the features concerned, in the order of the data
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace ancrage

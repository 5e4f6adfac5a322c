// SPDX-License-Identifier: Apache-2.0
// Diagnostics as lines for people and as JSON for programs.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/base/language.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace ancrage::report {

// The first twelve names, separated by commas, and "…" when there are more.
std::string joined_names(const std::vector<std::string>& names);

// "warning · layer · what (names)", without the layer where there is none.
std::string diagnostic_line(const Diagnostic& diagnostic, const Language& language);

// [{"severity","layer","message","names":[…]}], the message in the reader's language.
nlohmann::ordered_json diagnostics_json(const Diagnostics& diagnostics, const Language& language);

}  // namespace ancrage::report

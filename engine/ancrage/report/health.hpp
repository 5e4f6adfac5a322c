// SPDX-License-Identifier: Apache-2.0
// The data health report of a territory: what each layer holds, where it comes from, what was repaired, missing or
// withheld, and what the builder could not do.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/territory/territory.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ancrage::report {

std::string health_text(const territory::Territory& territory, const Language& language);

// {"territory","usable":true,"layers":[{"layer","source","crs","features","repaired":[…],"duplicates":[…],"fields":
// [{"name","missing","withheld"}],"provenance":[{"columns","producer","dataset","vintage","licence","retrieved",
// "transformation"}]}],"missing_layers":[…],"diagnostics":[{"severity","layer","message","names":[…]}]}
nlohmann::ordered_json health_json(const territory::Territory& territory, const Language& language);

}  // namespace ancrage::report

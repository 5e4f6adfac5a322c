// SPDX-License-Identifier: Apache-2.0
// Profiles and hard limits in words and in JSON: what every result says that rests on them.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/assessment/profile.hpp"
#include "ancrage/base/language.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ancrage::report {

// "Profile “name”" and its note, then the limits and how many sites meet them, a line each; empty without both.
std::string profile_text(const assessment::Assessment& assessment, const assessment::Profile& profile,
                         const Language& language);

// "out: 42 min from Alès, limit 30; not in a ZIP"; empty for a site that is in.
std::string exclusion_text(const assessment::Assessment& assessment, std::size_t site, const Language& language);

// {"name","note" or null}; null without a profile.
nlohmann::ordered_json profile_json(const assessment::Profile& profile);
// [{"kind","place","minutes","zones","excluded": sites that fail it}]; what a kind has not is null.
nlohmann::ordered_json limits_json(const assessment::Assessment& assessment);
// Why a site is out: [{"kind","place","minutes" or null,"limit","straight_line","reason"}]; empty when it is in.
nlohmann::ordered_json exclusion_json(const assessment::Assessment& assessment, std::size_t site);
// The reasons in English, for a column; empty when it is in.
std::string exclusion_column(const assessment::Assessment& assessment, std::size_t site);

}  // namespace ancrage::report

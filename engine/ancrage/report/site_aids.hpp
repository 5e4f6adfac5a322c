// SPDX-License-Identifier: Apache-2.0
// Aids at a site on a day, in words and in JSON: what applies, what the data leave open, what has ended or not begun.
// All of it is for the CPAM or the ARS to confirm, and says so.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/territory/aids.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace ancrage::report {

Message aid_status_label(territory::AidStatus status);  // "applies here", "ended", …
std::string aid_zone_label(std::string_view zone);      // "ZIP"

// "€10,000", the benefit in words, or nothing.
std::string aid_benefit(const territory::Aid& aid, const Language& language);
// "from January 1, 2026", "until December 31, 2025", both, or that the dates are not stated.
std::string aid_validity(const territory::Aid& aid, const Language& language);

// Aids that count at the site, those that apply first, then by the list.
std::vector<territory::AidAtSite> aids_by_status(const territory::Territory& territory,
                                                 const std::vector<territory::Aid>& aids, std::size_t site, Date date);

// A heading with the date, then one paragraph for each status, each aid with conditions, dates and source.
std::string aids_text(const territory::Territory& territory, const std::vector<territory::Aid>& aids, std::size_t site,
                      Date date, const Language& language);

// {"date","to_confirm":["CPAM","ARS"],"aids":[{"id","title","status","zone","amount_eur","benefit","conditions","source",
// "from","to"}]}; titles, benefits and conditions in the reader's language, null where there is nothing.
nlohmann::ordered_json aids_json(const territory::Territory& territory, const std::vector<territory::Aid>& aids,
                                 std::size_t site, Date date, const Language& language);

}  // namespace ancrage::report

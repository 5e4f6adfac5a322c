// SPDX-License-Identifier: Apache-2.0
// Aids to doctors who settle, as dated rules (METHODS.md section 7): what, how much, where, from which source, from and
// until when. Read from aids.toml; what applies at a site on a day is for the CPAM or the ARS to confirm.
//
//   const auto aids = read_aids(aids_file(territory.path));
//   for (const AidAtSite& aid : aids_at(territory, aids, site, parse_date("2026-01-01", "--date"))) …
#pragma once

#include "ancrage/base/calendar.hpp"
#include "ancrage/territory/territory.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::territory {

// A text by language tag ("fr", "en").
using Wording = std::map<std::string, std::string, std::less<>>;
// In that language, else in French, else in the first there is.
const std::string& in_language(const Wording& wording, std::string_view tag);

struct Aid {
  std::string id;
  Wording title;
  std::optional<double> amount_eur;
  Wording benefit;  // when it is no sum of money; may be empty
  Wording conditions;
  std::vector<std::string> zones;  // "zip", "zac", "qpv", "frr": one of them is enough
  std::string source;
  std::optional<Date> from;  // the first day; none: not stated
  std::optional<Date> to;    // the last day
};

// `unknown`: in force, but the territory's data do not say whether the site is in such a zone (zoning not matched;
// rural class that is not of the zoning France ruralités revitalisation). `not_yet` and `ended` are said of aids that
// would apply here on another day.
enum class AidStatus { applies, unknown, not_yet, ended };
std::string_view aid_status_key(AidStatus status);  // "applies", …

struct AidAtSite {
  std::size_t aid = 0;  // position in the list
  AidStatus status = AidStatus::applies;
  std::string zone;  // the first of its zones that the site is in, or may be in
};

// The rules of a territory: its own aids.toml, else the one that ships with the program (beside the installed embedded
// territory, or in the source tree above a build folder). Throws unreadable_input when there is none.
std::string aids_file(const std::string& territory_path);

// Throws unreadable_input (no such file) or wrong_input at the line: unknown key, no title, no zone, an amount that is
// negative, a date that is none or an end before the start, an id twice.
std::vector<Aid> read_aids(const std::string& path);

// Aids of the zones that a site lies in, in the order of the list: QPV by the site's point, the others by its commune.
std::vector<AidAtSite> aids_at(const Territory& territory, const std::vector<Aid>& aids, std::size_t site, Date date);

// Whether the site's point lies in a priority sector, borders included; its row.
std::optional<std::size_t> priority_sector_at(const Territory& territory, geometry::Point point);

}  // namespace ancrage::territory

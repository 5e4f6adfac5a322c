// SPDX-License-Identifier: Apache-2.0
// What an applicant will not give up: hard limits on sites, as data and in words. A site that fails one is out; limits
// filter before weights rank. assessment/site_measures.hpp measures them, assessment/apply_profile.hpp applies them.
#pragma once

#include "ancrage/base/message.hpp"
#include "ancrage/base/quantity.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::assessment {

// `within`: minutes by car from a named place; `partner`: the same, for the second destination of a couple. The others
// up to `lycee`: minutes to the nearest place of that kind, 0 at the site itself; `group_practice` is a
// pluri-professional health pole or a health centre, `salaried` a health centre, where posts are salaried. `zone`: the
// site's commune is in a ZIP.
enum class LimitKind : std::uint8_t { within, partner, group_practice, salaried, primary_school, college, lycee, zone };
inline constexpr std::array<std::string_view, 8> limit_keys{"within",         "partner", "group_practice", "salaried",
                                                            "primary_school", "college", "lycee",          "zone"};
std::string_view limit_key(LimitKind kind);

struct LonLat {
  double longitude = 0.0;  // degrees, WGS 84
  double latitude = 0.0;
  bool operator==(const LonLat&) const = default;
};

struct Limit {
  LimitKind kind = LimitKind::within;
  std::string place{};              // of within and partner: a commune, site or pole, or a town of places.toml
  std::optional<LonLat> lon_lat{};  // where it is; none: looked up by its words
  double minutes = 0.0;             // at most; the bound is met
  bool zac = false;                 // of zone: a ZAC does as well
  std::string origin{};             // "famille.toml:12" or "--within Alès=30", for messages
};

// Whether both limit the same thing: the minutes to one place, one kind of school, the zone.
bool same_subject(const Limit& a, const Limit& b);

// Why a site fails a limit.
struct Shortfall {
  std::uint32_t limit = 0;     // position among those applied
  Quantity minutes{};          // missing: nothing within reach, or a matter of zones
  bool straight_line = false;  // estimated, as no road leads there
  bool zone_unknown = false;
};

// "at most 30 min from Alès"; a few words without a stop.
Message limit_statement(const Limit& limit);
// "42 min from Alès, limit 30".
Message shortfall_reason(const Limit& limit, const Shortfall& shortfall);

// A limit as options give it: "college=15", "group_practice=0", "zone=zip" or "zone=zip+zac"; "PLACE=MINUTES" or
// "PLACE@LON,LAT=MINUTES" of within and partner. Throws Error(usage) naming option and form; an unknown key is told the
// nearest.
Limit parse_limit(std::string_view text);
Limit parse_place_limit(LimitKind kind, std::string_view text);

// Minutes that a limit may ask for, and coordinates that exist.
inline constexpr double most_limit_minutes = 240.0;
bool is_limit_minutes(double minutes);
bool is_lon_lat(const LonLat& at);

// The smallest set of limits without which a site is left, the one that leaves most, and those that it leaves. Limits
// as bits, one mask a site.
struct Relaxation {
  std::uint32_t limits = 0;
  std::size_t sites = 0;
};
inline constexpr std::size_t most_limits = 32;
Relaxation least_relaxation(std::span<const std::uint32_t> failed);

}  // namespace ancrage::assessment

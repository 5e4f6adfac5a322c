// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/limits.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/plain_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

namespace ancrage::assessment {

namespace {

constexpr std::array<const char*, limit_keys.size()> statements{
    translatable("at most {0} min from {1}"),
    translatable("second destination: at most {0} min from {1}"),
    translatable("group practice at most {0} min away"),
    translatable("salaried post (health centre) at most {0} min away"),
    translatable("primary school at most {0} min away"),
    translatable("lower secondary school at most {0} min away"),
    translatable("upper secondary school at most {0} min away"),
    translatable("in a ZIP")};

constexpr std::array<const char*, limit_keys.size()> reasons{
    translatable("{0} min from {1}, limit {2}"),
    translatable("second destination {0} min from {1}, limit {2}"),
    translatable("nearest group practice {0} min away, limit {2}"),
    translatable("nearest salaried post (health centre) {0} min away, limit {2}"),
    translatable("nearest primary school {0} min away, limit {2}"),
    translatable("nearest lower secondary school {0} min away, limit {2}"),
    translatable("nearest upper secondary school {0} min away, limit {2}"),
    translatable("not in a ZIP")};

constexpr std::array<const char*, limit_keys.size()> none_near{translatable("no way to {0}"),
                                                               translatable("no way to the second destination {0}"),
                                                               translatable("no group practice near"),
                                                               translatable("no salaried post (health centre) near"),
                                                               translatable("no primary school near"),
                                                               translatable("no lower secondary school near"),
                                                               translatable("no upper secondary school near"),
                                                               translatable("not in a ZIP")};

DecimalArgument limit_minutes(double minutes) { return {minutes, minutes == std::floor(minutes) ? 0 : 1}; }

// With as many decimals as it takes to show that the limit is exceeded.
DecimalArgument shown_above(double minutes, double limit) {
  constexpr int most = 3;
  int decimals = 0;
  for (double scale = 1.0; decimals < most && std::round(minutes * scale) / scale <= limit; scale *= 10) ++decimals;
  return {minutes, decimals};
}

std::optional<double> number_of(std::string_view text) {
  double value = 0.0;
  const char* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, value);
  if (fault != std::errc{} || stop != end) return std::nullopt;
  return value;
}

double minutes_of(std::string_view text, const std::string& origin) {
  const auto value = number_of(io::trimmed(text));
  if (value && is_limit_minutes(*value)) return *value;
  throw Error(ErrorCode::usage, message("“{0}” is no number of minutes", io::trimmed(text)), origin,
              message("write a number from 0 to {0}", DecimalArgument{most_limit_minutes, 0}));
}

LimitKind kind_of(std::string_view key, const std::string& origin) {
  std::vector<std::string> known;
  for (std::size_t k = static_cast<std::size_t>(LimitKind::group_practice); k < limit_keys.size(); ++k) {
    if (limit_keys[k] == key) return static_cast<LimitKind>(k);
    known.emplace_back(limit_keys[k]);
  }
  throw Error(ErrorCode::usage, message("There is no limit “{0}”", key), origin,
              message("nearest: {0}; known here: {1}", fmt::format("{}", fmt::join(nearest_texts(key, known), ", ")),
                      fmt::format("{}", fmt::join(known, ", "))));
}

LonLat lon_lat_of(std::string_view text, const std::string& origin) {
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos) {
    const auto longitude = number_of(io::trimmed(text.substr(0, comma)));
    const auto latitude = number_of(io::trimmed(text.substr(comma + 1)));
    if (longitude && latitude && is_lon_lat({*longitude, *latitude})) return {*longitude, *latitude};
  }
  throw Error(ErrorCode::usage, message("“{0}” is no longitude and latitude", text), origin,
              message("write degrees, for example Montpellier@3.883,43.606=60"));
}

}  // namespace

std::string_view limit_key(LimitKind kind) { return limit_keys[static_cast<std::size_t>(kind)]; }

bool is_limit_minutes(double minutes) { return minutes >= 0.0 && minutes <= most_limit_minutes; }

bool is_lon_lat(const LonLat& at) { return std::abs(at.longitude) <= 180.0 && std::abs(at.latitude) <= 90.0; }

bool same_subject(const Limit& a, const Limit& b) {
  if (a.kind != b.kind) return false;
  return a.kind != LimitKind::within || search_key(a.place) == search_key(b.place);
}

Message limit_statement(const Limit& limit) {
  if (limit.kind == LimitKind::zone) return limit.zac ? message("in a ZIP or a ZAC") : message("in a ZIP");
  return message(statements[static_cast<std::size_t>(limit.kind)], limit_minutes(limit.minutes), limit.place);
}

Message shortfall_reason(const Limit& limit, const Shortfall& shortfall) {
  const auto kind = static_cast<std::size_t>(limit.kind);
  if (limit.kind == LimitKind::zone) {
    if (shortfall.zone_unknown) return message("zone not known");
    return limit.zac ? message("neither in a ZIP nor in a ZAC") : message("not in a ZIP");
  }
  if (!shortfall.minutes.is_number()) return message(none_near[kind], limit.place);
  const DecimalArgument minutes = shown_above(shortfall.minutes.value(), limit.minutes);
  const DecimalArgument bound = limit_minutes(limit.minutes);
  if (!shortfall.straight_line) return message(reasons[kind], minutes, limit.place, bound);
  return limit.kind == LimitKind::partner
             ? message("second destination {0} min from {1} (from the straight line), limit {2}", minutes, limit.place,
                       bound)
             : message("{0} min from {1} (from the straight line), limit {2}", minutes, limit.place, bound);
}

Limit parse_limit(std::string_view text) {
  const std::string origin = fmt::format("--limit {}", text);
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    throw Error(ErrorCode::usage, message("“{0}” is no limit", text), "--limit",
                message("write key=value, for example college=15 or zone=zip"));
  }
  Limit limit{.kind = kind_of(io::trimmed(text.substr(0, equals)), origin), .origin = origin};
  const std::string_view value = io::trimmed(text.substr(equals + 1));
  if (limit.kind != LimitKind::zone) {
    limit.minutes = minutes_of(value, origin);
    return limit;
  }
  limit.zac = value == "zip+zac";
  if (!limit.zac && value != "zip") {
    throw Error(ErrorCode::usage, message("“{0}” is no zone of a limit", value), origin,
                message("write zip or zip+zac"));
  }
  return limit;
}

Limit parse_place_limit(LimitKind kind, std::string_view text) {
  const std::string option = fmt::format("--{}", limit_key(kind));
  const std::size_t equals = text.rfind('=');
  const std::string_view place = io::trimmed(text.substr(0, equals));
  if (equals == std::string_view::npos || place.empty()) {
    throw Error(ErrorCode::usage, message("“{0}” names no place and minutes", text), option,
                message("write place=minutes, for example Alès=30"));
  }
  Limit limit{.kind = kind, .origin = fmt::format("{} {}", option, text)};
  limit.minutes = minutes_of(text.substr(equals + 1), limit.origin);
  const std::size_t at = place.find('@');
  limit.place = std::string(io::trimmed(place.substr(0, at)));
  if (at != std::string_view::npos) limit.lon_lat = lon_lat_of(place.substr(at + 1), limit.origin);
  return limit;
}

Relaxation least_relaxation(std::span<const std::uint32_t> failed) {
  if (failed.empty()) return {};
  const int least = std::popcount(*std::min_element(failed.begin(), failed.end(), [](std::uint32_t a, std::uint32_t b) {
    return std::popcount(a) < std::popcount(b);
  }));
  Relaxation best;
  std::vector<std::uint32_t> tried;
  for (const std::uint32_t mask : failed) {
    if (std::popcount(mask) != least || std::find(tried.begin(), tried.end(), mask) != tried.end()) continue;
    tried.push_back(mask);
    const auto left = static_cast<std::size_t>(
        std::count_if(failed.begin(), failed.end(), [&](std::uint32_t other) { return (other & ~mask) == 0; }));
    if (left > best.sites || (left == best.sites && mask < best.limits)) best = {mask, left};
  }
  return best;
}

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/limits.hpp"

#include "ancrage/report/json_values.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::Limit;
using assessment::LimitKind;
using assessment::Shortfall;
using nlohmann::ordered_json;

ordered_json minutes_json(const Limit& limit) {
  return limit.kind == LimitKind::zone ? ordered_json(nullptr) : ordered_json(limit.minutes);
}

}  // namespace

std::string profile_text(const Assessment& assessment, const assessment::Profile& profile, const Language& language) {
  std::string result;
  if (!profile.name.empty()) result += language.text(message("Profile “{0}”", profile.name)) + "\n";
  if (!profile.note.empty()) result += "  " + profile.note + "\n";
  if (assessment.limits.empty()) return result;
  for (const Limit& limit : assessment.limits) {
    result += "  · " + language.text(assessment::limit_statement(limit)) + "\n";
  }
  return result + "  " +
         language.text(message("sites that meet the limits: {0} of {1}", assessment.sites_in(),
                               assessment.scores.front().size())) +
         "\n";
}

std::string exclusion_text(const Assessment& assessment, std::size_t site, const Language& language) {
  if (assessment.is_in(site)) return {};
  std::string reasons;
  for (const Shortfall& shortfall : assessment.shortfalls[site]) {
    std::string reason = language.text(assessment::shortfall_reason(assessment.limits[shortfall.limit], shortfall));
    reasons = reasons.empty() ? std::move(reason) : language.text(message("{0}; {1}", reasons, reason));
  }
  return language.text(message("out: {0}", reasons));
}

ordered_json profile_json(const assessment::Profile& profile) {
  if (profile.name.empty()) return nullptr;
  return {{"name", profile.name}, {"note", text_or_null(profile.note)}};
}

ordered_json limits_json(const Assessment& assessment) {
  ordered_json result = ordered_json::array();
  for (std::size_t k = 0; k < assessment.limits.size(); ++k) {
    const Limit& limit = assessment.limits[k];
    ordered_json zones = nullptr;
    if (limit.kind == LimitKind::zone) zones = limit.zac ? ordered_json{"zip", "zac"} : ordered_json{"zip"};
    const auto failing = std::count_if(assessment.shortfalls.begin(), assessment.shortfalls.end(), [&](const auto& of) {
      return std::any_of(of.begin(), of.end(), [&](const Shortfall& shortfall) { return shortfall.limit == k; });
    });
    result.push_back({{"kind", limit_key(limit.kind)},
                      {"place", text_or_null(limit.place)},
                      {"minutes", minutes_json(limit)},
                      {"zones", std::move(zones)},
                      {"excluded", failing}});
  }
  return result;
}

ordered_json exclusion_json(const Assessment& assessment, std::size_t site) {
  ordered_json result = ordered_json::array();
  if (assessment.is_in(site)) return result;
  for (const Shortfall& shortfall : assessment.shortfalls[site]) {
    const Limit& limit = assessment.limits[shortfall.limit];
    const bool known = shortfall.minutes.is_number();
    result.push_back({{"kind", limit_key(limit.kind)},
                      {"place", text_or_null(limit.place)},
                      {"minutes", known ? ordered_json(shortfall.minutes.value()) : ordered_json(nullptr)},
                      {"limit", minutes_json(limit)},
                      {"straight_line", shortfall.straight_line},
                      {"reason", english_text(assessment::shortfall_reason(limit, shortfall))}});
  }
  return result;
}

std::string exclusion_column(const Assessment& assessment, std::size_t site) {
  std::string result;
  if (assessment.is_in(site)) return result;
  for (const Shortfall& shortfall : assessment.shortfalls[site]) {
    result += (result.empty() ? "" : "; ") +
              english_text(assessment::shortfall_reason(assessment.limits[shortfall.limit], shortfall));
  }
  return result;
}

}  // namespace ancrage::report

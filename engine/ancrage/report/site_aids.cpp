// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/site_aids.hpp"
#include "ancrage/report/json_values.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ancrage::report {

namespace {

using nlohmann::ordered_json;
using territory::Aid;
using territory::AidAtSite;
using territory::AidStatus;
using territory::Territory;

ordered_json date_or_null(const std::optional<Date>& date) {
  return date ? ordered_json(iso_text(*date)) : ordered_json(nullptr);
}

std::string aid_lines(const Aid& aid, const AidAtSite& at_site, const Language& language) {
  const std::string title = territory::in_language(aid.title, language.tag());
  const std::string benefit = aid_benefit(aid, language);
  const std::string zone = aid_zone_label(at_site.zone);
  std::string result = "  · " +
                       (benefit.empty() ? language.text(message("{0} ({1})", title, zone))
                                        : language.text(message("{0}: {1} ({2})", title, benefit, zone))) +
                       "\n";
  const std::string conditions = territory::in_language(aid.conditions, language.tag());
  if (!conditions.empty()) result += "    " + language.text(message("Conditions: {0}", conditions)) + "\n";
  return result + "    " + language.text(message("{0}. Source: {1}", aid_validity(aid, language), aid.source)) + "\n";
}

}  // namespace

Message aid_status_label(AidStatus status) {
  switch (status) {
    case AidStatus::applies:
      return message("applies here");
    case AidStatus::unknown:
      return message("to be checked: the data do not say whether the place is in such a zone");
    case AidStatus::not_yet:
      return message("not yet in force");
    case AidStatus::ended:
      break;
  }
  return message("ended");
}

std::string aid_zone_label(std::string_view zone) {
  std::string result(zone);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

std::string aid_benefit(const Aid& aid, const Language& language) {
  if (aid.amount_eur) return language.text(message("€{0}", DecimalArgument{*aid.amount_eur, 0}));
  return territory::in_language(aid.benefit, language.tag());
}

std::string aid_validity(const Aid& aid, const Language& language) {
  if (aid.from && aid.to) {
    return language.text(message("From {0} to {1}", date_text(*aid.from, language), date_text(*aid.to, language)));
  }
  if (aid.from) return language.text(message("From {0} on", date_text(*aid.from, language)));
  if (aid.to) return language.text(message("Until {0}", date_text(*aid.to, language)));
  return language.text("Dates not stated");
}

std::vector<AidAtSite> aids_by_status(const Territory& territory, const std::vector<Aid>& aids, std::size_t site,
                                      Date date) {
  std::vector<AidAtSite> result = territory::aids_at(territory, aids, site, date);
  std::stable_sort(result.begin(), result.end(),
                   [](const AidAtSite& a, const AidAtSite& b) { return a.status < b.status; });
  return result;
}

std::string aids_text(const Territory& territory, const std::vector<Aid>& aids, std::size_t site, Date date,
                      const Language& language) {
  std::string result =
      language.text(message("Aids on {0} (to be confirmed by the CPAM / the ARS)", date_text(date, language))) + "\n";
  const auto found = aids_by_status(territory, aids, site, date);
  if (found.empty())
    return result + "  " + language.text("No aid of the list is tied to the zones of this place.") + "\n";
  const AidAtSite* before = nullptr;
  for (const AidAtSite& entry : found) {
    if (before == nullptr || before->status != entry.status) {
      result += "  " + language.text(message("{0}:", language.text(aid_status_label(entry.status)))) + "\n";
    }
    before = &entry;
    result += aid_lines(aids[entry.aid], entry, language);
  }
  return result;
}

ordered_json aids_json(const Territory& territory, const std::vector<Aid>& aids, std::size_t site, Date date,
                       const Language& language) {
  ordered_json result{{"date", iso_text(date)}, {"to_confirm", {"CPAM", "ARS"}}, {"aids", ordered_json::array()}};
  for (const AidAtSite& entry : aids_by_status(territory, aids, site, date)) {
    const Aid& aid = aids[entry.aid];
    result["aids"].push_back({{"id", aid.id},
                              {"title", territory::in_language(aid.title, language.tag())},
                              {"status", territory::aid_status_key(entry.status)},
                              {"zone", entry.zone},
                              {"amount_eur", aid.amount_eur ? ordered_json(*aid.amount_eur) : ordered_json(nullptr)},
                              {"benefit", text_or_null(territory::in_language(aid.benefit, language.tag()))},
                              {"conditions", text_or_null(territory::in_language(aid.conditions, language.tag()))},
                              {"source", aid.source},
                              {"from", date_or_null(aid.from)},
                              {"to", date_or_null(aid.to)}});
  }
  return result;
}

}  // namespace ancrage::report

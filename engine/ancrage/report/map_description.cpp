// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/map_description.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/geometry/proximity.hpp"
#include "ancrage/report/place_words.hpp"
#include "ancrage/report/site_facts.hpp"
#include "ancrage/report/site_report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::Score;
using nlohmann::ordered_json;
using territory::Territory;
using territory::ZoneStatus;

constexpr double threshold = access::apl_thresholds.front();
constexpr std::size_t most_names = 4;

Quantity map_value(const Classification& classification, std::size_t commune) {
  return classification.values.empty() ? Quantity::missing() : classification.values[commune];
}

bool is_under_threshold(const Assessment& assessment, std::size_t commune) {
  const Quantity access = assessment.commune_accessibility[commune];
  return access.is_number() && access.value() < threshold;
}

void take_extremes(std::optional<std::size_t>& lowest, std::optional<std::size_t>& highest,
                   const Classification& classification, std::size_t commune) {
  const Quantity value = map_value(classification, commune);
  if (!value.is_number()) return;
  if (!lowest || value.value() < classification.values[*lowest].value()) lowest = commune;
  if (!highest || value.value() > classification.values[*highest].value()) highest = commune;
}

DirectionSummary direction_of(std::size_t wind, const std::vector<std::size_t>& communes, const Territory& territory,
                              const Assessment& assessment, const Classification& classification) {
  DirectionSummary result{.wind = wind, .communes = communes};
  for (const std::size_t c : communes) {
    take_extremes(result.lowest, result.highest, classification, c);
    if (territory.communes.zone[c] != ZoneStatus::zip) continue;
    result.zip.push_back(c);
    if (is_under_threshold(assessment, c)) result.zip_under_threshold.push_back(c);
  }
  std::stable_sort(result.zip_under_threshold.begin(), result.zip_under_threshold.end(),
                   [&](std::size_t a, std::size_t b) {
                     return assessment.commune_accessibility[a].value() < assessment.commune_accessibility[b].value();
                   });
  return result;
}

// "La Grand-Combe (1.9), Portes (2.1) and 3 others".
std::string named(const std::vector<std::size_t>& communes, const Territory& territory,
                  const std::vector<Quantity>& values, int decimals, const Language& language) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < communes.size(); ++i) {
    if (names.size() == most_names && communes.size() > most_names + 1) {
      names.push_back(language.text(message("{0} others", communes.size() - most_names)));
      break;
    }
    names.push_back(language.text(
        message("{0} ({1})", territory.communes.name[communes[i]], language.number(values[communes[i]], decimals))));
  }
  return enumeration(names, language);
}

std::string valued(std::size_t commune, const Territory& territory, const Classification& classification,
                   const Language& language) {
  const std::string value = language.number(classification.values[commune], classification.decimals);
  const std::string unit = classification.unit.empty() ? std::string() : language.text(classification.unit);
  const std::string whole = unit.empty() ? value : language.text(message("{0} {1}", value, unit));
  return language.text(message("{0} ({1})", territory.communes.name[commune], whole));
}

std::string count_of(std::size_t count, const char* one, const char* many, const Language& language) {
  return count == 1 ? language.text(one) : language.text(message(many, count));
}

std::string communes_text(std::size_t count, const Language& language) {
  return count_of(count, translatable("one commune"), translatable("{0} communes"), language);
}

std::string direction_sentence(const DirectionSummary& direction, const MapDescription& map, const Territory& territory,
                               const Assessment& assessment, const Classification& classification,
                               const Language& language) {
  std::string text = capitalised(language.text(
      message("{0}: {1}", direction_text(direction.wind, territory.communes.name[map.reference], language),
              communes_text(direction.communes.size(), language))));
  if (!direction.zip.empty()) {
    text += ", " + language.text(message("of which {0} in a ZIP", direction.zip.size()));
  }
  const std::size_t under = direction.zip_under_threshold.size();
  if (under > 0) {
    const std::string names =
        named(direction.zip_under_threshold, territory, assessment.commune_accessibility, 1, language);
    const DecimalArgument bound{threshold, 1};
    text = language.text(message(
        "{0}; {1}", text,
        under == 1
            ? language.text(message("one priority commune under {0} consultations: {1}", bound, names))
            : language.text(message("{0} priority communes under {1} consultations: {2}", under, bound, names))));
  }
  if (direction.lowest && direction.lowest != direction.highest) {
    text = language.text(message("{0}; lowest {1}, highest {2}", text,
                                 valued(*direction.lowest, territory, classification, language),
                                 valued(*direction.highest, territory, classification, language)));
  }
  return text + ".";
}

std::string classes_sentence(const Classification& classification, const Language& language) {
  std::string classes;
  for (const MapClass& entry : classification.classes) {
    if (entry.count == 0) continue;
    classes += (classes.empty() ? "" : ", ") +
               language.text(message("{0}: {1}", language.text(entry.label), communes_text(entry.count, language)));
  }
  return language.text(message("{0} ({1}). {2}.", language.text(classification.title),
                               language.text(classification.subtitle), capitalised(classes)));
}

std::string first_places(const Territory& territory, const Assessment& assessment, Score score,
                         const Language& language) {
  std::vector<std::string> names;
  for (const std::size_t site : assessment.ranking(score)) {
    const auto& of_site = assessment.score(score, site);
    if (of_site.rank == 0 || names.size() == 3) break;
    names.push_back(
        language.text(message("{0} ({1})", territory.sites.name[site], DecimalArgument{of_site.score.value(), 1})));
  }
  if (names.empty()) return {};
  return language.text(
      message("{0}, the first places: {1}.", language.text(score_label(score)), enumeration(names, language)));
}

std::string sectors_and_poles(const MapDescription& map, const Territory& territory, const Language& language) {
  std::vector<std::string> parts;
  if (!map.sectors.empty()) {
    std::vector<std::string> names;
    for (const std::size_t s : map.sectors) {
      const auto& sectors = territory.priority_sectors;
      names.push_back(language.text(message("{0} in {1}", sectors.name[s], sectors.communes[s])));
    }
    parts.push_back(
        language.text(message("Priority sectors (QPV): {0}. {1}.", map.sectors.size(), enumeration(names, language))));
  }
  parts.push_back(language.text(message("Health poles and centres: {0}.", map.poles.size())));
  return parts.size() == 2 ? parts[0] + " " + parts[1] : parts[0];
}

std::string gps_sentence(const MapDescription& map, const Territory& territory, const Language& language) {
  const int year = territory.access.practitioners_year;
  const DecimalArgument gps{map.gps, 0};
  const DecimalArgument aged{map.gps_60_plus, 0};
  return language.text(
      year == 0 ? message("General practitioners: {0}, {1} of them of 60 and over; communes without: {2}.", gps, aged,
                          map.without_gp)
                : message("General practitioners in {3}: {0}, {1} of them of 60 and over; communes without: {2}.", gps,
                          aged, map.without_gp, std::to_string(year)));
}

// Empty where the territory has none.
std::string facilities_sentence(const MapDescription& map, const Language& language) {
  if (map.facilities.empty()) return {};
  std::vector<std::string> kinds;
  for (const FacilityCount& facility : map.facilities) {
    kinds.push_back(language.text(
        message("{0} ({1})", language.text(place_kind_label(facility.kind)), static_cast<int>(facility.count))));
  }
  return language.text(message("Facilities: {0}.", enumeration(kinds, language)));
}

ordered_json extreme_json(const std::optional<std::size_t>& commune, const Territory& territory,
                          const Classification& classification) {
  if (!commune) return nullptr;
  return {{"name", territory.communes.name[*commune]}, {"value", classification.values[*commune].value()}};
}

std::string_view theme_key(ColorKey key) { return key == ColorKey::criterion ? "criterion" : color_key_name(key); }

std::vector<std::string> names_of(const std::vector<std::size_t>& rows, const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::size_t row : rows) result.push_back(names[row]);
  return result;
}

bool in_members(const Territory& territory, geometry::Point point) {
  const auto& communes = territory.communes;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0 && geometry::contains(communes.boundary, c, point)) return true;
  }
  return false;
}

void add_sectors_and_poles(MapDescription& map, const Territory& territory) {
  const auto& sectors = territory.priority_sectors;
  for (std::size_t s = 0; s < sectors.size(); ++s) {
    const bool drawn = sectors.outline.feature_starts[s] < sectors.outline.feature_starts[s + 1];
    if (drawn && in_members(territory, geometry::interior_point(sectors.outline, s))) map.sectors.push_back(s);
  }
  const auto& poles = territory.health_poles;
  for (std::size_t p = 0; p < poles.size(); ++p) {
    if (territory::is_general_practice(poles.kind[p]) && in_members(territory, poles.position[p])) {
      map.poles.push_back(p);
    }
  }
}

void count_practice(MapDescription& map, const Territory& territory) {
  const auto& communes = territory.communes;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] == 0 || !communes.gps[c].is_number()) continue;
    map.gps += communes.gps[c].value();
    map.gps_60_plus += communes.gps_60_plus[c].value_or(0);
    if (communes.gps[c].value() == 0) ++map.without_gp;
  }
  std::map<std::string, std::size_t> by_kind;
  const auto& facilities = territory.facilities;
  for (std::size_t i = 0; i < facilities.size(); ++i) {
    const auto commune = territory.commune_index(facilities.commune_code[i]);
    if (commune && communes.member[*commune] != 0) ++by_kind[facilities.kind[i]];
  }
  for (const auto& [kind, count] : by_kind) map.facilities.push_back({kind, count});
  std::stable_sort(map.facilities.begin(), map.facilities.end(),
                   [](const FacilityCount& a, const FacilityCount& b) { return a.count > b.count; });
}

}  // namespace

MapDescription describe_map(const Territory& territory, const Assessment& assessment,
                            const Classification& classification) {
  const auto& communes = territory.communes;
  MapDescription map;
  std::vector<std::size_t> members;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0) members.push_back(c);
  }
  if (members.empty()) throw Error(ErrorCode::wrong_input, message("The territory has no commune of its own"));
  map.members = members.size();
  map.reference = members.front();
  map.class_members.resize(classification.classes.size());
  for (const std::size_t c : members) {
    if (communes.population[c].value_or(0) > communes.population[map.reference].value_or(0)) map.reference = c;
    map.zip += communes.zone[c] == ZoneStatus::zip ? 1U : 0U;
    map.zac += communes.zone[c] == ZoneStatus::zac ? 1U : 0U;
    map.under_threshold += is_under_threshold(assessment, c) ? 1U : 0U;
    map.class_members[classification.class_of[c]].push_back(c);
    take_extremes(map.lowest, map.highest, classification, c);
  }
  std::array<std::vector<std::size_t>, wind_keys.size()> by_wind;
  const geometry::Point centre = geometry::interior_point(communes.boundary, map.reference);
  for (const std::size_t c : members) {
    if (c == map.reference) continue;
    by_wind[wind(centre, geometry::interior_point(communes.boundary, c))].push_back(c);
  }
  for (std::size_t w = 0; w < by_wind.size(); ++w) {
    if (by_wind[w].empty()) continue;
    map.directions.push_back(direction_of(w, by_wind[w], territory, assessment, classification));
  }
  add_sectors_and_poles(map, territory);
  count_practice(map, territory);
  return map;
}

std::vector<std::string> map_sentences(const MapDescription& map, const Territory& territory,
                                       const Assessment& assessment, const Classification& classification,
                                       const Language& language) {
  std::vector<std::string> result;
  result.push_back(language.text(
      message("{0}: {1} communes, {2} in a ZIP, {3} in a ZAC; {4} under {5} consultations per inhabitant and year.",
              territory.name, map.members, map.zip, map.zac, map.under_threshold, DecimalArgument{threshold, 1})));
  result.push_back(classes_sentence(classification, language));
  if (map.lowest && map.highest && map.lowest != map.highest) {
    result.push_back(
        language.text(message("Lowest: {0}; highest: {1}.", valued(*map.lowest, territory, classification, language),
                              valued(*map.highest, territory, classification, language))));
  }
  for (const DirectionSummary& direction : map.directions) {
    result.push_back(direction_sentence(direction, map, territory, assessment, classification, language));
  }
  result.push_back(sectors_and_poles(map, territory, language));
  result.push_back(gps_sentence(map, territory, language));
  if (std::string facilities = facilities_sentence(map, language); !facilities.empty()) {
    result.push_back(std::move(facilities));
  }
  for (const Score score : {Score::need, Score::attractiveness}) {
    std::string places = first_places(territory, assessment, score, language);
    if (!places.empty()) result.push_back(std::move(places));
  }
  return result;
}

ordered_json map_description_json(const MapDescription& map, const Territory& territory, const Assessment& assessment,
                                  const Classification& classification, const Language& language) {
  const auto& communes = territory.communes;
  ordered_json result{{"territory", {{"name", territory.name}, {"code", territory.code}}},
                      {"theme",
                       {{"key", theme_key(classification.key)},
                        {"title", language.text(classification.title)},
                        {"unit", language.text(classification.unit)}}},
                      {"communes", map.members},
                      {"zip", map.zip},
                      {"zac", map.zac},
                      {"under_2_5", map.under_threshold},
                      {"reference", communes.name[map.reference]},
                      {"classes", ordered_json::array()},
                      {"directions", ordered_json::array()}};
  for (std::size_t i = 0; i < map.class_members.size(); ++i) {
    const MapClass& entry = classification.classes[i];
    result["classes"].push_back({{"sign", entry.sign},
                                 {"label", language.text(entry.label)},
                                 {"count", entry.count},
                                 {"communes", names_of(map.class_members[i], communes.name)}});
  }
  for (const DirectionSummary& direction : map.directions) {
    result["directions"].push_back({{"direction", wind_keys[direction.wind]},
                                    {"communes", names_of(direction.communes, communes.name)},
                                    {"zip", names_of(direction.zip, communes.name)},
                                    {"zip_under_2_5", names_of(direction.zip_under_threshold, communes.name)},
                                    {"lowest", extreme_json(direction.lowest, territory, classification)},
                                    {"highest", extreme_json(direction.highest, territory, classification)}});
  }
  result["priority_sectors"] = names_of(map.sectors, territory.priority_sectors.name);
  result["health_poles"] = names_of(map.poles, territory.health_poles.name);
  result["gps"] = {{"count", map.gps},
                   {"aged_60_plus", map.gps_60_plus},
                   {"communes_without", map.without_gp},
                   {"year", territory.access.practitioners_year}};
  result["facilities"] = ordered_json::array();
  for (const FacilityCount& facility : map.facilities) {
    result["facilities"].push_back({{"kind", facility.kind}, {"count", facility.count}});
  }
  result["sentences"] = map_sentences(map, territory, assessment, classification, language);
  return result;
}

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/site_measures.hpp"

#include "ancrage/access/scenario_supply.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/territory/known_towns.hpp"
#include "ancrage/travel/estimate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ancrage::assessment {

namespace {

constexpr int wgs84 = 4326;

// Farther than any limit goes, so that a site that fails can be told by how much.
constexpr double farthest_minutes = 2 * most_limit_minutes;

struct NamedPlace {
  std::string name;
  std::string id;
  std::string commune_code;
  geometry::Point position;
};

NamedPlace at(std::string name, const LonLat& lon_lat, int crs_epsg) {
  std::vector<geometry::Point> points{{lon_lat.longitude, lon_lat.latitude}};
  io::reproject(points, wgs84, crs_epsg);
  return {std::move(name), {}, {}, points.front()};
}

bool is_commune(const territory::Territory& territory, std::string_view words) {
  const std::string wanted = search_key(words);
  const auto& names = territory.communes.name;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return search_key(name) == wanted; });
}

// Says how a place elsewhere is named, unless the words fit several places here.
[[noreturn]] void fail_unknown(const territory::Territory& territory, const Limit& limit, const Error& fault) {
  std::vector<std::string> names = territory.communes.name;
  for (const territory::Places* places : {&territory.sites, &territory.health_poles}) {
    names.insert(names.end(), places->name.begin(), places->name.end());
  }
  const std::string wanted = search_key(limit.place);
  const bool here = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return search_key(name).find(wanted) != std::string::npos;
  });
  if (here && !wanted.empty()) throw fault;
  throw Error(fault.code(), fault.message(), fault.where(),
              message("nearest: {0}; a place elsewhere needs its longitude and latitude",
                      fmt::format("{}", fmt::join(nearest_texts(limit.place, names), ", "))));
}

NamedPlace named_place(const territory::Territory& territory, const access::TerritoryAccess& access,
                       const Limit& limit) {
  if (limit.lon_lat) return at(limit.place, *limit.lon_lat, territory.crs_epsg);
  if (!is_commune(territory, limit.place)) {
    if (const auto town = territory::find_known_town(territory.path, limit.place)) {
      return at(town->name, {town->longitude, town->latitude}, territory.crs_epsg);
    }
  }
  try {
    const access::ScenarioPlace found = access::find_place(territory, access, limit.place, limit.origin);
    return {found.name, access.row_id[found.row], access.row_commune[found.row], access.row_position[found.row]};
  } catch (const Error& fault) {
    fail_unknown(territory, limit, fault);
  }
}

bool is_primary_school(std::string_view kind) { return kind == "primary_school"; }
bool is_college(std::string_view kind) { return kind == "college"; }
bool is_lycee(std::string_view kind) { return kind == "lycee"; }
bool is_health_centre(std::string_view kind) { return kind == "centre_de_sante"; }

}  // namespace

SiteMeasures::SiteMeasures(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                           const access::TerritoryAccess& access, const territory::Places* poles)
    : territory_(territory),
      travel_(travel),
      access_(access),
      poles_(poles != nullptr ? *poles : territory.health_poles) {}

const LimitMeasure& SiteMeasures::of(const Limit& limit) {
  const bool named = limit.kind == LimitKind::within || limit.kind == LimitKind::partner;
  std::string key(named ? "place " + search_key(limit.place) : std::string(limit_key(limit.kind)));
  if (named && limit.lon_lat) key += fmt::format("@{},{}", limit.lon_lat->longitude, limit.lon_lat->latitude);
  const auto found = kept_.find(key);
  if (found != kept_.end()) return found->second;
  return kept_.emplace(std::move(key), named ? to_place(limit) : to_nearest(limit.kind)).first->second;
}

const std::vector<territory::ZoneStatus>& SiteMeasures::zones() {
  if (!zones_.empty()) return zones_;
  const auto& communes = territory_.communes;
  std::unordered_map<std::string_view, territory::ZoneStatus> of_commune;
  for (std::size_t i = 0; i < communes.size(); ++i) of_commune.emplace(communes.code[i], communes.zone[i]);
  for (const std::string& code : territory_.sites.commune_code) {
    const auto found = of_commune.find(code);
    zones_.push_back(found == of_commune.end() ? territory::ZoneStatus::unmatched : found->second);
  }
  return zones_;
}

LimitMeasure SiteMeasures::to_place(const Limit& limit) const {
  const NamedPlace place = named_place(territory_, access_, limit);
  const auto& sites = territory_.sites;
  const travel::TravelTimes times = travel_.between(
      {sites.position, sites.id, sites.commune_code},
      {std::span(&place.position, 1), std::span(&place.id, 1), std::span(&place.commune_code, 1)}, farthest_minutes);
  LimitMeasure measure{place.name, {}, {}};
  for (std::size_t site = 0; site < sites.size(); ++site) {
    const auto minutes = times.minutes_of(site);
    const bool reached = !minutes.empty();
    measure.straight_line.push_back(reached ? 0 : 1);
    measure.minutes.emplace_back(reached ? minutes.front()
                                         : travel_.time_factor() * travel::estimated_minutes(geometry::distance(
                                                                       sites.position[site], place.position)));
  }
  return measure;
}

LimitMeasure SiteMeasures::to_nearest(LimitKind kind) const {
  const bool school = kind == LimitKind::primary_school || kind == LimitKind::college || kind == LimitKind::lycee;
  bool (*is_wanted)(std::string_view) = kind == LimitKind::primary_school ? is_primary_school
                                        : kind == LimitKind::college      ? is_college
                                        : kind == LimitKind::lycee        ? is_lycee
                                        : kind == LimitKind::salaried     ? is_health_centre
                                                                          : territory::is_general_practice;
  return {
      {},
      criteria::minutes_to_nearest(territory_.sites, travel_, school ? territory_.facilities : poles_, is_wanted).value,
      {}};
}

}  // namespace ancrage::assessment

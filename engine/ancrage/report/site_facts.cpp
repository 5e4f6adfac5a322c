// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/site_facts.hpp"

#include "ancrage/access/scenario_supply.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace ancrage::report {

namespace {

using access::TerritoryAccess;
using territory::Territory;

constexpr double farthest_minutes = 120.0;

struct Kind {
  std::string_view key;  // of the facilities; "health_pole"
  const char* label;
};
constexpr std::array kinds{Kind{"health_pole", translatable("Health pole or centre")},
                           Kind{"pharmacy", translatable("Pharmacy")},
                           Kind{"laboratory", translatable("Laboratory")},
                           Kind{"hospital", translatable("Hospital")},
                           Kind{"care_home", translatable("Care home")},
                           Kind{"primary_school", translatable("Primary school")},
                           Kind{"college", translatable("Lower secondary school")},
                           Kind{"lycee", translatable("Upper secondary school")},
                           Kind{"station", translatable("Railway station")},
                           Kind{"france_services", translatable("France Services")}};

std::size_t group_of_band(std::size_t band) {
  std::size_t group = 0;
  while (group + 1 < age_group_starts.size() && territory::age_band_starts[band] >= age_group_starts[group + 1])
    ++group;
  return group;
}

// Sites in the order given, as places to travel to.
struct ChosenSites {
  std::vector<geometry::Point> position;
  std::vector<std::string> id;
  std::vector<std::string> commune_code;
  travel::TimedPlaces places() const { return {position, id, commune_code}; }
};

ChosenSites chosen(const Territory& territory, std::span<const std::size_t> sites) {
  ChosenSites result;
  for (const std::size_t site : sites) {
    result.position.push_back(territory.sites.position[site]);
    result.id.push_back(territory.sites.id[site]);
    result.commune_code.push_back(territory.sites.commune_code[site]);
  }
  return result;
}

void add_people(Reach& reach, const access::InhabitedPlaces& places, std::size_t row) {
  reach.people += places.population[row];
  double known = 0.0;
  for (std::size_t band = 0; band < territory::age_bands; ++band) {
    const double people = places.by_age[row * territory::age_bands + band].value_or(0);
    reach.by_age[group_of_band(band)] += people;
    known += people;
  }
  if (known == 0) reach.age_unknown += places.population[row];
}

void add_reach(std::vector<SiteFacts>& facts, const TerritoryAccess& access, const travel::TerritoryTimes& travel,
               const ChosenSites& sites) {
  std::vector<double> gps(access.rows, 0.0);
  std::vector<double> older(access.rows, 0.0);
  for (const access::SupplyShare& share : access.shares) {
    gps[share.row] += share.gps;
    older[share.row] += share.gps * access::part_of_age(share, access::older_gp);
  }
  const travel::TravelTimes times = travel.between(access.row_places(), sites.places(), reach_minutes.back());
  for (SiteFacts& site : facts) {
    for (std::size_t r = 0; r < reach_minutes.size(); ++r) site.reach[r].minutes = reach_minutes[r];
  }
  for (std::size_t row = 0; row < times.rows(); ++row) {
    for (std::size_t k = 0; k < times.columns_of(row).size(); ++k) {
      for (Reach& reach : facts[times.columns_of(row)[k]].reach) {
        if (times.minutes_of(row)[k] > reach.minutes) continue;
        if (row < access.places.size()) add_people(reach, access.places, row);
        reach.gps += gps[row];
        reach.gps_60_plus += older[row];
      }
    }
  }
}

// The places of one kind; none when the territory has no such layer.
territory::Places places_of(const Territory& territory, std::string_view kind) {
  const bool poles = kind == "health_pole";
  const territory::Places& all = poles ? territory.health_poles : territory.facilities;
  territory::Places result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (poles ? !territory::is_general_practice(all.kind[i]) : all.kind[i] != kind) continue;
    result.id.push_back(all.id[i]);
    result.name.push_back(all.name[i]);
    result.commune_code.push_back(all.commune_code[i]);
    result.position.push_back(all.position[i]);
  }
  return result;
}

void add_nearest(std::vector<SiteFacts>& facts, const travel::TerritoryTimes& travel, const ChosenSites& sites,
                 const Kind& kind, const territory::Places& places) {
  if (places.size() == 0) return;
  const travel::TravelTimes times =
      travel.between(sites.places(), {places.position, places.id, places.commune_code}, farthest_minutes);
  for (std::size_t site = 0; site < facts.size(); ++site) {
    NearestPlace nearest{std::string(kind.key), message(kind.label), {}, {}};
    std::optional<std::size_t> best;
    for (std::size_t k = 0; k < times.columns_of(site).size(); ++k) {
      const std::size_t place = times.columns_of(site)[k];
      const double minutes = times.minutes_of(site)[k];
      const bool nearer = !best || minutes < nearest.minutes.value() ||
                          (minutes == nearest.minutes.value() && places.id[place] < places.id[*best]);
      if (!nearer) continue;
      best = place;
      nearest.minutes = minutes;
      nearest.name = places.name[place];
    }
    facts[site].nearest.push_back(std::move(nearest));
  }
}

// The commune with most inhabitants among the members, or in the ring.
std::optional<std::size_t> largest_commune(const Territory& territory, bool member) {
  const auto& communes = territory.communes;
  std::optional<std::size_t> best;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if ((communes.member[c] != 0) != member) continue;
    if (!best || communes.population[c].value_or(0) > communes.population[*best].value_or(0)) best = c;
  }
  return best;
}

// Minutes to the place of a commune where most people live.
void add_town(std::vector<SiteFacts>& facts, const Territory& territory, const TerritoryAccess& access,
              const travel::TerritoryTimes& travel, const ChosenSites& sites, std::size_t commune) {
  std::optional<std::size_t> centre;
  for (std::size_t row = 0; row < access.places.size(); ++row) {
    if (access.places.commune[row] != commune) continue;
    if (!centre || access.places.population[row] > access.places.population[*centre]) centre = row;
  }
  if (!centre) return;
  const std::array position{access.places.center[*centre]};
  const std::array id{territory.communes.code[commune]};
  const travel::TravelTimes times = travel.between(sites.places(), {position, id, id}, farthest_minutes);
  for (std::size_t site = 0; site < facts.size(); ++site) {
    const bool reached = !times.minutes_of(site).empty();
    facts[site].nearest.push_back({"town",
                                   Message{territory.communes.name[commune], {}},
                                   reached ? Quantity(times.minutes_of(site).front()) : Quantity::missing(),
                                   {}});
  }
}

}  // namespace

Message place_kind_label(std::string_view kind) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& known) { return known.key == kind; });
  return found == kinds.end() ? Message{std::string(kind), {}} : message(found->label);
}

Message age_group_label(std::size_t group) {
  if (group == 0) return message("aged under {0}", age_group_starts[1]);
  if (group + 1 == age_group_starts.size()) return message("aged {0} and over", age_group_starts[group]);
  return message("aged {0} to {1}", age_group_starts[group], age_group_starts[group + 1] - 1);
}

std::vector<SiteFacts> site_facts(const Territory& territory, const travel::TerritoryTimes& travel,
                                  const TerritoryAccess& access, std::span<const std::size_t> sites) {
  std::vector<SiteFacts> facts(sites.size());
  const ChosenSites places = chosen(territory, sites);
  add_reach(facts, access, travel, places);
  for (const Kind& kind : kinds) add_nearest(facts, travel, places, kind, places_of(territory, kind.key));
  for (const bool member : {true, false}) {
    if (const auto town = largest_commune(territory, member)) {
      add_town(facts, territory, access, travel, places, *town);
    }
  }
  return facts;
}

std::vector<SiteFacts> site_facts(const Territory& territory, std::span<const std::size_t> sites,
                                  const access::Scenario* scenario) {
  const travel::TerritoryTimes travel(territory, {.time_factor = scenario == nullptr ? 1.0 : scenario->time_factor});
  const TerritoryAccess access = access::territory_access(territory, travel, {.scenario = scenario});
  if (scenario == nullptr) return site_facts(territory, travel, access, sites);
  Territory changed = territory;
  changed.health_poles = access::poles_under(territory, access, *scenario);
  return site_facts(changed, travel, access, sites);
}

nlohmann::ordered_json facts_json(const SiteFacts& facts, const Language& language) {
  using nlohmann::ordered_json;
  ordered_json result{{"reach", ordered_json::array()}, {"nearest", ordered_json::array()}};
  for (const Reach& reach : facts.reach) {
    ordered_json ages = ordered_json::object();
    for (std::size_t g = 0; g < reach.by_age.size(); ++g) ages[std::to_string(age_group_starts[g])] = reach.by_age[g];
    result["reach"].push_back({{"minutes", reach.minutes},
                               {"people", reach.people},
                               {"by_age", std::move(ages)},
                               {"age_unknown", reach.age_unknown},
                               {"gps", reach.gps},
                               {"gps_60_plus", reach.gps_60_plus}});
  }
  for (const NearestPlace& place : facts.nearest) {
    const bool known = place.minutes.is_number();
    result["nearest"].push_back({{"kind", place.kind},
                                 {"label", language.text(place.label)},
                                 {"minutes", known ? ordered_json(place.minutes.value()) : ordered_json(nullptr)},
                                 {"name", place.name}});
  }
  return result;
}

}  // namespace ancrage::report

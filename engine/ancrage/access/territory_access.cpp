// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/territory_access.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/access/scenario_supply.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace ancrage::access {

namespace {

using territory::Territory;

// For decays that have no finite weight at 0: nobody is nearer to a practitioner.
constexpr double least_minutes = 1.0;

bool is_member(const Territory& territory, std::uint32_t commune) {
  return commune != no_commune && territory.communes.member[commune] != 0;
}

bool row_is_member(const Territory& territory, const TerritoryAccess& access, std::size_t row) {
  if (row < access.first_site) return is_member(territory, access.places.commune[row]);
  const auto commune = territory.commune_index(access.row_commune[row]);
  return commune && territory.communes.member[*commune] != 0;
}

void set_rows(const Territory& territory, TerritoryAccess& access) {
  access.first_site = access.places.size();
  access.first_pole = access.first_site + territory.sites.size();
  access.rows = access.first_pole + territory.health_poles.size();
  access.row_position = access.places.center;
  access.row_id = access.places.id;
  for (const std::uint32_t commune : access.places.commune) {
    access.row_commune.push_back(commune == no_commune ? std::string() : territory.communes.code[commune]);
  }
  for (const territory::Places* more : {&territory.sites, &territory.health_poles}) {
    access.row_position.insert(access.row_position.end(), more->position.begin(), more->position.end());
    access.row_id.insert(access.row_id.end(), more->id.begin(), more->id.end());
    access.row_commune.insert(access.row_commune.end(), more->commune_code.begin(), more->commune_code.end());
  }
}

// The inhabited places of each commune.
std::vector<std::vector<std::uint32_t>> places_of_communes(const Territory& territory, const InhabitedPlaces& places) {
  std::vector<std::vector<std::uint32_t>> result(territory.communes.size());
  for (std::uint32_t row = 0; row < places.size(); ++row) {
    if (places.commune[row] != no_commune && places.population[row] > 0) result[places.commune[row]].push_back(row);
  }
  return result;
}

class SupplyBuilder {
 public:
  SupplyBuilder(const Territory& territory, const TerritoryAccessOptions& options, TerritoryAccess& access)
      : territory_(territory),
        options_(options),
        access_(access),
        places_of_(places_of_communes(territory, access.places)) {}

  void add_counts() {
    const auto& communes = territory_.communes;
    Diagnostic unplaced{
        Severity::warning, "communes", message("Practitioners of communes without inhabitants do not count"), {}};
    for (std::uint32_t i = 0; i < communes.size(); ++i) {
      const double all = communes.gps[i].value_or(0.0);
      const double older = std::min(communes.gps_60_plus[i].value_or(0.0), all);
      if (!(all > 0)) continue;
      if (places_of_[i].empty()) unplaced.names.push_back(communes.name[i]);
      spread(i, {.gps = all - older, .youngest = youngest_gp, .oldest = older_gp, .age_known = true});
      spread(i, {.gps = older, .youngest = older_gp, .oldest = oldest_gp, .age_known = true});
    }
    if (!unplaced.names.empty()) access_.diagnostics.push_back(std::move(unplaced));
  }

  void add_list() {
    const auto& list = territory_.practitioners;
    std::unordered_map<std::string_view, std::uint32_t> row_of;
    for (std::uint32_t i = 0; i < territory_.sites.size(); ++i) {
      row_of.emplace(territory_.sites.id[i], static_cast<std::uint32_t>(access_.first_site) + i);
    }
    for (std::uint32_t i = 0; i < territory_.health_poles.size(); ++i) {
      row_of.emplace(territory_.health_poles.id[i], static_cast<std::uint32_t>(access_.first_pole) + i);
    }
    for (std::size_t k = 0; k < list.size(); ++k) {
      const double acts = counted_acts(list.acts[k], list.age[k], options_.rule);
      const double age = list.age[k].value_or(0.0);
      SupplyShare one{.gps = 1.0, .youngest = age, .oldest = age, .age_known = list.age[k].is_number()};
      one.acts = acts;
      one.practitioner = k;
      // A commune's code may be a site's identifier too: its centre. The site is where the practitioner works.
      if (const auto found = row_of.find(list.place[k]); found != row_of.end()) {
        one.row = found->second;
        access_.shares.push_back(one);
      } else if (const auto commune = territory_.commune_index(list.place[k])) {
        spread(static_cast<std::uint32_t>(*commune), one, acts);
      } else {
        fail_unknown_place(k);
      }
    }
  }

 private:
  void spread(std::uint32_t commune, SupplyShare whole) { spread(commune, whole, whole.gps * territory_.access.acts); }
  void spread(std::uint32_t commune, SupplyShare whole, double acts) {
    if (!(whole.gps > 0)) return;
    for (const std::uint32_t row : places_of_[commune]) {
      const double share = access_.places.share_of_commune[row];
      SupplyShare part = whole;
      part.row = row;
      part.gps = whole.gps * share;
      part.acts = acts * share;
      access_.shares.push_back(part);
    }
  }

  [[noreturn]] void fail_unknown_place(std::size_t k) const {
    const auto& list = territory_.practitioners;
    std::vector<std::string> known = territory_.communes.code;
    known.insert(known.end(), territory_.sites.id.begin(), territory_.sites.id.end());
    known.insert(known.end(), territory_.health_poles.id.begin(), territory_.health_poles.id.end());
    throw Error(ErrorCode::wrong_input, message("There is no commune, site or pole “{0}”", list.place[k]),
                fmt::format("{}, practitioners, {}, place", territory_.path, list.id[k]),
                message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(list.place[k], known), ", "))));
  }

  const Territory& territory_;
  const TerritoryAccessOptions& options_;
  TerritoryAccess& access_;
  std::vector<std::vector<std::uint32_t>> places_of_;
};

// Standardised inhabitants of the places whose ages are known; the others count by head.
std::vector<double> place_demand(const Territory& territory, const InhabitedPlaces& places) {
  std::vector<double> demand = places.population;
  const auto& consumption = territory.access.consumption;
  if (consumption.empty()) return demand;
  constexpr std::size_t bands = territory::age_bands;
  std::vector<std::size_t> rows;
  std::vector<double> by_age;
  for (std::size_t row = 0; row < places.size(); ++row) {
    const auto ages = std::span(places.by_age).subspan(row * bands, bands);
    if (!std::all_of(ages.begin(), ages.end(), [](const Quantity& q) { return q.is_number(); })) continue;
    rows.push_back(row);
    for (const Quantity& people : ages) by_age.push_back(people.value());
  }
  const auto standardised = standardised_population(by_age, consumption);
  for (std::size_t k = 0; k < rows.size(); ++k) demand[rows[k]] = standardised[k];
  return demand;
}

// Who chooses between supplies does not choose places where nobody practises.
travel::TravelTimes with_supply_only(const travel::TravelTimes& times, std::span<const double> supply) {
  travel::TravelTimes result;
  for (std::size_t row = 0; row < times.rows(); ++row) {
    for (std::size_t i = 0; i < times.columns_of(row).size(); ++i) {
      if (!(supply[times.columns_of(row)[i]] > 0)) continue;
      result.column.push_back(times.columns_of(row)[i]);
      result.minutes.push_back(times.minutes_of(row)[i]);
    }
    result.row_starts.push_back(result.column.size());
  }
  return result;
}

// Of counts the ages are known by class only.
void limit_age_of_counts(TerritoryAccess& access, double age_limit) {
  const double gone = retire(access.shares, age_limit, 0.0);
  access.changed = true;
  access.diagnostics.push_back(
      {Severity::note,
       "communes",
       plural_message("{0} practitioner older than {1} does not count; ages are known as under 60 or 60 and over only "
                      "and spread evenly over {2}–{3} and {3}–{4} years: an estimate",
                      "{0} practitioners older than {1} do not count; ages are known as under 60 or 60 and over only "
                      "and spread evenly over {2}–{3} and {3}–{4} years: an estimate",
                      DecimalArgument{gone, 1}, DecimalArgument{age_limit, 0}, DecimalArgument{youngest_gp, 0},
                      DecimalArgument{older_gp, 0}, DecimalArgument{oldest_gp, 0}),
       {}});
}

Catchments catchments_of(const Territory& territory, const travel::TerritoryTimes& travel,
                         const TerritoryAccess& access, const TerritoryAccessOptions& options,
                         const Progress& progress) {
  const Decay decay = options.scenario != nullptr && options.scenario->decay ? *options.scenario->decay
                      : options.decay                                        ? *options.decay
                                      : parse_decay(territory.access.decay, "[access] decay");
  travel::TravelTimes times =
      travel.between(access.row_places(), access.row_places(), std::min(decay.reach(), options.most_minutes), progress);
  if (!std::isfinite(decay.weight(0.0))) {
    for (double& minutes : times.minutes) minutes = std::max(minutes, least_minutes);
  }
  if (options.choice == Choice::selective) times = with_supply_only(times, access.supply);
  const std::vector<std::size_t> starts(times.row_starts.begin(), times.row_starts.end());
  return {{starts, times.column, times.minutes}, access.rows, decay, options.choice};
}

}  // namespace

double part_of_age(const SupplyShare& share, double age, double years_later) {
  if (!share.age_known) return 0.0;
  if (share.oldest == share.youngest) return share.oldest + years_later >= age ? 1.0 : 0.0;
  return std::clamp((share.oldest + years_later - age) / (share.oldest - share.youngest), 0.0, 1.0);
}

TerritoryAccess territory_access(const Territory& territory, const travel::TerritoryTimes& travel,
                                 const TerritoryAccessOptions& options, const Progress& progress) {
  check_supply_rule(options.rule);
  TerritoryAccess access{.places = inhabited_places(territory, progress)};
  set_rows(territory, access);
  access.people = access.places.population;
  access.people.resize(access.rows, 0.0);
  access.demand = place_demand(territory, access.places);
  access.demand.resize(access.rows, 0.0);
  access.standardised = !territory.access.consumption.empty();
  access.listed_practitioners = territory.practitioners.size() > 0;

  SupplyBuilder builder(territory, options, access);
  access.listed_practitioners ? builder.add_list() : builder.add_counts();
  std::stable_sort(access.shares.begin(), access.shares.end(),
                   [](const SupplyShare& a, const SupplyShare& b) { return a.row < b.row; });
  if (options.rule.age_limit && !access.listed_practitioners) limit_age_of_counts(access, *options.rule.age_limit);
  if (options.scenario != nullptr) {
    ScenarioSupply under = supply_under(territory, access, *options.scenario);
    access.shares = std::move(under.shares);
    access.effects = std::move(under.effects);
    access.changed = true;
    access.diagnostics.insert(access.diagnostics.end(), under.diagnostics.begin(), under.diagnostics.end());
  }
  access.supply = row_supply(access.shares, access.rows);

  access.catchments =
      options.catchments != nullptr ? *options.catchments : catchments_of(territory, travel, access, options, progress);
  throw_if_stopped(progress);
  access.now = accessibility(access.catchments, access.supply, access.demand, options.threads, progress.stop);
  return access;
}

std::vector<std::uint8_t> member_rows(const Territory& territory, const InhabitedPlaces& places) {
  std::vector<std::uint8_t> member;
  for (const std::uint32_t commune : places.commune) {
    member.push_back(is_member(territory, commune));
  }
  return member;
}

std::vector<Quantity> commune_accessibility(const Territory& territory, const TerritoryAccess& access,
                                            std::span<const double> accessibility) {
  const std::size_t inhabited = access.places.size();
  return weighted_means(accessibility.first(inhabited), std::span(access.demand).first(inhabited),
                        access.places.commune, territory.communes.size());
}

std::vector<double> commune_practitioners(const Territory& territory, const TerritoryAccess& access) {
  std::vector<double> gps(territory.communes.size(), 0.0);
  if (!access.listed_practitioners && !access.changed) {
    for (std::size_t c = 0; c < gps.size(); ++c) gps[c] = territory.communes.gps[c].value_or(0.0);
    return gps;
  }
  for (const SupplyShare& share : access.shares) {
    if (const auto commune = territory.commune_index(access.row_commune[share.row])) gps[*commune] += share.gps;
  }
  constexpr double digits = 1e9;  // parts of a whole number add up to it
  for (double& count : gps) count = std::round(count * digits) / digits;
  return gps;
}

AccessSummary summarise(const Territory& territory, const TerritoryAccess& access,
                        std::span<const double> accessibility) {
  const auto member = member_rows(territory, access.places);
  AccessSummary summary;
  std::vector<double> values;
  std::vector<double> people;
  std::vector<double> demand;
  for (std::size_t row = 0; row < member.size(); ++row) {
    if (member[row] == 0) continue;
    values.push_back(accessibility[row]);
    people.push_back(access.people[row]);
    demand.push_back(access.demand[row]);
    summary.people += access.people[row];
  }
  const auto gps = commune_practitioners(territory, access);
  for (std::size_t c = 0; c < gps.size(); ++c) summary.gps += territory.communes.member[c] != 0 ? gps[c] : 0.0;
  for (std::size_t row = 0; row < access.rows; ++row) {
    if (row_is_member(territory, access, row)) summary.acts += access.supply[row];
  }
  summary.mean = weighted_mean(values, demand);
  summary.gini = gini(values, people);
  summary.worst_decile = worst_served_mean(values, people);
  for (std::size_t k = 0; k < apl_thresholds.size(); ++k) {
    summary.people_under[k] = people_under(values, people, apl_thresholds[k]);
  }
  return summary;
}

}  // namespace ancrage::access

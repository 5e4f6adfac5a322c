// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario_effect.hpp"

#include "ancrage/access/scenario_supply.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ancrage::access {

namespace {

// The access of a territory with other supply: same times, same weights.
TerritoryAccess with_other_supply(const territory::Territory& territory, const TerritoryAccess& access,
                                  const Scenario& scenario, const TerritoryAccessOptions& options,
                                  const Progress& progress) {
  ScenarioSupply under = supply_under(territory, access, scenario);
  TerritoryAccess result = access;
  result.shares = std::move(under.shares);
  result.effects = std::move(under.effects);
  result.changed = true;
  result.diagnostics.insert(result.diagnostics.end(), under.diagnostics.begin(), under.diagnostics.end());
  result.supply = row_supply(result.shares, result.rows);
  result.now = accessibility(result.catchments, result.supply, result.demand, options.threads, progress.stop);
  return result;
}

// Acts and people of every commune; its practitioners are left at none.
std::vector<CommunePractice> loads_by_commune(const territory::Territory& territory, const TerritoryAccess& access,
                                              std::span<const double> supply, unsigned threads) {
  const PractitionerLoad load = practitioner_load(access.catchments, supply, access.people, threads);
  std::unordered_map<std::string_view, std::size_t> communes;
  for (std::size_t c = 0; c < territory.communes.size(); ++c) communes.emplace(territory.communes.code[c], c);
  std::vector<CommunePractice> result(territory.communes.size());
  for (std::size_t row = 0; row < access.rows; ++row) {
    if (!(supply[row] > 0)) continue;
    const auto commune = communes.find(access.row_commune[row]);
    if (commune == communes.end()) continue;
    result[commune->second].acts += supply[row];
    result[commune->second].people += load.people[row];
  }
  return result;
}

}  // namespace

Quantity CommunePractice::people_per_gp(double full_time_acts) const {
  return acts > 0 ? Quantity(people / (acts / full_time_acts)) : Quantity::missing();
}

std::vector<CommunePractice> commune_practice(const territory::Territory& territory, const TerritoryAccess& access,
                                              unsigned threads) {
  std::vector<CommunePractice> result = loads_by_commune(territory, access, access.supply, threads);
  const auto gps = commune_practitioners(territory, access);
  for (std::size_t c = 0; c < result.size(); ++c) result[c].gps = gps[c];
  return result;
}

std::vector<CommunePractice> commune_practice(const territory::Territory& territory, const TerritoryAccess& access,
                                              std::span<const SupplyShare> shares, unsigned threads) {
  std::vector<CommunePractice> result =
      loads_by_commune(territory, access, row_supply(shares, access.rows), threads);
  const SupplyShare* last = nullptr;  // shares of one row follow each other
  std::optional<std::size_t> commune;
  for (const SupplyShare& share : shares) {
    if (last == nullptr || access.row_commune[last->row] != access.row_commune[share.row]) {
      commune = territory.commune_index(access.row_commune[share.row]);
    }
    if (commune) result[*commune].gps += share.gps;
    last = &share;
  }
  return result;
}

ScenarioEffect scenario_effect(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                               const Scenario& scenario, const TerritoryAccessOptions& options,
                               const Progress& progress) {
  ScenarioEffect effect{.before = territory_access(territory, travel, options, progress)};
  if (!scenario.changes_times() && options.choice == Choice::every) {
    effect.after = with_other_supply(territory, effect.before, scenario, options, progress);
  } else {
    TerritoryAccessOptions changed = options;
    changed.scenario = &scenario;
    if (scenario.time_factor == 1.0) {
      effect.after = territory_access(territory, travel, changed, progress);
    } else {
      const travel::TerritoryTimes slower(territory, {.time_factor = scenario.time_factor, .threads = options.threads});
      effect.after = territory_access(territory, slower, changed, progress);
    }
  }
  AccessComparison(territory, effect.before).compare(effect.before.now.value, effect.after.now.value, effect.change);
  effect.practice_before = commune_practice(territory, effect.before, options.threads);
  effect.practice_after = commune_practice(territory, effect.after, options.threads);
  return effect;
}

}  // namespace ancrage::access

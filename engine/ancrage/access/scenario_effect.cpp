// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario_effect.hpp"

#include "ancrage/access/scenario_supply.hpp"

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

}  // namespace

Quantity CommunePractice::people_per_gp(double full_time_acts) const {
  return acts > 0 ? Quantity(people / (acts / full_time_acts)) : Quantity::missing();
}

std::vector<CommunePractice> commune_practice(const territory::Territory& territory, const TerritoryAccess& access,
                                              unsigned threads) {
  const PractitionerLoad load = practitioner_load(access.catchments, access.supply, access.people, threads);
  std::vector<CommunePractice> result(territory.communes.size());
  const auto gps = commune_practitioners(territory, access);
  for (std::size_t c = 0; c < result.size(); ++c) result[c].gps = gps[c];
  for (std::size_t row = 0; row < access.rows; ++row) {
    if (!(access.supply[row] > 0)) continue;
    const auto commune = territory.commune_index(access.row_commune[row]);
    if (!commune) continue;
    result[*commune].acts += access.supply[row];
    result[*commune].people += load.people[row];
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

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/retirement.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/access/scenario_supply.hpp"
#include "ancrage/base/error.hpp"

#include <utility>

namespace ancrage::access {

namespace {

RetirementYear year_of(const territory::Territory& territory, const TerritoryAccess& state, int year) {
  RetirementYear result{.year = year};
  result.territory = summarise(territory, state, state.now.value);
  result.accessibility = commune_accessibility(territory, state, state.now.value);
  result.gps = commune_practitioners(territory, state);
  return result;
}

}  // namespace

RetirementCliff retirement_cliff(const territory::Territory& territory, const TerritoryAccess& access, double age,
                                 int first_year, int last_year, const Progress& progress, unsigned threads) {
  const int counted = territory.access.practitioners_year;
  if (counted == 0) {
    throw Error(ErrorCode::wrong_input, message("The territory does not state the year of its practitioners’ ages"),
                territory.path, message("set practitioners_year under [access] in territory.toml"));
  }
  if (first_year < counted) {
    throw Error(ErrorCode::wrong_input,
                message("The year {0} is before that of the practitioners’ ages, {1}", std::to_string(first_year),
                        std::to_string(counted)),
                territory.path, message("name a later year"));
  }
  RetirementCliff cliff{.age = age};
  TerritoryAccess state = access;
  state.changed = true;  // practitioners of communes are the sums of their shares
  cliff.counted = year_of(territory, access, counted);
  for (auto& years : cliff.under_from) years.resize(territory.communes.size());
  const auto note_fallen = [&](const RetirementYear& then) {
    for (std::size_t k = 0; k < apl_thresholds.size(); ++k) {
      for (std::size_t c = 0; c < then.accessibility.size(); ++c) {
        auto& from = cliff.under_from[k][c];
        if (from || !then.accessibility[c].is_number()) continue;
        if (is_under(then.accessibility[c].value(), apl_thresholds[k])) from = then.year;
      }
    }
  };
  note_fallen(cliff.counted);
  const double span = last_year - counted + 1;
  for (int year = counted; year <= last_year; ++year) {
    throw_if_stopped(progress);
    progress(message("Retirements"), (year - counted) / span);
    retire(state.shares, age, year - counted);
    state.supply = row_supply(state.shares, state.rows);
    state.now = accessibility(state.catchments, state.supply, state.demand, threads, progress.stop);
    RetirementYear then = year_of(territory, state, year);
    note_fallen(then);
    if (year >= first_year) cliff.years.push_back(std::move(then));
  }
  progress(message("Retirements"), 1.0);
  return cliff;
}

}  // namespace ancrage::access

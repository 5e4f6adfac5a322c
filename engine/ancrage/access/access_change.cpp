// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/access_change.hpp"

#include "ancrage/access/distribution.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::access {

namespace {

constexpr double least_change = 1e-9;

// Mean before and after of a group of places, summed up.
struct Sums {
  double demand = 0.0;
  double before = 0.0;
  double after = 0.0;

  void add(double weight, double value_before, double value_after) {
    demand += weight;
    before += weight * value_before;
    after += weight * value_after;
  }
  Quantity mean(double sum) const { return demand > 0 ? Quantity(sum / demand) : Quantity::missing(); }
};

void add(Crossing& crossing, double people, bool under_before, bool under_after) {
  if (under_before) crossing.under_before += people;
  if (under_after) crossing.under_after += people;
  if (under_before && !under_after) crossing.lifted += people;
  if (!under_before && under_after) crossing.fallen += people;
}

}  // namespace

AccessComparison::AccessComparison(const territory::Territory& territory, const TerritoryAccess& access)
    : commune_demand_(territory.communes.size(), 0.0) {
  const auto member = member_rows(territory, access.places);
  for (std::size_t row = 0; row < access.places.size(); ++row) {
    const std::uint32_t commune = access.places.commune[row];
    const bool zip = commune != no_commune && territory.communes.zone[commune] == territory::ZoneStatus::zip;
    places_.push_back({commune,
                       member[row] != 0,
                       access.people[row],
                       access.demand[row],
                       {1.0, access.places.qpv_share[row], zip ? 1.0 : 0.0}});
    if (commune != no_commune) commune_demand_[commune] += access.demand[row];
  }
}

void AccessComparison::compare(std::span<const double> before, std::span<const double> after,
                               AccessChange& change) const {
  change.communes.assign(commune_demand_.size(), CommuneChange{0.0, 0.0, {}});  // sums first, means at the end
  change.groups = {};
  change.acts_gained = 0.0;
  change.acts_lost = 0.0;
  std::array<Sums, people_group_keys.size()> sums{};
  for (std::size_t row = 0; row < places_.size(); ++row) {
    const Place& place = places_[row];
    if (place.commune == no_commune) continue;
    const double difference = after[row] - before[row];
    const bool changed = std::abs(difference) > least_change * std::max(before[row], after[row]);
    CommuneChange& commune = change.communes[place.commune];
    commune.before = commune.before.value() + place.demand * before[row];
    commune.after = commune.after.value() + place.demand * after[row];
    std::array<std::array<bool, 2>, apl_thresholds.size()> under{};
    for (std::size_t k = 0; k < under.size(); ++k) {
      under[k] = {is_under(before[row], apl_thresholds[k]), is_under(after[row], apl_thresholds[k])};
      add(commune.crossings[k], place.people, under[k][0], under[k][1]);
    }
    if (!place.member) continue;
    if (changed) (difference > 0 ? change.acts_gained : change.acts_lost) += std::abs(difference) * place.demand;
    for (std::size_t g = 0; g < sums.size(); ++g) {
      const double people = place.people * place.share[g];
      if (!(people > 0)) continue;
      GroupChange& group = change.groups[g];
      group.people += people;
      if (changed) (difference > 0 ? group.gaining : group.losing) += people;
      sums[g].add(place.demand * place.share[g], before[row], after[row]);
      for (std::size_t k = 0; k < under.size(); ++k) add(group.crossings[k], people, under[k][0], under[k][1]);
    }
  }
  for (std::size_t c = 0; c < change.communes.size(); ++c) {
    CommuneChange& commune = change.communes[c];
    const bool inhabited = commune_demand_[c] > 0;
    commune.before = inhabited ? Quantity(commune.before.value() / commune_demand_[c]) : Quantity::missing();
    commune.after = inhabited ? Quantity(commune.after.value() / commune_demand_[c]) : Quantity::missing();
  }
  for (std::size_t g = 0; g < sums.size(); ++g) {
    change.groups[g].mean_before = sums[g].mean(sums[g].before);
    change.groups[g].mean_after = sums[g].mean(sums[g].after);
  }
}

}  // namespace ancrage::access

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/plan_figures.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/access/floating_catchment.hpp"
#include "ancrage/access/scenario_supply.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace ancrage::planning {

namespace {

constexpr double threshold = access::apl_thresholds.front();

// Columns of places of the access, for travel times.
struct PlaceColumns {
  std::vector<geometry::Point> position;
  std::vector<std::string> id;
  std::vector<std::string> commune;

  PlaceColumns(const access::TerritoryAccess& access, std::span<const std::uint32_t> rows) {
    for (const std::uint32_t row : rows) {
      position.push_back(access.row_position[row]);
      id.push_back(access.row_id[row]);
      commune.push_back(access.row_commune[row]);
    }
  }
  travel::TimedPlaces view() const { return {position, id, commune}; }
};

}  // namespace

PlanEvaluation::PlanEvaluation(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                               const access::TerritoryAccess& access, const Progress& progress)
    : territory_(territory), access_(access) {
  const auto member = access::member_rows(territory, access.places);
  for (std::uint32_t row = 0; row < member.size(); ++row) {
    if (member[row] == 0 || !(access.people[row] > 0)) continue;
    rows_.push_back(row);
    people_ += access.people[row];
    if (!access::is_under(access.now.value[row], threshold)) continue;
    people_under_ += access.people[row];
    priority_under_ += access.people[row] * access.places.priority_share[row];
  }
  const PlaceColumns homes(access, rows_);
  const std::vector<std::uint32_t> practices = practice_rows();
  const PlaceColumns today(access, practices);
  const auto& sites = territory.sites;
  const travel::TravelTimes to_today = travel.between(homes.view(), today.view(), farthest_minutes, progress);
  const travel::TravelTimes to_sites =
      travel.between(homes.view(), {sites.position, sites.id, sites.commune_code}, farthest_minutes, progress);
  median_.place_id = sites.id;
  median_.place_id.emplace_back();  // today's practitioners
  median_.fixed.assign(sites.size(), 0);
  median_.fixed.push_back(1);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    median_.demand_id.push_back(access.row_id[rows_[i]]);
    median_.people.push_back(access.people[rows_[i]]);
    double nearest = farthest_minutes;
    for (const double minutes : to_today.minutes_of(i)) nearest = std::min(nearest, minutes);
    for (std::size_t k = 0; k < to_sites.columns_of(i).size(); ++k) {
      if (to_sites.minutes_of(i)[k] < nearest) median_.costs.add(to_sites.columns_of(i)[k], to_sites.minutes_of(i)[k]);
    }
    median_.costs.add(static_cast<std::uint32_t>(sites.size()), nearest);
    median_.costs.end_row();
  }
}

// Where practitioners are today: of a list, where each works; of counts, the centres of the communes that have some.
std::vector<std::uint32_t> PlanEvaluation::practice_rows() const {
  std::set<std::uint32_t> rows;
  std::set<std::string> communes;
  for (const access::SupplyShare& share : access_.shares) {
    if (!(share.gps > 0)) continue;
    if (access_.listed_practitioners) {
      rows.insert(share.row);
    } else {
      communes.insert(access_.row_commune[share.row]);
    }
  }
  for (const std::string& code : communes) rows.insert(access::find_place(territory_, access_, code, code).row);
  return {rows.begin(), rows.end()};
}

std::vector<double> PlanEvaluation::accessibility(std::span<const std::uint32_t> practitioners) const {
  std::vector<double> supply = access_.supply;
  for (std::size_t site = 0; site < practitioners.size(); ++site) {
    supply[access_.first_site + site] += practitioners[site] * territory_.access.acts;
  }
  return access::accessibility(access_.catchments, supply, access_.demand).value;
}

PlanFigures PlanEvaluation::figures(std::span<const std::uint32_t> practitioners) const {
  const std::vector<double> after = accessibility(practitioners);
  PlanFigures figures;
  for (const std::uint32_t row : rows_) {
    if (!access::is_under(access_.now.value[row], threshold) || access::is_under(after[row], threshold)) continue;
    figures.lifted += access_.people[row];
    figures.priority_lifted += access_.people[row] * access_.places.priority_share[row];
  }
  std::vector<std::uint32_t> open{static_cast<std::uint32_t>(practitioners.size())};
  for (std::uint32_t site = 0; site < practitioners.size(); ++site) {
    if (practitioners[site] > 0) open.push_back(site);
  }
  const double minutes = served_cost(median_, nearest_open(median_, open));
  figures.mean_minutes = people_ > 0 ? minutes / people_ : 0.0;
  return figures;
}

access::AccessChange PlanEvaluation::change(std::span<const std::uint32_t> practitioners) const {
  access::AccessChange change;
  access::AccessComparison(territory_, access_).compare(access_.now.value, accessibility(practitioners), change);
  return change;
}

LiftProblem PlanEvaluation::lift_problem(bool priority) const {
  LiftProblem problem{.sites = territory_.sites.size()};
  const auto& by_demand = access_.catchments.by_demand();
  for (const std::uint32_t row : rows_) {
    const double people = access_.people[row] * (priority ? access_.places.priority_share[row] : 1.0);
    if (!(people > 0) || !access::is_under(access_.now.value[row], threshold)) continue;
    const auto supplies = by_demand.row(row);
    for (std::size_t k = 0; k < supplies.places.size(); ++k) {
      const std::uint32_t at = supplies.places[k];
      if (at < access_.first_site || at >= access_.first_pole) continue;
      const double gain = supplies.weights[k] * access::supply_ratio(territory_.access.acts, access_.now.load[at]);
      if (gain > 0) problem.gain.add(static_cast<std::uint32_t>(at - access_.first_site), gain);
    }
    problem.gain.end_row();
    problem.need.push_back(threshold - access_.now.value[row]);
    problem.people.push_back(people);
  }
  return problem;
}

}  // namespace ancrage::planning

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/territory_matching.hpp"

#include "ancrage/access/access_change.hpp"
#include "ancrage/access/distribution.hpp"
#include "ancrage/access/what_if.hpp"
#include "ancrage/matching/coupled_assignment.hpp"
#include "ancrage/matching/stable_matching.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace ancrage::assessment {

namespace {

using matching::Couple;
using matching::HospitalResidents;
using matching::none;

std::vector<double> need_scores(const Assessment& assessment) {
  std::vector<double> need;
  for (const SiteScore& score : assessment.scores[static_cast<std::size_t>(Score::need)]) {
    need.push_back(score.score.value_or(0.0));
  }
  return need;
}

// Sites that take part: with places, or listed as without; of those with places, the neediest when only some open.
std::vector<std::size_t> open_sites(const MarketInput& input, std::size_t open) {
  std::vector<std::size_t> sites;
  std::size_t with_places = 0;
  for (const std::size_t site : input.assessment.ranking(Score::need)) {
    if (input.offers.capacity[site] > 0 && (open == 0 || with_places < open)) {
      sites.push_back(site);
      ++with_places;
    } else if (input.offers.capacity[site] == 0 && input.offers.listed[site] != 0) {
      sites.push_back(site);
    }
  }
  if (with_places == 0) {
    throw Error(ErrorCode::infeasible, message("No place is open to applicants"), "--capacity, --places",
                message("give at least one site a capacity above 0"));
  }
  const auto& id = input.territory.sites.id;
  std::sort(sites.begin(), sites.end(), [&](std::size_t a, std::size_t b) { return id[a] < id[b]; });
  return sites;
}

// Applicants of a site, best first.
std::vector<std::uint32_t> order_of_site(const MarketInput& input, const std::vector<ApplicantView>& views,
                                         std::size_t site, PlaceOrder order) {
  const auto& preferred = input.offers.preferred[site];
  std::vector<std::uint32_t> result;
  for (std::uint32_t a = 0; a < views.size(); ++a) {
    if (views[a].is_in(site)) result.push_back(a);
  }
  const auto key = [&](std::uint32_t a) {
    const auto named = std::find(preferred.begin(), preferred.end(), a) - preferred.begin();
    const double suits = order == PlaceOrder::suitability ? -views[a].score[site] : static_cast<double>(a);
    return std::tuple<std::ptrdiff_t, std::uint32_t, double, bool, std::string_view>(
        named, input.applicants[a].priority, suits, !input.applicants[a].partner, input.applicants[a].id);
  };
  std::sort(result.begin(), result.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return result;
}

HospitalResidents instance_of(const MarketInput& input, const std::vector<ApplicantView>& views,
                              const std::vector<std::size_t>& sites, PlaceOrder order) {
  std::vector<std::uint32_t> hospital_of(input.territory.sites.size(), none);
  for (std::uint32_t h = 0; h < sites.size(); ++h) hospital_of[sites[h]] = h;
  matching::PreferenceLists residents;
  for (const ApplicantView& view : views) {
    std::vector<std::uint32_t> list;
    for (const std::size_t site : view.order) {
      if (hospital_of[site] != none) list.push_back(hospital_of[site]);
    }
    residents.add(list);
  }
  matching::PreferenceLists hospitals;
  std::vector<std::uint32_t> capacity;
  for (const std::size_t site : sites) {
    hospitals.add(order_of_site(input, views, site, order));
    capacity.push_back(input.offers.capacity[site]);
  }
  return {std::move(residents), std::move(hospitals), std::move(capacity)};
}

// Minutes between the sites, by hospital.
travel::TravelTimes times_between(const MarketInput& input, const std::vector<std::size_t>& sites, double most_minutes,
                                  const Progress& progress) {
  std::vector<geometry::Point> position;
  std::vector<std::string> id;
  std::vector<std::string> commune;
  for (const std::size_t site : sites) {
    position.push_back(input.territory.sites.position[site]);
    id.push_back(input.territory.sites.id[site]);
    commune.push_back(input.territory.sites.commune_code[site]);
  }
  const travel::TimedPlaces places{position, id, commune};
  return input.travel.between(places, places, most_minutes, progress);
}

// Pairs of places near each other, those with the least sum of ranks first, then of the less unequal ranks.
std::vector<Couple::Choice> couple_choices(const HospitalResidents& instance, const travel::TravelTimes& near,
                                           std::uint32_t first, std::uint32_t second) {
  std::vector<std::uint32_t> position(instance.hospitals(), none);
  const auto of_second = instance.choices(second);
  for (std::uint32_t k = 0; k < of_second.size(); ++k) position[of_second[k]] = k;
  std::vector<Couple::Choice> choices;
  const auto of_first = instance.choices(first);
  for (std::uint32_t k = 0; k < of_first.size(); ++k) {
    const std::uint32_t here = of_first[k];
    if (position[here] != none) choices.push_back({k, position[here]});
    for (const std::uint32_t there : near.columns_of(here)) {
      if (there != here && position[there] != none) choices.push_back({k, position[there]});
    }
  }
  std::sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first + a.second, std::max(a.first, a.second), a.first) <
           std::tuple(b.first + b.second, std::max(b.first, b.second), b.first);
  });
  return choices;
}

std::vector<Couple> couples_of(const MarketInput& input, const TerritoryMatching& market, double most_minutes,
                               const Progress& progress) {
  std::vector<Couple> couples;
  std::optional<travel::TravelTimes> near;
  for (std::uint32_t a = 0; a < input.applicants.size(); ++a) {
    const auto& partner = input.applicants[a].partner;
    if (!partner || *partner < a) continue;
    if (!near) near = times_between(input, market.sites, most_minutes, progress);
    const auto b = static_cast<std::uint32_t>(*partner);
    couples.push_back({a, b, couple_choices(market.instance, *near, a, b)});
  }
  return couples;
}

// Consultations that one practitioner more at each site gives to members' people who have under 2.5.
std::vector<double> consultations_under(const MarketInput& input, const std::vector<std::size_t>& sites,
                                        access::WhatIf& what_if) {
  const access::TerritoryAccess& access = input.access;
  const auto member = access::member_rows(input.territory, access.places);
  const double threshold = access::apl_thresholds.front();
  std::vector<double> result;
  for (const std::size_t site : sites) {
    const std::size_t row = access.first_site + site;
    double consultations = 0.0;
    for (const std::uint32_t place : what_if.add_supply(row, input.territory.access.acts)) {
      if (place >= member.size() || member[place] == 0) continue;
      if (!access::is_under(access.now.value[place], threshold)) continue;
      consultations += access.demand[place] * (what_if.now().value[place] - access.now.value[place]);
    }
    what_if.set_supply(row, access.supply[row]);
    result.push_back(consultations);
  }
  return result;
}

enum class Objective { consultations, ranks };

// Never worse than the stable matching, from which the search starts.
matching::CoupledAssignment assign(const TerritoryMatching& market, Objective objective, const Progress& progress) {
  // Whole numbers, so that equal sums are equal; of as many consultations, the least sum of ranks.
  const auto above_ranks = static_cast<double>(market.instance.residents() * market.instance.hospitals() + 1);
  matching::CostRows rows;
  for (std::size_t r = 0; r < market.instance.residents(); ++r) {
    const auto choices = market.instance.choices(r);
    for (std::uint32_t k = 0; k < choices.size(); ++k) {
      const double consultations = std::round(market.consultations_under[choices[k]]);
      rows.add(choices[k], k + 1.0 - (objective == Objective::consultations ? above_ranks * consultations : 0.0));
    }
    rows.end_row();
  }
  std::vector<std::uint32_t> capacity;
  for (std::size_t h = 0; h < market.instance.hospitals(); ++h) capacity.push_back(market.instance.capacity(h));
  constexpr std::size_t most_entries = 20'000'000;  // looked at in all: some seconds
  const std::size_t most_steps = std::clamp<std::size_t>(most_entries / (rows.places.size() + 1), 100, 20'000);
  return matching::coupled_assignment(rows, capacity, market.couples,
                                      {most_steps, market.outcome(Outcome::stable_for_applicants)->matching},
                                      progress.stop);
}

// What a matching is worth.
class Judge {
 public:
  Judge(const MarketInput& input, const TerritoryMatching& market, access::WhatIf& what_if)
      : input_(input), market_(market), comparison_(input.territory, input.access), what_if_(what_if) {
    coupled_.assign(input.applicants.size(), 0);
    for (const Couple& couple : market.couples) coupled_[couple.first] = coupled_[couple.second] = 1;
  }

  MatchingOutcome outcome(matching::Matching matching, bool proven = true) {
    MatchingOutcome result{std::move(matching)};
    result.proven = proven;
    for (std::size_t r = 0; r < result.matching.size(); ++r) {
      const std::uint32_t hospital = matching::hospital_of(market_.instance, result.matching, r);
      if (hospital == none) continue;
      ++result.placed;
      if (result.matching[r] == 0) ++result.first_choices;
      result.mean_rank += result.matching[r] + 1.0;
      result.mean_need += market_.need[market_.sites[hospital]];
      result.consultations_under += market_.consultations_under[hospital];
      what_if_.add_supply(input_.access.first_site + market_.sites[hospital], input_.territory.access.acts);
    }
    if (result.placed > 0) {
      result.mean_rank /= static_cast<double>(result.placed);
      result.mean_need /= static_cast<double>(result.placed);
    }
    access::AccessChange change;
    comparison_.compare(input_.access.now.value, what_if_.now().value, change);
    result.people_lifted = change.crossing(access::PeopleGroup::all, 0).lifted;
    take_back(result.matching);
    for (const matching::Pair& pair : matching::blocking_pairs(market_.instance, result.matching)) {
      if (coupled_[pair.resident] == 0) result.blocking_pairs.push_back(pair);
    }
    result.blocking_couples = matching::blocking_couples(market_.instance, market_.couples, result.matching);
    return result;
  }

 private:
  void take_back(const matching::Matching& matching) {
    for (std::size_t r = 0; r < matching.size(); ++r) {
      const std::uint32_t hospital = matching::hospital_of(market_.instance, matching, r);
      if (hospital == none) continue;
      const std::size_t row = input_.access.first_site + market_.sites[hospital];
      what_if_.set_supply(row, input_.access.supply[row]);
    }
  }

  const MarketInput& input_;
  const TerritoryMatching& market_;
  access::AccessComparison comparison_;
  access::WhatIf& what_if_;
  std::vector<std::uint8_t> coupled_;
};

void check_lists(const MarketInput& input, TerritoryMatching& market) {
  Diagnostic closed{Severity::warning, {}, message("The limits leave sites, but none that is open"), {}};
  std::size_t with_list = 0;
  for (std::size_t a = 0; a < input.applicants.size(); ++a) {
    const std::string& id = input.applicants[a].id;
    if (market.views[a].nowhere) {
      const Error& error = *market.views[a].nowhere;
      market.diagnostics.push_back({Severity::warning, {}, error.message(), {id, error.where()}});
    } else if (market.instance.choices(a).empty()) {
      closed.names.push_back(id);
    } else {
      ++with_list;
    }
  }
  if (!closed.names.empty()) market.diagnostics.push_back(closed);
  if (with_list > 0) return;
  for (const ApplicantView& view : market.views) {
    if (view.nowhere) throw *view.nowhere;
  }
  throw Error(ErrorCode::infeasible, closed.what, "--capacity, --places, --open", message("open more sites"));
}

void add_diagnostics(const MarketInput& input, const MatchingChoices& choices, TerritoryMatching& market) {
  std::uint64_t places = 0;
  for (std::size_t h = 0; h < market.instance.hospitals(); ++h) places += market.instance.capacity(h);
  if (places < input.applicants.size()) {
    market.diagnostics.push_back(
        {Severity::warning,
         {},
         message("There are fewer places ({0}) than applicants ({1})", places, input.applicants.size()),
         {}});
  }
  Diagnostic apart{Severity::warning,
                   {},
                   message("No two places that suit a couple are within {0} min of each other",
                           DecimalArgument{choices.couple_minutes, 0}),
                   {}};
  for (const Couple& couple : market.couples) {
    if (!couple.choices.empty()) continue;
    apart.names.push_back(input.applicants[couple.first].id);
    apart.names.push_back(input.applicants[couple.second].id);
  }
  if (!apart.names.empty()) market.diagnostics.push_back(std::move(apart));
}

void add_outcome_diagnostics(TerritoryMatching& market, bool none_exists) {
  const std::size_t blocking = market.outcome(Outcome::stable_for_applicants)->blocking();
  if (blocking > 0) {
    market.diagnostics.push_back(
        {Severity::warning,
         {},
         none_exists ? message("With these couples no stable matching exists; this one has the fewest blocking pairs "
                               "and couples of those tried: {0}",
                               blocking)
                     : message("With couples no stable matching was found; this one has the fewest blocking pairs and "
                               "couples of those tried: {0}",
                               blocking),
         {}});
  }
  for (const Outcome which : {Outcome::most_served, Outcome::least_ranks}) {
    if (market.outcome(which)->proven) continue;
    market.diagnostics.push_back(
        {Severity::warning, {}, message("The assignment with couples is not proven to be the best"), {}});
    break;
  }
}

}  // namespace

TerritoryMatching match_applicants(const MarketInput& input, const MatchingChoices& choices, const Progress& progress) {
  std::vector<double> need = need_scores(input.assessment);
  std::vector<std::size_t> sites = open_sites(input, choices.open);
  Diagnostics diagnostics;
  std::vector<ApplicantView> views =
      applicant_views(input.territory, input.assessment, input.measures, input.applicants, diagnostics);
  HospitalResidents instance = instance_of(input, views, sites, choices.order);
  TerritoryMatching market{std::move(sites), std::move(instance), {}, std::move(views), std::move(need), {}};
  market.diagnostics = std::move(diagnostics);
  check_lists(input, market);
  market.couples = couples_of(input, market, choices.couple_minutes, progress);
  add_diagnostics(input, choices, market);
  access::WhatIf what_if(input.access.catchments, input.access.supply, input.access.demand);
  market.consultations_under = consultations_under(input, market.sites, what_if);
  throw_if_stopped(progress);

  Judge judge(input, market, what_if);
  const auto set = [&](Outcome which, MatchingOutcome outcome) {
    market.outcomes[static_cast<std::size_t>(which)] = std::move(outcome);
  };
  matching::CoupledMatching stable = matching::match_with_couples(market.instance, market.couples);
  set(Outcome::stable_for_applicants, judge.outcome(std::move(stable.matching)));
  if (market.couples.empty()) {
    set(Outcome::stable_for_places,
        judge.outcome(matching::stable_matching(market.instance, matching::Side::hospitals)));
  }
  for (const auto& [which, objective] :
       {std::pair{Outcome::most_served, Objective::consultations}, std::pair{Outcome::least_ranks, Objective::ranks}}) {
    matching::CoupledAssignment found = assign(market, objective, progress);
    set(which, judge.outcome(std::move(found.assignment.entry), found.proven));
  }
  add_outcome_diagnostics(market, stable.none_exists);
  return market;
}

PriceOfStability price_of_stability(const MatchingOutcome& stable, const MatchingOutcome& assignment) {
  return {assignment.consultations_under - stable.consultations_under, assignment.people_lifted - stable.people_lifted};
}

}  // namespace ancrage::assessment

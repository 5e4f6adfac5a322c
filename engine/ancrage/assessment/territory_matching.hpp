// SPDX-License-Identifier: Apache-2.0
// Doctors to the places of a territory. An applicant orders the sites that its limits leave in by its own
// attractiveness score. A site that several want orders them by its own list where it has one, then by the priority
// that the desk gave them, then by how well it suits them (the same score: who finds there what he asks for stays) or
// by their order of arrival; of equals members of a couple come first, who have fewer pairs to choose from, then by id.
// Need says which sites are open (those of the greatest need score, when so asked), and it values what comes out:
// consultations for people who have under 2.5 today, and people lifted over 2.5.
//
//   MarketInput input{territory, travel, access, assessment, measures, applicants.list, offers};
//   const TerritoryMatching result = match_applicants(input, options);
//   result.outcome(Outcome::stable_for_applicants)->matching
#pragma once

#include "ancrage/access/territory_access.hpp"
#include "ancrage/assessment/applicant_views.hpp"
#include "ancrage/assessment/place_offers.hpp"
#include "ancrage/matching/couples.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ancrage::assessment {

enum class PlaceOrder { suitability, arrival };

struct MatchingChoices {
  PlaceOrder order = PlaceOrder::suitability;
  std::size_t open = 0;          // only so many sites, those of the greatest need; 0: all
  double couple_minutes = 30.0;  // by car between the places of a couple, at most
};

struct MarketInput {
  const territory::Territory& territory;
  const travel::TerritoryTimes& travel;
  const access::TerritoryAccess& access;
  Assessment& assessment;  // with the territory's weights; left with those of the last applicant
  SiteMeasures& measures;
  std::span<const Applicant> applicants;
  const PlaceOffers& offers;
};

// The four that stand side by side. Stable for places: without couples only. The assignments place as many as can be
// placed; of these, the one with the most consultations for people under 2.5, or the least sum of ranks.
enum class Outcome : std::size_t { stable_for_applicants, stable_for_places, most_served, least_ranks };
inline constexpr std::array<std::string_view, 4> outcome_keys{"stable_for_applicants", "stable_for_places",
                                                              "most_served", "least_ranks"};

struct MatchingOutcome {
  matching::Matching matching;
  std::size_t placed = 0;
  std::size_t first_choices = 0;
  double mean_rank = 0.0;  // of those placed, from 1
  double mean_need = 0.0;  // need score of their places
  // A year, of all newcomers, for members' people who have under 2.5 today.
  double consultations_under = 0.0;
  double people_lifted = 0.0;  // over 2.5, by all newcomers together
  std::vector<matching::Pair> blocking_pairs{};
  std::vector<matching::BlockingCouple> blocking_couples{};
  bool proven = true;  // of an assignment with couples: no better one is left
  std::size_t blocking() const { return blocking_pairs.size() + blocking_couples.size(); }
};

struct TerritoryMatching {
  std::vector<std::size_t> sites;  // hospitals of the instance, as sites; in the order of their ids
  matching::HospitalResidents instance;
  std::vector<matching::Couple> couples;
  std::vector<ApplicantView> views;
  std::vector<double> need;                 // score by site, the territory's weights
  std::vector<double> consultations_under;  // by hospital, of one full-time practitioner there
  std::array<std::optional<MatchingOutcome>, outcome_keys.size()> outcomes{};
  Diagnostics diagnostics{};

  const std::optional<MatchingOutcome>& outcome(Outcome which) const {
    return outcomes[static_cast<std::size_t>(which)];
  }
};

// Throws infeasible when no site is open, or the limits leave nobody an open one; what apply() throws; interrupted.
// Cost: the views, one what-if a site, the tables of a couple's pairs, then the matchings.
TerritoryMatching match_applicants(const MarketInput& input, const MatchingChoices& choices,
                                   const Progress& progress = {});

// The sum that an outcome can gain when nothing has to be stable: what the price of stability is measured by.
struct PriceOfStability {
  double consultations = 0.0;  // a year, for people who have under 2.5
  double people_lifted = 0.0;  // may be negative: the assignment does not aim at it
};
PriceOfStability price_of_stability(const MatchingOutcome& stable, const MatchingOutcome& assignment);

}  // namespace ancrage::assessment

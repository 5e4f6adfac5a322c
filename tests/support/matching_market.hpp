// SPDX-License-Identifier: Apache-2.0
// Three communes along a line and the doctors who look for a place there: A with a health pole, B 6 km east with a
// pharmacy, C 12 km east with neither. Straight-line minutes: 13.9 from A to B and from B to C, 22.2 from A to C.
#pragma once

#include "ancrage/assessment/shared_places.hpp"
#include "ancrage/assessment/territory_matching.hpp"
#include "support/drawn_territory.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ancrage::test {

inline territory::Territory line_of_three() {
  auto territory = drawn_territory({"A.....B.....C"},
                                   {{.letter = 'A', .people_per_cell = 3000, .gps = 1.0},
                                    {.letter = 'B', .people_per_cell = 2500, .zone = territory::ZoneStatus::zip},
                                    {.letter = 'C', .people_per_cell = 1500, .zone = territory::ZoneStatus::zip}});
  add_place(territory.health_poles, "p", "MSP", "maison_de_sante", cell_middle(0, 0), "A");
  add_place(territory.facilities, "f", "Pharmacie", "pharmacy", cell_middle(6, 0));
  return territory;
}

struct MatchingMarket {
  territory::Territory territory;
  travel::TerritoryTimes travel;
  access::TerritoryAccess access;

  explicit MatchingMarket(territory::Territory drawn = line_of_three())
      : territory(std::move(drawn)), travel(territory), access(access::territory_access(territory, travel)) {}

  assessment::PlaceOffers offers(std::uint32_t capacity = 1) const {
    return assessment::same_offers(territory, capacity);
  }

  assessment::TerritoryMatching match(const std::vector<assessment::Applicant>& applicants,
                                      const assessment::PlaceOffers& offers,
                                      const assessment::MatchingChoices& choices = {}) const {
    assessment::Assessment assessed = assessment::assess(territory, travel, access);
    assessment::SiteMeasures measures(territory, travel, access);
    return assessment::match_applicants({territory, travel, access, assessed, measures, applicants, offers}, choices);
  }

  assessment::GroupPlaces together(const std::vector<assessment::Applicant>& applicants,
                                   const assessment::SharedPlaceOptions& options = {},
                                   std::uint32_t capacity = 5) const {
    assessment::Assessment assessed = assessment::assess(territory, travel, access);
    assessment::SiteMeasures measures(territory, travel, access);
    return assessment::shared_places(territory, travel, assessed, measures, applicants,
                                     assessment::groups_of(applicants).front(), offers(capacity), options);
  }
};

// Who weighs the minutes to a pole and to a pharmacy so much, with limits as options write them.
inline assessment::Applicant applicant(std::string id, double pole, double pharmacy,
                                       const std::vector<std::string>& within = {}) {
  assessment::Applicant result{.id = std::move(id)};
  result.profile.name = "profile of " + result.id;
  result.profile.weights[1] = {{"health_pole_minutes", pole}, {"pharmacy_minutes", pharmacy}};
  for (const std::string& text : within) {
    result.profile.limits.push_back(assessment::parse_place_limit(assessment::LimitKind::within, text));
  }
  return result;
}

// The site's id where each goes, "-" for none: "A B -".
inline std::string places_of(const MatchingMarket& market, const assessment::TerritoryMatching& result,
                             assessment::Outcome which) {
  std::string text;
  const auto& outcome = result.outcome(which);
  for (std::size_t a = 0; outcome && a < outcome->matching.size(); ++a) {
    const std::uint32_t hospital = matching::hospital_of(result.instance, outcome->matching, a);
    text += (a == 0 ? "" : " ") +
            (hospital == matching::none ? std::string("-") : market.territory.sites.id[result.sites[hospital]]);
  }
  return text;
}

}  // namespace ancrage::test

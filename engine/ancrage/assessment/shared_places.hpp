// SPDX-License-Identifier: Apache-2.0
// Two to five doctors who want to practise together: the sites that suit all of them, and the health poles where at
// least half of them can practise while the others have a secondary practice near. Each one's limits hold where it
// practises; what it gets is its own attractiveness score there. Best first by the member who is served worst
// (maximin), then by the mean, then by id; the best by the mean is found beside it.
#pragma once

#include "ancrage/assessment/applicant_views.hpp"
#include "ancrage/assessment/place_offers.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ancrage::assessment {

inline constexpr std::size_t least_group = 2;
inline constexpr std::size_t most_group = 5;

struct SharedPlace {
  std::size_t site = 0;
  std::vector<std::size_t> practice;  // by member: the site where it practises
  std::vector<double> minutes;        // by member: from the shared site, 0 at it
  double least = 0.0;                 // score of the member who is served worst
  std::size_t least_member = 0;       // position in the group; of equals the first
  double mean = 0.0;
  std::optional<Loss> loss{};  // what costs that member most there; of the first place only
  bool all_at_site() const;
};

struct GroupPlaces {
  std::string name;                  // empty: all applicants
  std::vector<std::size_t> members;  // positions of the applicants
  std::vector<ApplicantView> views;  // by member
  std::vector<SharedPlace> shared;   // best first
  std::vector<SharedPlace> poles;    // with a secondary practice for one member at least, best first
  std::size_t open = 0;              // sites with a place for every member
  std::size_t best_by_mean = 0;      // position in `shared`
  // Without the limits of a member, how many sites would suit all the others; by member.
  std::vector<std::size_t> without{};
};

struct SharedPlaceOptions {
  double secondary_minutes = 20.0;  // by car from the pole, at most
};

// The groups: those of the column "group"; all applicants when none has a word there. Throws wrong_input for a group of
// fewer than two or more than five.
std::vector<std::vector<std::size_t>> groups_of(std::span<const Applicant> applicants);

// The assessment has the territory's sites and is left with the weights of the last member looked at. Throws what
// apply() throws; interrupted. Cost: a view a member, and the table of the poles and sites.
GroupPlaces shared_places(const territory::Territory& territory, const travel::TerritoryTimes& travel,
                          Assessment& assessment, SiteMeasures& measures, std::span<const Applicant> applicants,
                          std::vector<std::size_t> members, const PlaceOffers& offers,
                          const SharedPlaceOptions& options = {}, const Progress& progress = {});

// What is wrong when no site and no pole suits a group (code infeasible): whose limits, and how many sites are left
// without them. Nothing when there is one.
std::optional<Error> infeasibility(const GroupPlaces& group, std::span<const Applicant> applicants);

}  // namespace ancrage::assessment

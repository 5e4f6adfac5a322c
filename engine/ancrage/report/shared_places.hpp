// SPDX-License-Identifier: Apache-2.0
// Where a group of doctors can practise together, for people and for programs.
#pragma once

#include "ancrage/assessment/shared_places.hpp"
#include "ancrage/base/language.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <vector>

namespace ancrage::report {

// Lives as long as what it refers to.
struct SharedPlacesReport {
  const territory::Territory& territory;
  const assessment::Assessment& assessment;
  std::span<const assessment::Applicant> applicants;
  std::span<const assessment::GroupPlaces> groups;
  std::vector<double> need;  // score by site, the territory's weights
  std::size_t top = 5;       // places shown of each kind
  double secondary_minutes = 20.0;
};

// For each group: the shared places, best first for the member who is served worst, the best by the mean, what costs
// most there; then the poles with secondary practices; or why there is none.
std::string shared_places_text(const SharedPlacesReport& report, const Language& language);

// {"groups":[{"group" or null,"members":[{"applicant","sites"}],"shared":[place…],"best_by_mean" or null,
// "poles":[place…],"infeasible" or null}]}; a place: {"hospital","hospital_name","need_score","least","least_member",
// "mean","loss":{"criterion","value","points"} or null,"members":[{"applicant","practice","minutes","score","rank"}]}.
nlohmann::ordered_json shared_places_json(const SharedPlacesReport& report, const Language& language);

}  // namespace ancrage::report

// SPDX-License-Identifier: Apache-2.0
// A territory's sites as each of several doctors sees them: by the weights of its own profile, those that its limits
// leave in.
#pragma once

#include "ancrage/assessment/applicants.hpp"
#include "ancrage/assessment/apply_profile.hpp"
#include "ancrage/assessment/assessment.hpp"
#include "ancrage/assessment/site_measures.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ancrage::assessment {

struct ApplicantView {
  std::vector<double> score;       // attractiveness by site, 0..100; NaN: out, or no score
  std::vector<std::size_t> order;  // sites that have one, best first, equal ones by id
  std::optional<Error> nowhere{};  // why the limits leave none
  bool is_in(std::size_t site) const { return score[site] == score[site]; }
};

// One view an applicant. The assessment is left with the last applicant's weights and limits; its remarks on profiles
// are added to `diagnostics`. Throws what apply() throws. Cost: sites x criteria an applicant, and each measure of a
// limit once.
std::vector<ApplicantView> applicant_views(const territory::Territory& territory, Assessment& assessment,
                                           SiteMeasures& measures, std::span<const Applicant> applicants,
                                           Diagnostics& diagnostics);

// The criterion that costs a site most points of that score, by the weights that the assessment has.
struct Loss {
  std::size_t criterion = 0;
  Quantity value{};
  double points = 0.0;
};
std::optional<Loss> greatest_loss(const Assessment& assessment, Score score, std::size_t site);

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
// The one path from an assessment to a ranking for somebody: weights and limits of a profile. Limits filter first:
// ranks are among the sites that are in; those that are out stay, behind the others, with the reason.
//
//   Assessment assessment = assess(territory, travel, access);
//   SiteMeasures measures(territory, travel, access);
//   apply(assessment, territory, read_profile(path), measures);
//   check_feasible(assessment);
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/assessment/profile.hpp"
#include "ancrage/assessment/site_measures.hpp"
#include "ancrage/base/error.hpp"

#include <optional>
#include <vector>

namespace ancrage::assessment {

// One weight a criterion, as reweigh() takes them: the territory's, those of the profile in their place. Throws
// wrong_input when the profile gives a criterion to a score for which it does not count here, or no criterion with a
// weight is left. Criteria that the territory does not use are left out, and named in `unused` when given.
std::vector<double> profile_weights(const Assessment& assessment, const territory::Territory& territory,
                                    const Profile& profile, std::vector<std::string>* unused = nullptr);

// Puts these limits in place of those that the assessment had, and ranks again. No site may be left: see
// check_feasible(). Throws what SiteMeasures::of() throws, the assessment unchanged. Cost, once the measures are there:
// sites x limits; 10,000 sites take some milliseconds.
void set_limits(Assessment& assessment, const territory::Territory& territory, const std::vector<Limit>& limits,
                SiteMeasures& measures);

// Weights and limits.
void apply(Assessment& assessment, const territory::Territory& territory, const Profile& profile,
           SiteMeasures& measures);

// What is wrong when limits leave no site (code infeasible): the limit that removes them all, or that they do it
// together; and without which of them, and at how many minutes, sites are left. Nothing when a site is in.
std::optional<Error> infeasibility(const Assessment& assessment);
void check_feasible(const Assessment& assessment);  // throws it

}  // namespace ancrage::assessment

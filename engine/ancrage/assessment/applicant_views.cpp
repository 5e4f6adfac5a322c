// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/applicant_views.hpp"

#include <algorithm>
#include <limits>

namespace ancrage::assessment {

namespace {

ApplicantView view_of(const Assessment& assessment) {
  ApplicantView view;
  view.score.assign(assessment.scores.front().size(), std::numeric_limits<double>::quiet_NaN());
  for (const std::size_t site : assessment.ranking(Score::attractiveness)) {
    const Quantity score = assessment.score(Score::attractiveness, site).score;
    if (!assessment.is_in(site) || !score.is_number()) continue;
    view.score[site] = score.value();
    view.order.push_back(site);
  }
  view.nowhere = infeasibility(assessment);
  return view;
}

void add_once(const Diagnostic& diagnostic, Diagnostics& diagnostics) {
  const bool known = std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& other) {
    return other.what == diagnostic.what && other.names == diagnostic.names;
  });
  if (!known) diagnostics.push_back(diagnostic);
}

}  // namespace

std::vector<ApplicantView> applicant_views(const territory::Territory& territory, Assessment& assessment,
                                           SiteMeasures& measures, std::span<const Applicant> applicants,
                                           Diagnostics& diagnostics) {
  std::vector<ApplicantView> views;
  for (const Applicant& applicant : applicants) {
    apply(assessment, territory, applicant.profile, measures);
    views.push_back(view_of(assessment));
    for (const Diagnostic& diagnostic : assessment.diagnostics) {
      if (diagnostic.layer == "profile") add_once(diagnostic, diagnostics);
    }
  }
  return views;
}

std::optional<Loss> greatest_loss(const Assessment& assessment, Score score, std::size_t site) {
  double weights = 0.0;
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    if (assessment.criteria[k].score != score || !assessment.at(site, k).value.is_number()) continue;
    weights += assessment.criteria[k].weight;
  }
  std::optional<Loss> result;
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    const Contribution& at_site = assessment.at(site, k);
    if (assessment.criteria[k].score != score || !at_site.value.is_number() || !(weights > 0)) continue;
    const double points = 100.0 * assessment.criteria[k].weight / weights - at_site.contribution;
    if (points > (result ? result->points : 1e-9)) result = Loss{k, at_site.value, points};
  }
  return result;
}

}  // namespace ancrage::assessment

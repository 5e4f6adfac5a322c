// SPDX-License-Identifier: Apache-2.0
#include "viewer/plan.hpp"

#include "ancrage/access/distribution.hpp"

#include <algorithm>

namespace ancrage::viewer {

std::vector<access::Change> plan_changes(const territory::Territory& territory, const planning::PractitionerPlan& plan,
                                         std::size_t step) {
  std::vector<access::Change> changes;
  for (std::size_t k = 0; k < std::min(step, plan.order.size()); ++k) {
    const std::string& site = territory.sites.id[plan.order[k]];
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const access::Change& change) { return change.place == site; });
    if (found != changes.end()) {
      *found->gps += 1.0;
    } else {
      changes.push_back({.kind = access::ChangeKind::add, .place = site, .gps = 1.0});
    }
  }
  return changes;
}

PlanCommunes plan_communes(const territory::Territory& territory, const access::AccessChange& change) {
  constexpr double threshold = access::apl_thresholds.front();
  PlanCommunes result;
  for (std::size_t c = 0; c < change.communes.size(); ++c) {
    const auto& [before, after, crossings] = change.communes[c];
    if (territory.communes.member[c] == 0 || !before.is_number() || !after.is_number()) continue;
    if (access::is_under(after.value(), threshold)) {
      result.behind.push_back(c);
    } else if (access::is_under(before.value(), threshold)) {
      result.lifted.push_back(c);
    }
  }
  for (auto* list : {&result.lifted, &result.behind}) {
    std::stable_sort(list->begin(), list->end(), [&](std::size_t a, std::size_t b) {
      return change.communes[a].after.value() < change.communes[b].after.value();
    });
  }
  return result;
}

}  // namespace ancrage::viewer

// SPDX-License-Identifier: Apache-2.0
// The retirement cliff: access to care year by year when whoever reaches an age leaves and nobody comes in his place.
// Ages are those of the practitioners, in the year that they are of; of counts per commune they are spread evenly over
// under 60 and 60 and over, an estimate. Whose age is not known stays; people stay as they are.
#pragma once

#include "ancrage/access/apl.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/base/progress.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace ancrage::access {

struct RetirementYear {
  int year = 0;
  AccessSummary territory{};
  std::vector<Quantity> accessibility{};  // by commune; missing where nobody lives
  std::vector<double> gps{};              // by commune
};

struct RetirementCliff {
  double age = 65.0;
  RetirementYear counted{};             // the year that ages are of, before anybody retires
  std::vector<RetirementYear> years{};  // those asked for, rising
  // By threshold and commune: the first year from `counted` up to the last in which its access is under it, even if it
  // lies before the first of `years`.
  std::array<std::vector<std::optional<int>>, apl_thresholds.size()> under_from{};
};

// From the shares of the access, which may be those of a scenario; its catchments must be those of Choice::every.
// Throws wrong_input when the territory does not state the year that ages are of, or the first year lies before it;
// interrupted. Cost: two sweeps over the pairs for every year since then.
RetirementCliff retirement_cliff(const territory::Territory& territory, const TerritoryAccess& access, double age,
                                 int first_year, int last_year, const Progress& progress = {}, unsigned threads = 0);

}  // namespace ancrage::access

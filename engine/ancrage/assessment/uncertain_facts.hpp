// SPDX-License-Identifier: Apache-2.0
// How far a ranking of sites, and who counts as under-served, depend on facts that nobody knows exactly: how long
// people drive, how much a practitioner works, how fast care loses its use with distance. Every combination of the
// stated levels is computed as if it were true.
#pragma once

#include "ancrage/access/decay.hpp"
#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/progress.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace ancrage::assessment {

// The defaults: road times 15 % shorter to 15 % longer; acts a year of a practitioner of whom only the number is known
// between the floor and the cap of the APL; its weights by minutes as of today and as of 2012 (METHODS.md section 1).
struct FactLevels {
  std::vector<double> time_factors{0.85, 0.925, 1.0, 1.075, 1.15};
  std::vector<double> acts{3600, 4200, 4800, 5400, 6000};
  std::vector<access::Decay> decays{access::apl_decay(), access::apl_decay_2012()};

  std::size_t cases() const { return time_factors.size() * acts.size() * decays.size(); }
};

// What became of a site or a commune over all cases; shares of the cases, 0..1.
struct SiteFacts {
  std::size_t rank = 0;  // in the assessment as it is, from 1; 0 without a score
  double keeps_place = 0.0;
  double first = 0.0;
  double first_five = 0.0;
  std::size_t best_rank = 0;  // 0 when it never has a score
  std::size_t worst_rank = 0;
};
struct CommuneFacts {
  Quantity accessibility;     // APL as it is
  double under_served = 0.0;  // under 2.5
};

struct UncertainFacts {
  FactLevels levels;
  Score score = Score::need;
  std::vector<SiteFacts> sites;
  std::vector<CommuneFacts> communes;
};

// `assessment` is that of the territory as it is: its weights count, and ranks are among the sites that meet its limits
// with the times as they are. Times, catchments and criteria are computed once
// where they do not differ. Throws what assess() throws; interrupted. Cost: an assessment for each case, less its road
// search for catchments.
UncertainFacts uncertain_facts(const territory::Territory& territory, const Assessment& assessment, Score which,
                               const FactLevels& levels = {}, const Progress& progress = {});

}  // namespace ancrage::assessment

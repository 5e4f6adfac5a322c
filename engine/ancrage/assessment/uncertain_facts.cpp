// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/uncertain_facts.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/base/parallel_for.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::assessment {

namespace {

using territory::Territory;

constexpr std::size_t few_places = 5;

// What one case came to.
struct Case {
  std::vector<std::size_t> ranks;          // of the sites
  std::vector<std::uint8_t> under_served;  // communes
};

// The territory with other acts for practitioners of whom only the number is known.
Territory with_acts(const Territory& territory, double acts) {
  Territory result = territory;
  result.access.acts = acts;
  return result;
}

access::TerritoryAccessOptions access_options(double acts, const access::Decay& decay) {
  access::TerritoryAccessOptions options{.decay = decay};
  options.rule.unknown = acts;
  options.threads = 1;  // cases run beside each other
  return options;
}

Case case_of(const Territory& territory, const travel::TerritoryTimes& travel, const access::TerritoryAccess& access,
             const Assessment& as_it_is, Score which) {
  Assessment assessment = assess(territory, travel, access);
  assessment.shortfalls = as_it_is.shortfalls;
  std::vector<double> weights;
  for (const Criterion& criterion : as_it_is.criteria) weights.push_back(criterion.weight);
  reweigh(assessment, territory, weights);
  Case result;
  for (std::size_t site = 0; site < territory.sites.size(); ++site) {
    result.ranks.push_back(assessment.score(which, site).rank);
  }
  for (const Quantity& value : assessment.commune_accessibility) {
    const bool under = value.is_number() && access::is_under(value.value(), access::apl_thresholds.front());
    result.under_served.push_back(under ? 1 : 0);
  }
  return result;
}

void count_sites(std::span<const Case> cases, std::vector<SiteFacts>& sites) {
  for (std::size_t site = 0; site < sites.size(); ++site) {
    SiteFacts& facts = sites[site];
    for (const Case& one : cases) {
      const std::size_t rank = one.ranks[site];
      const double part = 1.0 / static_cast<double>(cases.size());
      if (rank == 0) continue;
      if (rank == facts.rank) facts.keeps_place += part;
      if (rank == 1) facts.first += part;
      if (rank <= few_places) facts.first_five += part;
      facts.best_rank = facts.best_rank == 0 ? rank : std::min(facts.best_rank, rank);
      facts.worst_rank = std::max(facts.worst_rank, rank);
    }
  }
}

}  // namespace

UncertainFacts uncertain_facts(const Territory& territory, const Assessment& assessment, Score which,
                               const FactLevels& levels, const Progress& progress) {
  std::vector<Territory> territories;
  for (const double acts : levels.acts) territories.push_back(with_acts(territory, acts));

  std::vector<Case> cases(levels.cases());
  const std::size_t acts_count = levels.acts.size();
  for (std::size_t t = 0; t < levels.time_factors.size(); ++t) {
    const double done = static_cast<double>(t) / static_cast<double>(levels.time_factors.size());
    progress(message("Car times × {0}", DecimalArgument{levels.time_factors[t], 3}), done);
    const travel::TerritoryTimes travel(territory, {.time_factor = levels.time_factors[t], .threads = 1});
    // The times behind the catchments are the most work, and the same for all acts.
    std::vector<access::Catchments> catchments(levels.decays.size());
    const auto search = [&](std::size_t begin, std::size_t end) {
      for (std::size_t d = begin; d < end; ++d) {
        const auto options = access_options(levels.acts.front(), levels.decays[d]);
        catchments[d] = access::territory_access(territory, travel, options).catchments;
      }
    };
    parallel_for(levels.decays.size(), progress.stop, search);
    const auto compute = [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        const std::size_t d = i / acts_count;
        const std::size_t a = i % acts_count;
        auto options = access_options(levels.acts[a], levels.decays[d]);
        options.catchments = &catchments[d];
        const auto access = access::territory_access(territories[a], travel, options);
        cases[t * levels.decays.size() * acts_count + i] = case_of(territories[a], travel, access, assessment, which);
      }
    };
    parallel_for(levels.decays.size() * acts_count, progress.stop, compute);
  }
  progress(message("Car times × {0}", DecimalArgument{levels.time_factors.back(), 3}), 1.0);

  UncertainFacts result{levels, which, {}, {}};
  for (std::size_t site = 0; site < territory.sites.size(); ++site) {
    result.sites.push_back({.rank = assessment.score(which, site).rank});
  }
  count_sites(cases, result.sites);
  for (std::size_t c = 0; c < territory.communes.size(); ++c) {
    CommuneFacts facts{.accessibility = assessment.commune_accessibility[c]};
    const auto under =
        std::count_if(cases.begin(), cases.end(), [&](const Case& one) { return one.under_served[c] != 0; });
    facts.under_served = static_cast<double>(under) / static_cast<double>(cases.size());
    result.communes.push_back(facts);
  }
  return result;
}

}  // namespace ancrage::assessment

// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/practitioner_load.hpp"

#include "ancrage/access/floating_catchment.hpp"
#include "ancrage/base/parallel_for.hpp"

namespace ancrage::access {

PractitionerLoad practitioner_load(const Catchments& catchments, std::span<const double> supply,
                                   std::span<const double> people, unsigned threads, std::stop_token stop) {
  check_amounts(supply, catchments.supply_places(), message("An amount of supply is not usable"));
  check_amounts(people, catchments.demand_places(), message("An amount of demand is not usable"));
  // People of each place for each unit of what pulls them.
  std::vector<double> people_per_pull(people.size(), 0.0);
  parallel_for(
      people.size(), stop,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          const double pull = accessibility_at(catchments, supply, i);
          if (pull > 0) people_per_pull[i] = people[i] / pull;
        }
      },
      threads);
  PractitionerLoad result;
  result.people.resize(supply.size(), 0.0);
  parallel_for(
      supply.size(), stop,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j) {
          if (!(supply[j] > 0)) continue;
          const auto row = catchments.by_supply().row(j);
          double sum = 0.0;
          for (std::size_t k = 0; k < row.places.size(); ++k) sum += row.weights[k] * people_per_pull[row.places[k]];
          result.people[j] = supply[j] * sum;
        }
      },
      threads);
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i] > 0 && !(people_per_pull[i] > 0)) result.without += people[i];
  }
  return result;
}

}  // namespace ancrage::access

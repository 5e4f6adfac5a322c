// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/floating_catchment.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/parallel_for.hpp"

#include <cmath>

namespace ancrage::access {

namespace {

double weighted_sum(const WeightRows::Row& row, std::span<const double> amounts) {
  double sum = 0.0;
  for (std::size_t k = 0; k < row.places.size(); ++k) sum += row.weights[k] * amounts[row.places[k]];
  return sum;
}

}  // namespace

void check_amounts(std::span<const double> amounts, std::size_t places, const Message& what) {
  const auto fail = [&] {
    throw Error(ErrorCode::wrong_input, what, {}, message("give one number of 0 or more for each place"));
  };
  if (amounts.size() != places) fail();
  for (const double amount : amounts) {
    if (!std::isfinite(amount) || amount < 0) fail();
  }
}

double accessibility_at(const Catchments& catchments, std::span<const double> ratio, std::size_t demand_place) {
  return weighted_sum(catchments.by_demand().row(demand_place), ratio);
}

Accessibility accessibility(const Catchments& catchments, std::span<const double> supply,
                            std::span<const double> demand, unsigned threads, std::stop_token stop) {
  check_amounts(supply, catchments.supply_places(), message("An amount of supply is not usable"));
  check_amounts(demand, catchments.demand_places(), message("An amount of demand is not usable"));
  Accessibility result;
  result.load.resize(supply.size());
  result.ratio.resize(supply.size());
  result.value.resize(demand.size());
  const auto sum_up_supplies = [&](std::size_t begin, std::size_t end) {
    for (std::size_t j = begin; j < end; ++j) {
      result.load[j] = weighted_sum(catchments.by_supply().row(j), demand);
      result.ratio[j] = supply_ratio(supply[j], result.load[j]);
    }
  };
  const auto sum_up_demand = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) result.value[i] = accessibility_at(catchments, result.ratio, i);
  };
  parallel_for(supply.size(), stop, sum_up_supplies, threads);
  parallel_for(demand.size(), stop, sum_up_demand, threads);
  return result;
}

}  // namespace ancrage::access

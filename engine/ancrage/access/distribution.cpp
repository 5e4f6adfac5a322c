// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ancrage::access {

namespace {

double total(std::span<const double> amounts) { return std::accumulate(amounts.begin(), amounts.end(), 0.0); }

// Places from the worst served on, equal ones in their order.
std::vector<std::size_t> worst_first(std::span<const double> accessibility) {
  std::vector<std::size_t> order(accessibility.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return accessibility[a] < accessibility[b]; });
  return order;
}

}  // namespace

Quantity weighted_mean(std::span<const double> accessibility, std::span<const double> weights) {
  const double whole = total(weights);
  if (!(whole > 0)) return Quantity::missing();
  return std::inner_product(accessibility.begin(), accessibility.end(), weights.begin(), 0.0) / whole;
}

std::vector<Quantity> weighted_means(std::span<const double> accessibility, std::span<const double> weights,
                                     std::span<const std::uint32_t> group, std::size_t groups) {
  std::vector<double> sums(groups, 0.0);
  std::vector<double> wholes(groups, 0.0);
  for (std::size_t i = 0; i < accessibility.size(); ++i) {
    if (group[i] >= groups) continue;
    sums[group[i]] += accessibility[i] * weights[i];
    wholes[group[i]] += weights[i];
  }
  std::vector<Quantity> means(groups);
  for (std::size_t g = 0; g < groups; ++g) {
    if (wholes[g] > 0) means[g] = sums[g] / wholes[g];
  }
  return means;
}

bool is_under(double accessibility, double threshold) {
  constexpr double rounding = 1e-12;
  return accessibility < threshold - rounding * std::abs(threshold);
}

double people_under(std::span<const double> accessibility, std::span<const double> people, double threshold) {
  double sum = 0.0;
  for (std::size_t i = 0; i < accessibility.size(); ++i) {
    if (is_under(accessibility[i], threshold)) sum += people[i];
  }
  return sum;
}

Quantity gini(std::span<const double> accessibility, std::span<const double> people) {
  const double everybody = total(people);
  const double everything = std::inner_product(accessibility.begin(), accessibility.end(), people.begin(), 0.0);
  if (!(everybody > 0) || !(everything > 0)) return Quantity::missing();
  // One minus twice the area under the Lorenz curve, which is a polygon over the places from the worst served on.
  double below = 0.0;
  double double_area = 0.0;
  for (const std::size_t i : worst_first(accessibility)) {
    const double up_to = below + accessibility[i] * people[i] / everything;
    double_area += people[i] / everybody * (below + up_to);
    below = up_to;
  }
  return std::max(0.0, 1.0 - double_area);
}

Quantity worst_served_mean(std::span<const double> accessibility, std::span<const double> people, double share) {
  const double wanted = share * total(people);
  if (!(wanted > 0)) return Quantity::missing();
  double counted = 0.0;
  double sum = 0.0;
  for (const std::size_t i : worst_first(accessibility)) {
    const double part = std::min(people[i], wanted - counted);
    if (!(part > 0)) continue;
    sum += accessibility[i] * part;
    counted += part;
  }
  return sum / counted;
}

double Conservation::relative_error() const {
  return reached_supply > 0 ? std::abs(served - reached_supply) / reached_supply : 0.0;
}

Conservation conservation(std::span<const double> supply, std::span<const double> load,
                          std::span<const double> accessibility, std::span<const double> demand) {
  Conservation result;
  result.supply = total(supply);
  for (std::size_t j = 0; j < supply.size(); ++j) {
    if (load[j] > 0) result.reached_supply += supply[j];
  }
  result.served = std::inner_product(accessibility.begin(), accessibility.end(), demand.begin(), 0.0);
  return result;
}

}  // namespace ancrage::access

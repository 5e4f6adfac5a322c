// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/robustness.hpp"

#include "ancrage/decision/weighted_sum.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ancrage::decision {

namespace {

std::vector<std::size_t> ranks_under(const DecisionTable& utilities, std::span<const double> shares) {
  std::vector<Quantity> scores;
  std::vector<double> points(shares.size());
  for (std::size_t row = 0; row < utilities.rows(); ++row) {
    scores.push_back(weighted_sum(utilities.row(row), shares, points).score);
  }
  const auto order = ranking(scores, utilities.ids);
  std::vector<std::size_t> ranks(order.size(), 0);
  for (std::size_t place = 0; place < order.size(); ++place) {
    if (scores[order[place]].is_number()) ranks[order[place]] = place + 1;
  }
  return ranks;
}

}  // namespace

std::optional<std::size_t> Robustness::first() const {
  const auto found = std::find(rank.begin(), rank.end(), std::size_t{1});
  if (found == rank.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rank.begin());
}

double Robustness::among_first(std::size_t alternative, std::size_t places) const {
  double share = 0.0;
  for (std::size_t place = 0; place < std::min(places, smaa.alternatives); ++place) {
    share += smaa.acceptability(alternative, place);
  }
  return share;
}

double Robustness::mean_rank(std::size_t alternative) const {
  double ranked = 0.0;
  double sum = 0.0;
  for (std::size_t place = 0; place < smaa.alternatives; ++place) {
    const double count = smaa.counts[alternative * smaa.alternatives + place];
    ranked += count;
    sum += count * (static_cast<double>(place) + 1);
  }
  return ranked > 0 ? sum / ranked : std::nan("");
}

Robustness robustness(DecisionTable utilities, std::span<const double> weights, WeightConstraints constraints,
                      const SmaaOptions& options, const Progress& progress) {
  std::vector<double> shares = weight_shares(weights, utilities.columns());
  const WeightSpace space(utilities.criteria, constraints);
  Smaa simulated = smaa(utilities, space, options, progress);
  std::vector<StabilityInterval> stability = weight_stability(utilities, shares);
  std::vector<std::size_t> ranks = ranks_under(utilities, shares);
  return {std::move(utilities), std::move(shares),    std::move(constraints), options,
          std::move(ranks),     std::move(simulated), std::move(stability)};
}

}  // namespace ancrage::decision

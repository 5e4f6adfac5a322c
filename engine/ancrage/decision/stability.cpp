// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/stability.hpp"

#include "ancrage/decision/value_function.hpp"
#include "ancrage/decision/weighted_sum.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace ancrage::decision {

namespace {

// Differences of scores (in 0..1) that are rounding, not order.
constexpr double rounding = 1e-14;

// Score of one alternative while one weight is t and the others share 1 - t in their proportions:
// (n0 + n1 t) / (d0 + d1 t).
struct Score {
  double n0 = 0.0;
  double n1 = 0.0;
  double d0 = 0.0;
  double d1 = 0.0;
};

Score score_along(std::span<const Quantity> utilities, std::span<const double> shares, std::size_t moving) {
  double others = 0.0;
  double known = 0.0;
  double points = 0.0;
  bool whole = true;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (k == moving || !(shares[k] > 0)) continue;
    others += shares[k];
    whole = whole && utilities[k].is_number();
    if (!utilities[k].is_number()) continue;
    known += shares[k];
    points += shares[k] * utilities[k].value();
  }
  const double n0 = points / others;
  const double d0 = whole ? 1.0 : known / others;
  const Quantity& own = utilities[moving];
  return {n0, own.value_or(0.0) - n0, d0, (own.is_number() ? 1.0 : 0.0) - d0};
}

// Sign of the difference of two scores: c0 + c1 t + c2 t².
struct Difference {
  double c0;
  double c1;
  double c2;
  Difference(const Score& a, const Score& b)
      : c0(a.n0 * b.d0 - b.n0 * a.d0),
        c1(a.n0 * b.d1 + a.n1 * b.d0 - b.n0 * a.d1 - b.n1 * a.d0),
        c2(a.n1 * b.d1 - b.n1 * a.d1) {}
  double operator()(double t) const { return c0 + t * (c1 + t * c2); }

  // Where it vanishes, rising; NaN where it does not.
  std::array<double, 2> roots() const {
    const double nowhere = std::nan("");
    if (std::abs(c2) <= rounding) return {std::abs(c1) <= rounding ? nowhere : -c0 / c1, nowhere};
    const double discriminant = c1 * c1 - 4 * c2 * c0;
    if (discriminant < 0) return {nowhere, nowhere};
    const double q = -0.5 * (c1 + std::copysign(std::sqrt(discriminant), c1));
    const double first = q / c2;
    const double second = q != 0 ? c0 / q : first;
    return {std::min(first, second), std::max(first, second)};
  }
};

// How far the weight can move from t before the difference becomes negative; nothing where it never does.
struct Lead {
  std::optional<double> down;
  std::optional<double> up;
};

Lead lead_around(const Difference& difference, double t) {
  const auto roots = difference.roots();
  // Walks over the stretches between roots from t to `end`; the first negative one starts where the lead is lost.
  const auto lost = [&](double end, bool up) -> std::optional<double> {
    std::array<double, 4> stops{t, t, t, end};
    for (std::size_t i = 0; i < 2; ++i) {
      const double root = up ? roots[i] : roots[1 - i];
      const bool between = up ? root > t && root < end : root < t && root > end;
      stops[i + 1] = between ? root : stops[i];
    }
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
      if (stops[i] != stops[i + 1] && difference(std::midpoint(stops[i], stops[i + 1])) < -rounding) return stops[i];
    }
    return std::nullopt;
  };
  return {lost(0.0, false), lost(1.0, true)};
}

void narrow(Interval& interval, const Lead& lead) {
  interval.low = std::max(interval.low, lead.down.value_or(0.0));
  interval.high = std::min(interval.high, lead.up.value_or(1.0));
}

// Positions of the alternatives that have a score, best first.
std::vector<std::size_t> scored_order(const DecisionTable& utilities, std::span<const double> shares) {
  std::vector<Quantity> scores;
  std::vector<double> points(shares.size());
  for (std::size_t row = 0; row < utilities.rows(); ++row) {
    scores.push_back(weighted_sum(utilities.row(row), shares, points).score);
  }
  std::vector<std::size_t> order = ranking(scores, utilities.ids);
  const auto without =
      std::find_if(order.begin(), order.end(), [&](std::size_t row) { return !scores[row].is_number(); });
  order.erase(without, order.end());
  return order;
}

bool carries_all(std::span<const double> shares, std::size_t k) {
  return std::all_of(shares.begin(), shares.end(),
                     [&](const double& share) { return &share == &shares[k] || !(share > 0); });
}

}  // namespace

std::vector<StabilityInterval> weight_stability(const DecisionTable& utilities, std::span<const double> weights) {
  const std::vector<double> shares = weight_shares(weights, utilities.columns());
  const std::vector<std::size_t> order = scored_order(utilities, shares);
  std::vector<StabilityInterval> result(shares.size());
  std::vector<Score> scores(order.size());
  for (std::size_t k = 0; k < shares.size(); ++k) {
    result[k].weight = shares[k];
    if (carries_all(shares, k)) continue;
    for (std::size_t place = 0; place < order.size(); ++place) {
      scores[place] = score_along(utilities.row(order[place]), shares, k);
    }
    for (std::size_t place = 1; place < order.size(); ++place) {
      narrow(result[k].first, lead_around({scores.front(), scores[place]}, shares[k]));
      narrow(result[k].order, lead_around({scores[place - 1], scores[place]}, shares[k]));
    }
  }
  return result;
}

std::vector<WeightChange> weight_changes(const DecisionTable& utilities, std::span<const double> weights,
                                         std::size_t ahead, std::size_t behind) {
  const std::vector<double> shares = weight_shares(weights, utilities.columns());
  std::vector<WeightChange> changes;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (carries_all(shares, k)) continue;
    const Score first = score_along(utilities.row(ahead), shares, k);
    const Score second = score_along(utilities.row(behind), shares, k);
    const auto [down, up] = lead_around({first, second}, shares[k]);
    if (!down && !up) continue;
    const bool upward = up && (!down || *up - shares[k] <= shares[k] - *down);
    changes.push_back({k, shares[k], upward ? *up : *down});
  }
  std::stable_sort(changes.begin(), changes.end(), [](const WeightChange& a, const WeightChange& b) {
    return std::abs(a.to - a.from) < std::abs(b.to - b.from);
  });
  return changes;
}

std::vector<FactChange> fact_changes(std::span<const Quantity> raw, std::span<const ValueFunction> functions,
                                     std::span<const double> weights, double score) {
  const std::vector<double> shares = weight_shares(weights, raw.size());
  double known = 0.0;
  double points = 0.0;
  for (std::size_t k = 0; k < raw.size(); ++k) {
    if (!raw[k].is_number()) continue;
    known += shares[k];
    points += shares[k] * functions[k](raw[k].value());
  }
  const double gap = score / 100.0 * known - points;
  std::vector<FactChange> changes;
  for (std::size_t k = 0; k < raw.size(); ++k) {
    const auto ends = functions[k].points();
    const double range = ends.back().first - ends.front().first;
    if (!raw[k].is_number() || !(shares[k] > 0) || !(range > 0)) continue;
    const double from = raw[k].value();
    const double utility = functions[k](from);
    const double wanted = utility + gap / shares[k];
    const auto to = gap >= 0 ? functions[k].nearest_at_least(wanted, from) : functions[k].nearest_at_most(wanted, from);
    if (to) changes.push_back({k, from, *to, utility, wanted, std::abs(*to - from) / range});
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const FactChange& a, const FactChange& b) { return a.step < b.step; });
  return changes;
}

}  // namespace ancrage::decision
